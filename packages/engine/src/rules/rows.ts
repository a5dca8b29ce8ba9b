import { Gap, and, hi, joined, lo, needsIn, needsOf, not, or, unknown } from './gap.ts';
import type { Logic, Num } from './gap.ts';
import type { EntryView } from '@zhinan/model';
import { field, join, nameOf } from './fields.ts';
import type { Field, Scope } from './fields.ts';
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
export const list = (path: string) =>
  field<Rows>(
    path,
    (answer, scope, view) => {
      const at = join(scope.at, path);
      const name = nameOf(scope, path);
      const key = `${join(scope.key ?? '', path)}[]`;
      const rows = (Array.isArray(answer) ? answer : []).map((data: unknown, index): Row => ({
        scope: { ...scope, data, at: `${at}/${index}`, key, label: `${name}第${index + 1}项` },
        in: true,
      }));
      return Array.isArray(answer) && !scope.open.has(at) ? { rows } : { rows, more: new Gap([view]) };
    },
    Array.isArray,
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
  return sure === most ? sure : new Gap(needsIn([more, ...rows.map((row) => row.in)]), sure, most);
}

const values = ({ rows }: Rows, of: (row: Scope) => Num) =>
  rows.map((row) => ({ value: of(row.scope), in: row.in }));

/** `sum(list.field)`; nothing sums to 0. */
export function sum(source: Rows, of: (row: Scope) => Num): Num {
  const parts = values(source, of).map((row) =>
    row.in === true
      ? row.value
      : new Gap(needsOf(row.in, row.value), Math.min(0, lo(row.value)), Math.max(0, hi(row.value))),
  );
  if (source.more) return new Gap(needsIn([source.more, ...parts]));
  const total = (end: (part: Num) => number) =>
    parts.reduce<number>((sofar, part) => lo(numbers.add(sofar, end(part))), 0);
  const [low, high] = [total(lo), total(hi)];
  return low === high ? low : new Gap(needsIn(parts), low, high);
}

// A row that may not belong, or may still come, can only lower a minimum (and, with signs turned, raise a maximum).
function extreme(source: Rows, of: (row: Scope) => Num, sign: 1 | -1): Num {
  let [low, high] = source.more ? [-Infinity, Infinity] : [Infinity, Infinity];
  const needs: unknown[] = [source.more];
  for (const { value, in: inside } of values(source, of)) {
    const [from, to] = sign === 1 ? [lo(value), hi(value)] : [-hi(value), -lo(value)];
    low = Math.min(low, from);
    if (inside === true) high = Math.min(high, to);
    needs.push(inside, value);
  }
  if (low === Infinity) return unknown;
  if (low === high) return sign * low;
  const ends = sign === 1 ? ([low, high] as const) : ([-high, -low] as const);
  return new Gap(needsIn(needs), ...ends);
}

/** `min(list.field)`; of no rows it is unknown for good. */
export const least = (source: Rows, of: (row: Scope) => Num): Num => extreme(source, of, 1);
export const greatest = (source: Rows, of: (row: Scope) => Num): Num => extreme(source, of, -1);

/** `some x in list satisfies …`. */
export const some = ({ rows, more }: Rows, test: (row: Scope) => Logic): Logic =>
  joined([...(more ? [more] : []), ...rows.map((row) => and(row.in, test(row.scope)))], true);

/** `every x in list satisfies …`. */
export const every = ({ rows, more }: Rows, test: (row: Scope) => Logic): Logic =>
  joined([...(more ? [more] : []), ...rows.map((row) => or(not(row.in), test(row.scope)))], false);

/** Entries that stand in the way: those that belong and of which the test turns out as `bad`. */
export const failing = (
  { rows }: Rows,
  test: (row: Scope) => Logic,
  bad: boolean,
  fields: readonly Field<unknown>[],
): EntryView[] =>
  rows
    .filter((row) => row.in === true && test(row.scope) === bad)
    .map(({ scope }) => {
      const [form = '', ...rest] = scope.at.split('/');
      const own = fields
        .map((one) => one.view({ ...scope, label: '' }))
        .filter(({ text }) => text !== undefined);
      return { form, pointer: `/${rest.join('/')}`, title: scope.label, own };
    });
