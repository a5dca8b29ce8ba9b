import { addDays, addMonths, coverage, daysBetween } from '@zhinan/engine';
import { yearOf } from './edition-name.ts';

/** By how much the dates of a new edition are moved; the same for all of them. */
export type Shift =
  { readonly unit: 'months'; readonly by: number } | { readonly unit: 'days'; readonly by: number };

/** A date or an instant with offset, written alone. */
export const dateText = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** A moved date or instant; the time of day stays. Text that is no such date is given back as it is. */
export function shifted(text: string, { unit, by }: Shift): string {
  if (!dateText.test(text)) return text;
  try {
    const date = text.slice(0, 10);
    return (unit === 'days' ? addDays(date, by) : addMonths(date, by)) + text.slice(10);
  } catch {
    // 2025-02-30 is the author's mistake, which `check` reports.
    return text;
  }
}

/**
 * The rule of a command line: `P1Y`, `P6M`, `P2W`, `P10D`, or `same-weekday` (whole weeks nearest to the years between the
 * editions, so that a Wednesday stays a Wednesday). Absent: as many years as lie between the names of the editions.
 * Undefined when the rule cannot be read or the years are not in the names.
 */
export function shiftOf(rule: string | undefined, from: string, to: string): Shift | undefined {
  const [old, next] = [yearOf(from), yearOf(to)];
  const years = old === undefined || next === undefined ? undefined : next - old;
  if (rule === undefined) return years === undefined ? undefined : { unit: 'months', by: years * 12 };
  if (rule === 'same-weekday') {
    if (years === undefined || old === undefined) return undefined;
    // Measured from mid-year: whether a 29 February lies between is decided by the years, not by the first deadline.
    const start = `${old}-07-01`;
    return { unit: 'days', by: Math.round(daysBetween(start, addMonths(start, years * 12)) / 7) * 7 };
  }
  const parts = /^(-?)P(\d+)([YMWD])$/.exec(rule);
  if (!parts) return undefined;
  const [, sign, count = '0', unit = 'D'] = parts;
  const size = { Y: 12, M: 1, W: 7, D: 1 }[unit] ?? 1;
  const by = Number(count) * size * (sign ? -1 : 1);
  return unit === 'Y' || unit === 'M' ? { unit: 'months', by } : { unit: 'days', by };
}

/** `推后 1 年`. */
export function shiftWords({ unit, by }: Shift): string {
  const direction = by < 0 ? '提前' : '推后';
  const size = Math.abs(by);
  if (unit === 'months') return `${direction} ${size % 12 === 0 ? `${size / 12} 年` : `${size} 个月`}`;
  return `${direction} ${size} 天${size % 7 === 0 ? `（整 ${size / 7} 周，星期几不变）` : ''}`;
}

/** Years the shift crosses, for limits written as a year; 0 unless it is about whole years. */
export function yearsOf({ unit, by }: Shift): number {
  return Math.round(unit === 'months' ? by / 12 : by / 365.25);
}

/** Whether the working days up to a date are not announced yet. */
export function beyondCalendar(text: string): boolean {
  return text.slice(0, 10) > coverage.until;
}
