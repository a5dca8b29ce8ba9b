import { Gap, between, hi, lo, needsOf, unknown } from './gap.ts';
import type { Num } from './gap.ts';

// Decimal arithmetic on binary numbers: 0.07 * 100 is 7, as a reader of the guideline expects.
const decimal = (value: number): number =>
  Number.isSafeInteger(value) || !Number.isFinite(value) ? value : Number(value.toPrecision(15));

// Nothing times an amount without bound is nothing.
const times = (a: number, b: number): number => (a && b ? decimal(a * b) : 0);

export const add = (a: Num, b: Num): Num => between(decimal(lo(a) + lo(b)), decimal(hi(a) + hi(b)), a, b);

export const sub = (a: Num, b: Num): Num => between(decimal(lo(a) - hi(b)), decimal(hi(a) - lo(b)), a, b);

export function mul(a: Num, b: Num): Num {
  const ends = [times(lo(a), lo(b)), times(lo(a), hi(b)), times(hi(a), lo(b)), times(hi(a), hi(b))];
  return between(Math.min(...ends), Math.max(...ends), a, b);
}

/** Division by a number that the compiler has proved not to be zero. */
export const div = (a: Num, by: number): Num =>
  between(decimal(Math.min(lo(a) / by, hi(a) / by)), decimal(Math.max(lo(a) / by, hi(a) / by)), a);

/**
 * `part / whole` of two counts or sums that are not negative; `whenEmpty` answers for a whole of nothing.
 * Both the quotient and a decimal threshold are the double nearest to the exact number, so equal shares
 * compare equal (3 of 10 is 0.3).
 */
export function share(part: Num, whole: Num, whenEmpty: Num): Num {
  if (hi(whole) <= 0) return whenEmpty;
  const empty = lo(whole) <= 0;
  // Of something negative nothing is promised while the whole is open.
  if (lo(part) < 0 && lo(whole) !== hi(whole)) return new Gap(needsOf(part, whole, whenEmpty));
  const low = lo(part) / hi(whole) || 0;
  const high = empty ? Infinity : hi(part) / lo(whole);
  return between(
    empty ? Math.min(low, lo(whenEmpty)) : low,
    empty ? Math.max(high, hi(whenEmpty)) : high,
    part,
    whole,
    whenEmpty,
  );
}

export const min = (...values: readonly Num[]): Num =>
  values.length ? between(Math.min(...values.map(lo)), Math.min(...values.map(hi)), ...values) : unknown;

export const max = (...values: readonly Num[]): Num =>
  values.length ? between(Math.max(...values.map(lo)), Math.max(...values.map(hi)), ...values) : unknown;
