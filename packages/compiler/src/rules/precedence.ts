import type { CompareOp, Span, Syntax } from './syntax.ts';

/** One item of a flat row of operands and operators; `options` is what may stand after `in`. */
export type Operand =
  | { readonly syntax: Syntax }
  | { readonly options: readonly Syntax[] }
  | { readonly op: 'and' | 'or' }
  | { readonly op: CompareOp | 'in'; readonly span: Span };

/** Groups a flat row by the usual precedence: comparisons, then `and`, then `or`. */
export function precedence(row: readonly Operand[]): Syntax {
  return group(row, 'or', (some) => group(some, 'and', comparison));
}

function group(
  row: readonly Operand[],
  op: 'and' | 'or',
  inner: (row: readonly Operand[]) => Syntax,
): Syntax {
  const runs: Operand[][] = [[]];
  for (const item of row) {
    if ('op' in item && item.op === op) runs.push([]);
    else runs.at(-1)?.push(item);
  }
  const parts = runs.map(inner);
  const [first, second] = parts;
  const last = parts.at(-1);
  if (!first || !last) throw new TypeError('an operator without operands');
  return second ? { is: op, parts, from: first.from, to: last.to } : first;
}

function comparison(row: readonly Operand[]): Syntax {
  const [first, ...rest] = row;
  if (!first || !('syntax' in first)) throw new TypeError('a comparison without a left side');
  let left = first.syntax;
  for (let index = 0; index + 1 < rest.length; index += 2) {
    const [op, right] = [rest[index], rest[index + 1]];
    if (!op || !right || !('op' in op)) continue;
    left = compare(left, op.op as CompareOp | 'in', right);
  }
  return left;
}

function compare(left: Syntax, op: CompareOp | 'in', right: Operand): Syntax {
  if ('options' in right) {
    const to = right.options.at(-1)?.to ?? left.to;
    return { is: 'in', value: left, options: right.options, from: left.from, to };
  }
  if (!('syntax' in right)) return left;
  const span = { from: left.from, to: right.syntax.to };
  return op === 'in'
    ? { is: 'in', value: left, options: [right.syntax], ...span }
    : { is: 'compare', op, left, right: right.syntax, ...span };
}
