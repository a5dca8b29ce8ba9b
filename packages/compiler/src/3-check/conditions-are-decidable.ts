import type { Json, JsonObject } from '@zhinan/model';
import { formMessages } from '../diagnostics/messages/forms.ts';
import { reporter } from '../diagnostics/message.ts';
import { schemaNodes } from './form-walk.ts';
import type { Check } from './checking.ts';

const report = reporter(formMessages);

/** Browser, server and RJSF must agree on what is shown: an `if` compares fields of its own level with const or enum, and requires them. */
export const conditionsAreDecidable: Check = (guideline) =>
  [...schemaNodes(guideline)].flatMap(({ schema, pointer, place }) => {
    const condition = schema['if'];
    if (condition === undefined) return [];
    const problem = undecidable(condition);
    return problem === undefined
      ? []
      : [report('form/condition-not-decidable', place(`${pointer}/if`), { field: problem })];
  });

function undecidable(condition: Json): string | undefined {
  if (condition === null || typeof condition !== 'object' || Array.isArray(condition))
    return String(condition);
  const { properties, required, ...rest } = condition as JsonObject;
  const other = Object.keys(rest)[0];
  if (other !== undefined) return other;
  if (properties === undefined || properties === null || typeof properties !== 'object') return 'if';
  for (const [name, test] of Object.entries(properties as JsonObject)) {
    const keys = test !== null && typeof test === 'object' ? Object.keys(test) : [];
    const compared =
      keys.length > 0 && keys.every((key) => ['const', 'enum', 'contains', 'type'].includes(key));
    if (!compared || !Array.isArray(required) || !required.includes(name)) return name;
  }
  return undefined;
}
