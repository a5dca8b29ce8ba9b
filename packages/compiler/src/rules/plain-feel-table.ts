import { byPriority } from './table-code.ts';
import type { Typed } from './typed.ts';

type Feel = (typed: Typed) => string;

/**
 * A table as one expression: the list of what its matching rows say, then what the hit policy makes of it. `null`
 * while a row may or may not match, and where a U or A table contradicts itself.
 */
export function tableFeel({ table, output }: Extract<Typed, { is: 'table' }>, feel: Feel): string {
  const all = byPriority(table).map(({ when, then }) => {
    const tests = when.flatMap((test) => (test ? [feel(test)] : []));
    const value = then[output];
    const one = `[${value ? feel(value) : 'null'}]`;
    if (!tests.length) return one;
    return `{_row: ${tests.length > 1 ? `(${tests.join(' and ')})` : tests[0]}, _is: if _row then ${one} else if _row = false then [] else [null]}._is`;
  });
  const hits = all.length > 1 ? `concatenate(${all.join(', ')})` : (all[0] ?? '[]');
  const fallback = table.outputs[output]?.default;
  const otherwise = fallback ? feel(fallback) : 'null';
  const orElse = (result: string) => `if count(_hits) = 0 then ${otherwise} else ${result}`;
  const result = {
    U: orElse('if count(_hits) = 1 then _hits[1] else null'),
    A: orElse('if count(distinct values(_hits)) = 1 then _hits[1] else null'),
    F: orElse('_hits[1]'),
    P: orElse('_hits[1]'),
    C: '_hits',
    'C+': 'sum(concatenate([0], _hits))',
    'C#': 'count(_hits)',
    'C<': orElse('min(_hits)'),
    'C>': orElse('max(_hits)'),
  }[table.hitPolicy];
  return `{_hits: ${hits}, _is: if list contains(_hits, null) then null else ${result}}._is`;
}

const letters = { years: 'Y', months: 'M', days: 'D' } as const;

/** A date moved by a duration. */
export function shiftFeel({ date, by, unit, sign }: Extract<Typed, { is: 'shift' }>, feel: Feel): string {
  const length =
    by.is === 'literal' ? `"P${by.value}${letters[unit]}"` : `"P" + string(${feel(by)}) + "${letters[unit]}"`;
  return `(${feel(date)} ${sign < 0 ? '-' : '+'} duration(${length}))`;
}
