import { formMessages } from '../diagnostics/messages/forms.ts';
import { reporter } from '../diagnostics/message.ts';
import { schemaNodes } from './form-walk.ts';
import type { Check } from './checking.ts';

const report = reporter(formMessages);

/** JSON Schema patterns are ECMA-262 with the `u` flag. */
export const patternsCompile: Check = (guideline) =>
  [...schemaNodes(guideline)].flatMap(({ schema, pointer, place }) => {
    const pattern = schema['pattern'];
    if (typeof pattern !== 'string') return [];
    try {
      RegExp(pattern, 'u');
      return [];
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      return [report('form/bad-pattern', place(`${pointer}/pattern`), { problem })];
    }
  });
