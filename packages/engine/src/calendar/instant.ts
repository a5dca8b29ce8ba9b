import { addDays, addMonths, isDate, type IsoDate } from './date.ts';

/** A moment as text with offset; ours are Beijing time, `2025-10-08T20:00:00+08:00`. */
export type IsoInstant = string;

const SHAPE = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})$/;
const BEIJING = 8 * 3_600_000;
const FIRST = Date.parse('0001-01-02T00:00:00Z');
const LAST = Date.parse('9999-12-30T00:00:00Z');

/** Milliseconds since 1970 UTC, or null: no offset, no such day or hour, or outside years 1–9999. */
export function parseInstant(text: unknown): number | null {
  const parts = typeof text === 'string' ? SHAPE.exec(text) : null;
  if (!parts) return null;
  const [, date = '', hour = '', minute = '', second = '00', fraction = '0', offset = ''] = parts;
  if (!isDate(date) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const zone = offset === 'Z' ? 0 : offsetMinutes(offset);
  if (zone === null) return null;
  const local = Date.parse(`${date}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0')}Z`);
  const moment = local - zone * 60_000;
  return moment >= FIRST && moment <= LAST ? moment : null;
}

function offsetMinutes(offset: string): number | null {
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(4, 6))];
  if (hours > 14 || minutes > 59) return null;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** As {@link parseInstant}, throwing RangeError: for moments that a check has passed before. */
export function millisOf(instant: IsoInstant): number {
  const moment = parseInstant(instant);
  if (moment === null) throw new RangeError(`not an instant with offset: ${instant}`);
  return moment;
}

/** Beijing time to the second, `YYYY-MM-DDTHH:mm:ss+08:00`; milliseconds are kept when there are any. */
export function formatInstant(millis: number): IsoInstant {
  const text = new Date(millis + BEIJING).toISOString();
  return `${text.endsWith('.000Z') ? text.slice(0, 19) : text.slice(0, 23)}+08:00`;
}

/** The same moment written in Beijing time. */
export function inBeijing(instant: IsoInstant): IsoInstant {
  return formatInstant(millisOf(instant));
}

/** The date in Beijing at that moment. */
export function dateOf(instant: IsoInstant): IsoDate {
  return inBeijing(instant).slice(0, 10);
}

/** 00:00 in Beijing on that date. */
export function startOf(date: IsoDate): IsoInstant {
  return `${addDays(date, 0)}T00:00:00+08:00`;
}

/** 24:00 of that date, that is 00:00 of the next. */
export function closeOf(date: IsoDate): IsoInstant {
  return startOf(addDays(date, 1));
}

/** Negative, zero or positive as `a` is before, at or after `b`. */
export function compareInstants(a: IsoInstant, b: IsoInstant): number {
  return millisOf(a) - millisOf(b);
}

/** The same time of day in Beijing, days later. */
export function plusDays(instant: IsoInstant, days: number): IsoInstant {
  return shift(instant, (date) => addDays(date, days));
}

/** The same time of day on the corresponding day, months later (else the month's last day). */
export function plusMonths(instant: IsoInstant, months: number): IsoInstant {
  return shift(instant, (date) => addMonths(date, months));
}

/** The same time of day on the corresponding day, years later. */
export function plusYears(instant: IsoInstant, years: number): IsoInstant {
  return plusMonths(instant, years * 12);
}

function shift(instant: IsoInstant, move: (date: IsoDate) => IsoDate): IsoInstant {
  const text = inBeijing(instant);
  return move(text.slice(0, 10)) + text.slice(10);
}
