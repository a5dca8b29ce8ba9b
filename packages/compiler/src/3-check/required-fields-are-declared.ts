import type { FormSchema } from '@zhinan/model';
import { formMessages } from '../diagnostics/messages/forms.ts';
import { reporter } from '../diagnostics/message.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { topLevelFields } from '../2-resolve/resolve-form.ts';
import { schemaNodes } from './form-walk.ts';
import type { Check } from './checking.ts';

const report = reporter(formMessages);

export const requiredFieldsAreDeclared: Check = (guideline) =>
  [...schemaNodes(guideline)].flatMap(({ schema, pointer, condition, place }) => {
    const required = schema['required'];
    // A branch of a condition may require what the form around it declares: the form is looked at as a whole.
    if (condition || !Array.isArray(required) || schema['type'] !== 'object') return [];
    const known = Object.keys(topLevelFields(schema as unknown as FormSchema));
    return required.flatMap((field, index) =>
      typeof field !== 'string' || known.includes(field)
        ? []
        : [
            report('form/required-not-declared', place(`${pointer}/required/${index}`), {
              field,
              nearest: nearest(field, known),
            }),
          ],
    );
  });
