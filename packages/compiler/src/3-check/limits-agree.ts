import { formMessages } from '../diagnostics/messages/forms.ts';
import { reporter } from '../diagnostics/message.ts';
import { schemaNodes } from './form-walk.ts';
import type { Check } from './checking.ts';

const report = reporter(formMessages);
const pairs = [
  ['minimum', 'maximum'],
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
] as const;

export const limitsAgree: Check = (guideline) =>
  [...schemaNodes(guideline)].flatMap(({ schema, pointer, place }) =>
    pairs.flatMap(([low, high]) => {
      const [least, most] = [schema[low], schema[high]];
      if (typeof least !== 'number' || typeof most !== 'number' || least <= most) return [];
      return [
        report('form/limits-contradict', place(`${pointer}/${low}`), {
          low: `${low} ${least}`,
          high: `${high} ${most}`,
        }),
      ];
    }),
  );
