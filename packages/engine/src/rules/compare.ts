import { Gap, and, apart, hi, isGap, lo, needsOf, not, or } from './gap.ts';
import type { Logic, Value } from './gap.ts';

/**
 * `a < b` for numbers, ranks (positions) and dates (`YYYY-MM-DD`, whose text order is their order).
 * Decided as soon as the bounds do not overlap.
 */
export function lt(a: Value, b: Value): Logic {
  if (!isGap(a) && !isGap(b)) return a < b;
  if (hi(a) < lo(b)) return true;
  if (lo(a) >= hi(b)) return false;
  return new Gap(needsOf(a, b));
}

export const gt = (a: Value, b: Value): Logic => lt(b, a);
export const ge = (a: Value, b: Value): Logic => not(lt(a, b));
export const le = (a: Value, b: Value): Logic => not(lt(b, a));

export function eq(a: Value, b: Value): Logic {
  if (!isGap(a) && !isGap(b)) return a === b;
  return apart(a, b) ? false : new Gap(needsOf(a, b));
}

export const ne = (a: Value, b: Value): Logic => not(eq(a, b));

/** `value in (…)`: one of the listed values. */
export const oneOf = (value: Value, options: readonly Value[]): Logic =>
  or(...options.map((option) => eq(value, option)));

/** `value in [from..to]`, both ends included. */
export const inRange = (value: Value, from: Value, to: Value): Logic => and(ge(value, from), le(value, to));
