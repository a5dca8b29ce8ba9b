import { isWorkday } from '@zhinan/engine';
import { plusDays, dayOf } from '../../time.ts';
import type { Word } from '../../words.ts';

/** Whose holidays beside the national ones count; `undefined` = none. */
export type Region = 'xinjiang' | undefined;

/** What sort of day offices have: the tables' answer, and whether it differs from an ordinary week. */
export type DayKind = 'work' | 'off' | 'holiday' | 'makeup' | 'unknown';

export const DAY_WORD: Readonly<Record<DayKind, Word>> = {
  work: 'dayWork',
  off: 'dayOff',
  holiday: 'dayHoliday',
  makeup: 'dayMakeup',
  unknown: 'dayUnknown',
};

export const DAY_MARK: Readonly<Partial<Record<DayKind, string>>> = {
  makeup: '班',
  holiday: '休',
  unknown: '？',
};

export function dayKind(day: string, region: Region): DayKind {
  const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  const worked = isWorkday(day, region);
  if (worked === null) return 'unknown';
  if (worked) return weekend ? 'makeup' : 'work';
  return weekend && isWorkday(day) === false && !isRegional(day, region) ? 'off' : 'holiday';
}

/** A day off that only the region has. */
export function isRegional(day: string, region: Region): boolean {
  return region !== undefined && isWorkday(day, region) === false && isWorkday(day) === true;
}

/** Start of the next working day at the same hour; `undefined` beyond the calendar. */
export function nextWorkday(at: string, region: Region): string | undefined {
  for (let next = plusDays(at, 1); ; next = plusDays(next, 1)) {
    const worked = isWorkday(dayOf(next), region);
    if (worked === null) return undefined;
    if (worked) return next;
  }
}
