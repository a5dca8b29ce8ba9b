import type { FactView } from '@zhinan/model';

/** An answer that is waited for; named only when somebody asks, since most are never shown. */
export type Need = () => FactView;

/**
 * A value not known yet: which answers it waits for, and the bounds (numbers) or values (text) it must lie in.
 * Kleene's "unknown" that remembers why, so that what is missing falls out of the evaluation itself.
 */
export class Gap {
  readonly needs: readonly Need[];
  readonly lo: number;
  readonly hi: number;
  /** For text and yes/no: the values it can still turn out to be. */
  readonly among: readonly unknown[] | undefined;

  constructor(needs: readonly Need[], lo = -Infinity, hi = Infinity, among?: readonly unknown[]) {
    this.needs = needs;
    this.lo = lo;
    this.hi = hi;
    this.among = among;
  }
}

/** Three-valued truth: a {@link Gap} is unknown. */
export type Logic = boolean | Gap;
export type Num = number | Gap;
export type Text = string | Gap;
export type Value = boolean | number | string | Gap;

export const isGap = (value: unknown): value is Gap => value instanceof Gap;

/** A value nobody can still supply, e.g. the smallest of no numbers. */
export const unknown = new Gap([]);

/** All answers the given values wait for. */
export const needsIn = (values: readonly unknown[]): Need[] =>
  values.flatMap((value) => (isGap(value) ? value.needs : []));
export const needsOf = (...values: readonly unknown[]): Need[] => needsIn(values);

export const lo = (value: Value): number => (isGap(value) ? value.lo : (value as number));
export const hi = (value: Value): number => (isGap(value) ? value.hi : (value as number));

/** A number when the bounds meet, otherwise what is still open. */
export const between = (from: number, to: number, ...parts: readonly unknown[]): Num =>
  from === to ? from : new Gap(needsOf(...parts), from, to);

/** Kleene conjunction (`decides` false) or disjunction (`decides` true) of any number of values. */
export function joined(values: readonly Logic[], decides: boolean): Logic {
  if (values.includes(decides)) return decides;
  return values.some(isGap) ? new Gap(needsIn(values)) : !decides;
}

/** Kleene conjunction: one false decides. */
export const and = (...values: readonly Logic[]): Logic => joined(values, false);

/** Kleene disjunction: one true decides. */
export const or = (...values: readonly Logic[]): Logic => joined(values, true);

export const not = (value: Logic): Logic => (isGap(value) ? value : !value);

const amongOf = (value: Value): readonly unknown[] | undefined => (isGap(value) ? value.among : [value]);

/** Values that can no longer turn out equal. */
export function apart(a: Value, b: Value): boolean {
  if (hi(a) < lo(b) || lo(a) > hi(b)) return true;
  const [some, others] = [amongOf(a), amongOf(b)];
  return some !== undefined && others !== undefined && !some.some((one) => others.includes(one));
}

/** What is certain when it is not known which of two values it will be. */
export function either<T extends Value>(a: T, b: T, ...because: readonly unknown[]): T | Gap {
  if (a === b && !isGap(a)) return a;
  const number = typeof a !== 'string' && typeof b !== 'string';
  const [some, others] = [amongOf(a), amongOf(b)];
  return new Gap(
    needsOf(a, b, ...because),
    number ? Math.min(lo(a), lo(b)) : -Infinity,
    number ? Math.max(hi(a), hi(b)) : Infinity,
    some && others && some.length + others.length <= 64 ? [...new Set([...some, ...others])] : undefined,
  );
}

/** `if condition then a else b`; an unknown condition leaves what both branches allow. */
export const choose = <T extends Value>(condition: Logic, a: T, b: T): T | Gap =>
  isGap(condition) ? either(a, b, condition) : condition ? a : b;
