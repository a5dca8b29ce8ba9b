import { Gap, isGap, needsOf, unknown } from './gap.ts';
import type { Num, Text } from './gap.ts';

/** Days since 1 January 1970. */
export const ordinal = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** A calendar date that exists, as `YYYY-MM-DD`. */
export function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  // The days that every month has need no calendar.
  if (part(value, 8) <= 28 && part(value, 8) > 0) return part(value, 5) <= 12 && part(value, 5) > 0;
  const days = ordinal(value);
  return Number.isFinite(days) && new Date(days * 86_400_000).toISOString().startsWith(value);
}

const measure =
  (count: (from: string, to: string) => number) =>
  (from: Text, to: Text): Num =>
    isGap(from) || isGap(to) ? new Gap(needsOf(from, to)) : count(from, to);

const part = (date: string, at: number) => Number(date.slice(at, at + 2));

function completedMonths(from: string, to: string): number {
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + part(to, 5) - part(from, 5);
  return part(to, 8) < part(from, 8) ? months - 1 : months;
}

/** Whole months completed from one date to another (negative when reversed, rounded down). */
export const months = measure(completedMonths);

/** Whole years completed, 周年 or 周岁: the anniversary itself counts; 29 February is completed on 1 March. */
export const years = measure((from, to) => Math.floor(completedMonths(from, to) / 12));

/** Days from one date to another. */
export const days = measure((from, to) => ordinal(to) - ordinal(from));

export type DateUnit = 'years' | 'months' | 'days';

/** The date some whole years, months or days on; of a day the month has not, its last (29 February + 1 year: the 28th). */
export function shift(date: Text, by: Num, unit: DateUnit): Text {
  if (isGap(date) || isGap(by)) return new Gap(needsOf(date, by));
  const time = new Date(ordinal(date) * 86_400_000);
  const whole = Math.trunc(by);
  if (unit === 'days') time.setUTCDate(time.getUTCDate() + whole);
  else {
    const months = unit === 'years' ? whole * 12 : whole;
    const day = time.getUTCDate();
    time.setUTCDate(1);
    time.setUTCMonth(time.getUTCMonth() + months + 1, 0);
    time.setUTCDate(Math.min(day, time.getUTCDate()));
  }
  const year = time.getUTCFullYear();
  // Beyond four digits there is no date whose text order is its order.
  return year >= 0 && year <= 9999 ? time.toISOString().slice(0, 10) : unknown;
}
