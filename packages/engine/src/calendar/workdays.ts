import type { Truth } from '@zhinan/model';
import { coverage, isRegionallyOpen } from './coverage.ts';
import { addDays, weekdayOf, type IsoDate } from './date.ts';
import { closeOf, compareInstants, dateOf, type IsoInstant } from './instant.ts';
import { NATIONAL } from './national.ts';
import { REGIONAL, type Region, type RegionalYear } from './regional.ts';

const national = tableOf(Object.values(NATIONAL));
const regional = {
  xinjiang: tableOf(Object.values(REGIONAL.xinjiang.announced)),
} satisfies Record<Region, ReadonlyMap<IsoDate, boolean>>;

function tableOf(years: readonly RegionalYear[]): ReadonlyMap<IsoDate, boolean> {
  const table = new Map<IsoDate, boolean>();
  for (const year of years) {
    for (const range of year.off) {
      const [from = range, until = from] = range.split('/');
      for (let date = from; date <= until; date = addDays(date, 1)) table.set(date, false);
    }
    for (const date of year.work) table.set(date, true);
  }
  return table;
}

/**
 * Whether offices work on that date; null when the tables do not say: outside {@link coverage}, or near a regional
 * feast in a year whose regional notice we do not have. Throws RangeError on no date.
 */
export function isWorkday(date: IsoDate, region?: Region): Truth {
  const weekday = weekdayOf(date);
  if (date < coverage.from || date > coverage.until) return null;
  if (region) {
    const own = regional[region].get(date);
    if (own !== undefined) return own;
  }
  const announced = national.get(date);
  // A national day off stays one whatever the region adds; only its other days are open.
  if (announced === false) return false;
  if (region && isRegionallyOpen(date, region)) return null;
  return announced ?? (weekday !== 0 && weekday !== 6);
}

export interface Counting {
  /** The first day is counted itself, if it is a working day. */
  readonly postingDayCounts?: boolean;
}

export interface Period {
  /** Last working day of the period. */
  readonly lastDay: IsoDate;
  /** Its close: 00:00 of the next day. */
  readonly endsAt: IsoInstant;
}

/** The period of `count` whole working days from a date on; null when a day on the way is unknown. */
export function addWorkdays(
  date: IsoDate,
  count: number,
  region?: Region,
  counting: Counting = {},
): Period | null {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`not a number of working days: ${count}`);
  let day = counting.postingDayCounts ? date : addDays(date, 1);
  for (let left = count; ; day = addDays(day, 1)) {
    const worked = isWorkday(day, region);
    if (worked === null) return null;
    if (worked) left -= 1;
    if (left === 0) return { lastDay: day, endsAt: closeOf(day) };
  }
}

/** Working days from `from` to `to`, both included; 0 when `to` is earlier; null when one of the days is unknown. */
export function workdaysBetween(from: IsoDate, to: IsoDate, region?: Region): number | null {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const worked = isWorkday(day, region);
    if (worked === null) return null;
    if (worked) count += 1;
  }
  return count;
}

/**
 * Working days still left at `at` before `due`: those after today up to the due day. A day that ends at `due` 00:00
 * is the last one. 0 on the last day and after; null when a day in between is unknown.
 */
export function workdaysLeft(at: IsoInstant, due: IsoInstant, region?: Region): number | null {
  if (compareInstants(at, due) >= 0) return 0;
  const date = dateOf(due);
  const lastDay = compareInstants(closeOf(addDays(date, -1)), due) === 0 ? addDays(date, -1) : date;
  return workdaysBetween(addDays(dateOf(at), 1), lastDay, region);
}
