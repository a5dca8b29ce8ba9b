import { nationalYears } from './tables.ts';

/** One year's arrangement of public holidays: all days off, weekends among them included, and 调休 days worked. */
export interface HolidayYear {
  /** Number of the notice; several when a later one changed the first. */
  readonly source: string;
  /** What a later notice changed. */
  readonly note?: string;
  /** Days off: a date, or first and last date joined by `/`. */
  readonly off: readonly string[];
  /** Saturdays and Sundays that are worked. */
  readonly work: readonly string[];
}

/**
 * National days by year, from the State Council General Office's yearly notices, kept in
 * `definitions/shared/calendars/national.json`. A new notice is one new year there (the coverage follows from it); until
 * then every date of that year is unknown. A notice may also change the last days of the year before, as that of 2023 did
 * with 31 December 2022.
 */
export const NATIONAL = nationalYears;
