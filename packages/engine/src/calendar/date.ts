/** A calendar date `YYYY-MM-DD`, years 0001–9999, proleptic Gregorian; compared as text. */
export type IsoDate = string;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY = 86_400_000;

/** Milliseconds of midnight UTC of that date: only a day counter here, never a moment. Throws RangeError on no date. */
function dayStamp(date: IsoDate): number {
  const parts = SHAPE.exec(date);
  if (!parts) throw new RangeError(`not a date: ${date}`);
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const stamp = utc(year, month - 1, day);
  // A day or month that there is not runs over into another. Asked often enough that no text is made of it.
  const made = new Date(stamp);
  if (year < 1 || made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day)
    throw new RangeError(`not a date: ${date}`);
  return stamp;
}

/** `Date.UTC` reads years 0–99 as 19xx, so the year is set apart. */
function utc(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day);
}

function fromStamp(stamp: number): IsoDate {
  const date = new Date(stamp);
  if (Number.isNaN(stamp) || date.getUTCFullYear() < 1 || date.getUTCFullYear() > 9999) {
    throw new RangeError('date outside years 0001–9999');
  }
  return date.toISOString().slice(0, 10);
}

/** Whether the text is a real calendar date `YYYY-MM-DD` (30 February is not). */
export function isDate(text: unknown): text is IsoDate {
  if (typeof text !== 'string') return false;
  try {
    dayStamp(text);
    return true;
  } catch {
    return false;
  }
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(date: IsoDate): number {
  return new Date(dayStamp(date)).getUTCDay();
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return fromStamp(dayStamp(date) + days * DAY);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((dayStamp(to) - dayStamp(from)) / DAY);
}

/** The corresponding day months later, else that month's last day (Civil Code art. 202). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const start = new Date(dayStamp(date));
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + months];
  const lastDay = new Date(utc(year, month + 1, 0)).getUTCDate();
  return fromStamp(utc(year, month, Math.min(start.getUTCDate(), lastDay)));
}

/** The corresponding day years later; 29 February falls to 28 February in a common year (Civil Code art. 202). */
export function addYears(date: IsoDate, years: number): IsoDate {
  return addMonths(date, years * 12);
}
