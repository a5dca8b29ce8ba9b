import { addDays, type IsoDate } from './date.ts';
import { compareInstants, dateOf, type IsoInstant } from './instant.ts';
import type { Region } from './regional.ts';
import { addWorkdays, workdaysBetween, type Period } from './workdays.ts';

/** A public notice (公示) that must run for whole working days. */
export interface Notice {
  readonly postedAt: IsoDate;
  readonly workdays: number;
  readonly postingDayCounts: boolean;
  readonly region?: Region;
}

/** When a notice posted on that day has run its full time; null when the calendar does not reach. */
export function noticeEnd({ postedAt, workdays, postingDayCounts, region }: Notice): Period | null {
  return addWorkdays(postedAt, workdays, region, { postingDayCounts });
}

/** Days before a deadline among which a last posting day is looked for. */
const LONGEST = 366;

/**
 * Last date on which a notice may be posted so that it has run its full time by `deadline`;
 * null when an unknown day decides it, or no day within a year before would do.
 */
export function lastPostingDay(notice: Omit<Notice, 'postedAt'>, deadline: IsoInstant): IsoDate | null {
  const latest = dateOf(deadline);
  // Fewer days before the deadline than working days asked for never suffice; an unknown one among them decides.
  const fewest = Math.min(notice.workdays, LONGEST + 1);
  if (runsBefore({ ...notice, postedAt: addDays(latest, 1 - fewest) }, latest) === null) return null;
  for (let back = fewest; back <= LONGEST; back += 1) {
    const postedAt = addDays(latest, -back);
    const end = noticeEnd({ ...notice, postedAt });
    if (end && compareInstants(end.endsAt, deadline) <= 0) return postedAt;
    // Unknown days after the deadline do not matter: what counts is whether the days before it suffice.
    if (!end && runsBefore({ ...notice, postedAt }, latest) === null) return null;
  }
  return null;
}

/** Working days of the notice that lie before that date, the deadline's own day never being a whole one. */
function runsBefore({ postedAt, postingDayCounts, region }: Notice, date: IsoDate): number | null {
  return workdaysBetween(postingDayCounts ? postedAt : addDays(postedAt, 1), addDays(date, -1), region);
}
