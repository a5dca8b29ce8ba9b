import { addDays, coverage, isWorkday } from '@zhinan/engine';
import type { Region } from '@zhinan/engine';

const distances = (days: readonly number[]) =>
  days.map((day, at) => (day - (days[at - 1] ?? 0)).toString(36)).join(' ');

/**
 * The working-day calendar as code: first day covered, number of days, and, as distances in base 36, the days that
 * differ from the week (weekends worked, weekdays off) and the days nobody has announced yet.
 */
export function calendarCode(region?: Region): string {
  const differ: number[] = [];
  const open: number[] = [];
  let index = 0;
  for (let day = coverage.from; day <= coverage.until; day = addDays(day, 1), index += 1) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    const worked = isWorkday(day, region);
    if (worked === null) open.push(index);
    else if (worked !== (weekday !== 0 && weekday !== 6)) differ.push(index);
  }
  return `z.calendar(${[coverage.from, index, distances(differ), distances(open)].map((part) => JSON.stringify(part)).join(', ')})`;
}
