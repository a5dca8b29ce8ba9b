import { rulesSourceOf } from '../rules/program-rules.ts';
import { header } from './names.ts';
import type { Emitter } from './emitter.ts';

/** `rules.js`: the rules as plain functions, and `rules.d.ts`. */
export const emitRules: Emitter = ({ contract, program }) => {
  const { body, program: table } = rulesSourceOf(contract, program);
  return {
    'rules.js': [
      header(contract),
      "import * as z from '@zhinan/engine/rules';\n",
      `${body}\n`,
      `export const { eligibility, amounts, quotas, explain } = z.program(${table});\n`,
    ].join('\n'),
    'rules.d.ts': [
      header(contract),
      "import type { CompiledRules } from '@zhinan/model';\n",
      ...['eligibility', 'amounts', 'quotas', 'explain'].map(
        (name) => `export declare const ${name}: CompiledRules['${name}'];`,
      ),
      '',
    ].join('\n'),
  };
};
