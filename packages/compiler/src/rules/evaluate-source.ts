import * as runtime from '@zhinan/engine/rules';
import type { CompiledRules } from '@zhinan/model';
import type { CompiledRulesSource } from './compiled-source.ts';

/**
 * Runs the generated code at build time (rehearsal, `zhinan evaluate`, the playground): the very text that ships,
 * so that there is one evaluator only. The text is our own output from typed expressions, never a definition's.
 */
export function evaluateSource({ body, program, words }: CompiledRulesSource): CompiledRules {
  // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- compiles our own generated module; nothing emitted does this
  const make = new Function('z', `'use strict';\n${body}\nreturn z.program(${program}, ${words});`) as (
    z: typeof runtime,
  ) => CompiledRules;
  return make(runtime);
}
