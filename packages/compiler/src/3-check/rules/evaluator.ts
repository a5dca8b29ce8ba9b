import * as runtime from '@zhinan/engine/rules';
import type { Expr, Params } from '@zhinan/engine/rules';
import type { Facts } from '@zhinan/model';
import { Generator } from '../../rules/generate.ts';
import type { Typed } from '../../rules/typed.ts';

/** What the runtime looks names up in: all answers of an applicant, or one row of a list. */
export type RuntimeScope = Parameters<Expr<boolean>>[0];
export type Evaluate = (facts: RuntimeScope, params: Params, ...rows: readonly RuntimeScope[]) => unknown;

const closed: ReadonlySet<string> = new Set();
export const scopeOf = (data: Facts | unknown): RuntimeScope => ({ data, at: '', label: '', open: closed });

/**
 * Compiles parts of expressions by the same generator and runtime as the rules that ship: analysis has no
 * evaluator of its own. A value that is not decided comes back as an object.
 */
export function evaluators(expressions: readonly Typed[], region?: 'xinjiang'): readonly Evaluate[] {
  const generator = new Generator(region);
  const code = expressions.map((typed) => generator.expression(typed));
  const body = `'use strict';\n${generator.constants().join('\n')}\nreturn [${code
    .map((text) => `(f, p, row, row2, row3) => ${text}`)
    .join(',\n')}];`;
  // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- compiles our own generated code, at build time only
  return (new Function('z', body) as (z: typeof runtime) => readonly Evaluate[])(runtime);
}
