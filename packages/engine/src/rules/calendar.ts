import { ordinal } from './dates.ts';
import { Gap, isGap, needsOf, unknown } from './gap.ts';
import type { Num, Text } from './gap.ts';

/** Working days counted up from the first day covered; `until[n]` is how many lie in the first n days. */
export interface Calendar {
  readonly first: number;
  readonly until: readonly number[];
  /** Days of which nobody knows, in order. */
  readonly open: readonly number[];
}

function days(distances: string): number[] {
  let day = 0;
  return distances ? distances.split(' ').map((distance) => (day += Number.parseInt(distance, 36))) : [];
}

/** A calendar from its first day, its length, and the days that differ from the week or are not announced. */
export function calendar(from: string, length: number, differ: string, open: string): Calendar {
  const first = ordinal(from);
  const exceptions = new Set(days(differ));
  const until = [0];
  for (let day = 0; day < length; day += 1) {
    // 1 January 1970 was a Thursday.
    const weekend = (first + day + 4) % 7 === 0 || (first + day + 4) % 7 === 6;
    until.push((until[day] ?? 0) + (weekend === exceptions.has(day) ? 1 : 0));
  }
  return { first, until, open: days(open) };
}

/**
 * Working days after `from` up to and including `to`, negative when reversed; unknown beyond the calendar and across
 * days not announced yet.
 */
export function workdays(from: Text, to: Text, { first, until, open }: Calendar): Num {
  if (isGap(from) || isGap(to)) return new Gap(needsOf(from, to));
  if (to === from) return 0;
  if (to < from) {
    const turned = workdays(to, from, { first, until, open });
    return isGap(turned) ? turned : 0 - turned;
  }
  const [start, end] = [ordinal(from) - first + 1, ordinal(to) - first + 1];
  const [before, upTo] = [until[start], until[end]];
  if (before === undefined || upTo === undefined || open.some((day) => day >= start && day < end))
    return unknown;
  return upTo - before;
}
