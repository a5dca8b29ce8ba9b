import { Gap, and, hi, lo, needsOf, not, or } from './gap.ts';
import type { Logic, Num, Value } from './gap.ts';
import { field, join, listWords, titleIn } from './fields.ts';
import type { Options, Scope } from './fields.ts';
import * as numbers from './number.ts';

/** One row of a list and whether it belongs (unknown while the filter's answer is). */
interface Row {
  readonly scope: Scope;
  readonly in: Logic;
}

/** Rows of a list; `more` is set while further rows may come: the list is absent or marked open. */
export interface Rows {
  readonly rows: readonly Row[];
  readonly more?: Gap;
}

/** A list field. An absent list is one of which no row is known yet; a present one is closed unless marked open. */
export const list = (path: string, title: string, options?: Options) =>
  field<Rows>(
    path,
    title,
    (answer, scope, view) => {
      const at = join(scope.at, path);
      const name = titleIn(scope, title);
      const rows = (Array.isArray(answer) ? answer : []).map((data: unknown, index): Row => ({
        scope: { data, at: `${at}/${index}`, label: `${name}第${index + 1}项`, open: scope.open },
        in: true,
      }));
      return Array.isArray(answer) && !scope.open.has(at) ? { rows } : { rows, more: new Gap([view]) };
    },
    (answer) => (Array.isArray(answer) ? listWords(answer, options) : undefined),
  );

/** `list[condition]`. */
export const filter = (source: Rows, keep: (row: Scope) => Logic): Rows => ({
  ...source,
  rows: source.rows
    .map(({ scope, in: inside }) => ({ scope, in: and(inside, keep(scope)) }))
    .filter((row) => row.in !== false),
});

/** `count(list)`, as bounds while rows or their answers are missing. */
export function count({ rows, more }: Rows): Num {
  const sure = rows.filter((row) => row.in === true).length;
  const most = more ? Infinity : rows.length;
  return sure === most ? sure : new Gap(needsOf(more, ...rows.map((row) => row.in)), sure, most);
}

const values = ({ rows }: Rows, of: (row: Scope) => Num) =>
  rows.map((row) => ({ value: of(row.scope), in: row.in }));

/** `sum(list.field)`; nothing sums to 0. */
export function sum(source: Rows, of: (row: Scope) => Num): Num {
  const total = values(source, of).reduce<Num>((sofar, row) => {
    if (row.in === true) return numbers.add(sofar, row.value);
    const part = new Gap(needsOf(row.in, row.value), Math.min(0, lo(row.value)), Math.max(0, hi(row.value)));
    return numbers.add(sofar, part);
  }, 0);
  return source.more ? new Gap(needsOf(total, source.more)) : total;
}

// A row that may not belong, or may still come, can only lower a minimum and raise a maximum.
function extreme(source: Rows, of: (row: Scope) => Num, sign: 1 | -1): Num {
  const parts = values(source, of);
  const sure = parts.filter((row) => row.in === true).map((row) => row.value);
  const best = numbers.min(...(sign === 1 ? sure : sure.map((value) => numbers.sub(0, value))));
  const rest = parts
    .filter((row) => row.in !== true)
    .map((row) => (sign === 1 ? lo(row.value) : -hi(row.value)));
  const low = source.more ? -Infinity : Math.min(lo(best), ...rest);
  const needs = needsOf(best, source.more, ...parts.flatMap((row) => [row.in, row.value]));
  const result = low === hi(best) ? low : new Gap(needs, low, hi(best));
  return sign === 1 ? result : numbers.sub(0, result);
}

/** `min(list.field)`; of no rows it is unknown for good. */
export const least = (source: Rows, of: (row: Scope) => Num): Num => extreme(source, of, 1);
export const greatest = (source: Rows, of: (row: Scope) => Num): Num => extreme(source, of, -1);

/** `some x in list satisfies …`. */
export const some = ({ rows, more }: Rows, test: (row: Scope) => Logic): Logic =>
  or(...(more ? [more] : []), ...rows.map((row) => and(row.in, test(row.scope))));

/** `every x in list satisfies …`. */
export const every = ({ rows, more }: Rows, test: (row: Scope) => Logic): Logic =>
  and(...(more ? [more] : []), ...rows.map((row) => or(not(row.in), test(row.scope))));

/** Rows of a list of codes seen through one reader, for `value in list`. */
export const contains = (source: Rows, of: (row: Scope) => Value, equals: (member: Value) => Logic): Logic =>
  some(source, (row) => equals(of(row)));
