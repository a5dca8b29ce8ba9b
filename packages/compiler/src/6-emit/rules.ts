import { rulesSourceOf } from '../rules/program-rules.ts';
import type { Emitter } from './emitter.ts';
import { header } from './names.ts';

/** `<program>/rules.js`: the rules as plain functions that name their clauses; `rules.d.ts` types its exports. */
export const rulesEmitter: Emitter = ({ contract, program }) => {
  const { body, program: table } = rulesSourceOf(contract, program);
  return {
    [`${program.id}/rules.js`]: `${header(contract)}
import * as z from '@zhinan/engine/rules';

${body}

export const rules = z.program(${table});

export const { eligibility, amounts, quotas, explain } = rules;
`,
    [`${program.id}/rules.d.ts`]: `${header(contract)}
import type { CompiledRules } from '@zhinan/model';

/** The rules of ${program.title}. */
export declare const rules: CompiledRules;
${['eligibility', 'amounts', 'quotas', 'explain']
  .map((name) => `export declare const ${name}: CompiledRules['${name}'];`)
  .join('\n')}
`,
  };
};
