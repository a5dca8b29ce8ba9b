import {
  addDays,
  addMonths,
  addWorkdays,
  closeOf,
  dateOf,
  formatInstant,
  lastPostingDay,
  millisOf,
  type IsoDate,
} from '@zhinan/engine';
import type { DelayDefinition } from '@zhinan/model';

/** How days are counted: whether the first day counts, under one reading, and the region's calendar. */
export interface CountingRule {
  readonly postingDayCounts: boolean;
  readonly region: 'xinjiang' | undefined;
}

/** Last date on which the wait may begin, and its end in ms. */
export interface LastStart {
  readonly date: IsoDate;
  readonly end: number;
}

/**
 * The latest beginning of a wait in days that still ends strictly before `limit` (ms); null when the calendar
 * does not reach; undefined for waits that are not counted from their beginning: their end is an answer.
 */
export function lastStart(
  delay: DelayDefinition,
  limit: number,
  rule: CountingRule,
): LastStart | null | undefined {
  if ('dateOf' in delay || ('from' in delay && delay.from !== undefined)) return undefined;
  const before = formatInstant(limit - 1);
  if ('workdays' in delay) {
    const { workdays } = delay;
    const date = lastPostingDay(
      { workdays, postingDayCounts: rule.postingDayCounts, ...regionOf(rule) },
      before,
    );
    const period =
      date && addWorkdays(date, workdays, rule.region, { postingDayCounts: rule.postingDayCounts });
    return date && period ? { date, end: millisOf(period.endsAt) } : null;
  }
  const add = adder(delay);
  if (!add) return undefined;
  // Its last day must be over: the day before the limit's.
  const lastDay = addDays(dateOf(before), -1);
  for (let date = addDays(add(lastDay, -1), 3); ; date = addDays(date, -1)) {
    const end = add(date, 1);
    if (end <= lastDay) return { date, end: millisOf(closeOf(end)) };
  }
}

function adder(delay: DelayDefinition): ((date: IsoDate, sign: 1 | -1) => IsoDate) | undefined {
  if ('days' in delay) return (date, sign) => addDays(date, sign * delay.days);
  if ('months' in delay) return (date, sign) => addMonths(date, sign * delay.months);
  if ('years' in delay) return (date, sign) => addMonths(date, sign * delay.years * 12);
  return undefined;
}

function regionOf({ region }: CountingRule): { region?: 'xinjiang' } {
  return region ? { region } : {};
}
