import { regionalCalendars } from './tables.ts';

/** A region with holidays of its own; `undefined` elsewhere means the national calendar alone. */
export type Region = 'xinjiang';

/** What one year's regional notice adds to the national days. */
export interface RegionalYear {
  readonly source: string;
  readonly off: readonly string[];
  readonly work: readonly string[];
}

/** A stretch in which a feast's days off lie in a year whose regional notice is not in our tables. */
export interface OpenWindow {
  readonly feast: '肉孜节' | '古尔邦节';
  /** The feast by the astronomical calendar; the announced day may differ by one. */
  readonly about: string;
}

export interface RegionalCalendar {
  readonly title: string;
  /** Years whose notice we have, by year. */
  readonly announced: Readonly<Record<number, RegionalYear>>;
  /** Years without: the days around these feasts are unknown, all others follow the national calendar. */
  readonly open: Readonly<Record<number, readonly OpenWindow[]>>;
}

/** Days before and after a feast whose working status a notice might change (a break of five days, shifted weekends). */
export const WINDOW_DAYS = 9;

/**
 * Regions by id, from `definitions/shared/calendars`. Xinjiang, 自治区少数民族习惯节日放假办法 (government order 174):
 * 肉孜节 one day, 古尔邦节 three days, for everybody; the yearly notice of the regional government fixes the dates.
 */
export const REGIONAL = regionalCalendars;
