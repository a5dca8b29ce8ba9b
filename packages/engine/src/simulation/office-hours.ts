import { addDays, weekdayOf, type IsoDate } from '../calendar/date.ts';
import { dateOf, formatInstant, millisOf, startOf, type IsoInstant } from '../calendar/instant.ts';
import type { Region } from '../calendar/regional.ts';
import { isWorkday } from '../calendar/workdays.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Hours of an office day in Beijing time: 10:00 to 18:00. */
const [OPENS, HOURS] = [10, 8];

/** When people work. Beyond the official calendar Monday to Friday is assumed: good enough to guess with, not to rule. */
export class OfficeHours {
  readonly #region: Region | undefined;
  readonly #known = new Map<IsoDate, boolean>();
  /** The first day of which no official calendar told whether it is worked. */
  assumedFrom: IsoDate | undefined;

  constructor(region?: Region) {
    this.#region = region;
  }

  /** The moment after so many working days of office time, within office hours; exact to the minute. */
  after(at: IsoInstant, days: number): IsoInstant {
    let date = dateOf(at);
    const passed = (millisOf(at) - millisOf(startOf(date))) / HOUR - OPENS;
    let hour = Math.min(Math.max(passed, 0), HOURS);
    if (!this.#worked(date)) hour = HOURS;
    let left = days * HOURS;
    while (hour + left > HOURS) {
      left -= HOURS - hour;
      hour = 0;
      date = addDays(date, 1);
      while (!this.#worked(date)) date = addDays(date, 1);
    }
    const minute = Math.ceil((hour + left) * 60) * 60_000;
    return formatInstant(Math.max(millisOf(startOf(date)) + OPENS * HOUR + minute, millisOf(at)));
  }

  /** Calendar days from one moment to another. */
  static days(from: IsoInstant, to: IsoInstant): number {
    return (millisOf(to) - millisOf(from)) / DAY;
  }

  #worked(date: IsoDate): boolean {
    const known = this.#known.get(date);
    if (known !== undefined) return known;
    const told = isWorkday(date, this.#region);
    if (told === null && (this.assumedFrom === undefined || date < this.assumedFrom)) this.assumedFrom = date;
    const weekday = weekdayOf(date);
    const worked = told ?? (weekday !== 0 && weekday !== 6);
    this.#known.set(date, worked);
    return worked;
  }
}
