import type { Diagnostic, Json, Place } from '@zhinan/model';
import { dateMessages } from '../diagnostics/messages/dates.ts';
import { reporter } from '../diagnostics/message.ts';
import { objectsIn, pointerOf } from '../1-load/pointer.ts';
import type { SourceFile } from '../1-load/source.ts';
import type { Check } from './checking.ts';

const report = reporter(dateMessages);
const instantKeys = ['at', 'advanceTo'];

/** Every `YYYY-MM-DD` in the edition is a day of the calendar, every instant carries the Beijing offset. */
export const datesExist: Check = ({ source }) => {
  const programs = [...source.programs.values()].flatMap(({ rules, machines, forms }) => [
    rules,
    ...machines.values(),
    ...forms.values(),
  ]);
  return [source.guideline, ...programs, ...source.scenarios.values()].flatMap(datesIn);
};

function datesIn(file: SourceFile): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { pointer, object } of objectsIn(file.json)) {
    for (const [key, value] of Object.entries(object)) {
      const place = () => file.place(pointer + pointerOf([key]));
      const strings = (Array.isArray(value) ? value : [value]).filter(
        (item: Json): item is string => typeof item === 'string',
      );
      for (const text of strings) found.push(...badDate(text, place));
      if (
        instantKeys.includes(key) &&
        typeof value === 'string' &&
        !/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d\+08:00$/.test(value)
      ) {
        found.push(report('date/not-an-instant', place(), { text: value }));
      }
    }
  }
  return found;
}

function badDate(text: string, place: () => Place): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const [date, year, month, day] of text.matchAll(/(?<![\d-])(\d{4})-(\d\d)-(\d\d)(?![\d-])/g)) {
    const days = daysIn(Number(year), Number(month));
    if (Number(day) >= 1 && Number(day) <= days) continue;
    const lastDay = days > 0 ? `${year}-${month}-${String(days).padStart(2, '0')}` : `${year}-12-31`;
    found.push(report('date/does-not-exist', place(), { date, lastDay }));
  }
  return found;
}

/** Days of a month of the Gregorian calendar; 0 where there is no such month. */
function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
