import { dateOf, daysBetween } from '@zhinan/engine';
import type { Contract, Facts, Json } from '@zhinan/model';
import { pairs } from './compare/pairs.ts';
import { shifted, shiftWords } from './shift.ts';
import type { Shift } from './shift.ts';

/** How an applicant of one edition is dated for the other. */
export interface Redating {
  readonly words?: string;
  readonly toAfter: <T extends Facts | Json>(value: T) => T;
  readonly toBefore: <T extends Facts | Json>(value: T) => T;
}

/**
 * When all common moments lie about the same half year or more apart, the editions are of different rounds: an applicant
 * is then compared with the one who stands there in the same way in the other round. Otherwise applicants stay as they are.
 */
export function redatingOf(before: Contract, after: Contract): Redating {
  const moves = pairs(before.instants, after.instants).both.map(({ before: one, after: other }) => ({
    one: dateOf(one.at),
    other: dateOf(other.at),
    days: daysBetween(dateOf(one.at), dateOf(other.at)),
  }));
  const [first] = moves;
  const apart = moves.every(
    ({ days }) => Math.abs(days) >= 180 && Math.sign(days) === Math.sign(first?.days ?? 0),
  );
  if (!first || !apart) return { toAfter: (value) => value, toBefore: (value) => value };
  const anniversary = moves.find(({ one, other }) => one.slice(5) === other.slice(5)) ?? undefined;
  const shift: Shift = anniversary
    ? {
        unit: 'months',
        by: (Number(anniversary.other.slice(0, 4)) - Number(anniversary.one.slice(0, 4))) * 12,
      }
    : { unit: 'days', by: first.days };
  const back: Shift = { ...shift, by: -shift.by };
  return {
    words: shiftWords(shift),
    toAfter: (value) => redated(value, shift),
    toBefore: (value) => redated(value, back),
  };
}

function redated<T>(value: T, shift: Shift): T {
  if (typeof value === 'string') return shifted(value, shift) as T;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((one: unknown) => redated(one, shift)) as T;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, redated(one, shift)])) as T;
}
