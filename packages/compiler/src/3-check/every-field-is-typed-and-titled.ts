import { formMessages } from '../diagnostics/messages/forms.ts';
import { reporter } from '../diagnostics/message.ts';
import { schemaNodes } from './form-walk.ts';
import type { Check } from './checking.ts';

const report = reporter(formMessages);

/** A field without a type is not a field (json-schema-to-typescript would call it an object); without a title nobody can fill it. */
export const everyFieldIsTypedAndTitled: Check = (guideline) =>
  [...schemaNodes(guideline)].flatMap(({ schema, pointer, field, condition, keyPlace }) => {
    const narrows = Object.keys(schema).every((key) =>
      ['const', 'enum', 'minItems', 'minLength'].includes(key),
    );
    if (field === undefined || condition || narrows) return [];
    return [
      ...(schema['type'] === undefined && schema['$ref'] === undefined
        ? [report('form/untyped', keyPlace(pointer), { field })]
        : []),
      ...(schema['title'] === undefined && schema['$ref'] === undefined
        ? [report('form/untitled', keyPlace(pointer), { field })]
        : []),
    ];
  });
