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
 * Xinjiang, 自治区少数民族习惯节日放假办法 (government order 174): 肉孜节 one day, 古尔邦节 three days, for everybody.
 * The yearly notice of the regional government fixes the dates; we hold those of 2022, 2023 and 2025.
 */
export const REGIONAL: Readonly<Record<Region, RegionalCalendar>> = {
  xinjiang: {
    title: '新疆维吾尔自治区',
    announced: {
      2022: {
        source: '自治区人民政府2022年节假日放假调休通知（文号未录）',
        off: ['2022-05-05', '2022-07-09/2022-07-13'],
        work: [],
      },
      2023: {
        source: '自治区人民政府2023年节假日放假调休通知（文号未录）',
        off: ['2023-04-21', '2023-06-28/2023-06-30'],
        work: [],
      },
      2025: {
        source: '自治区人民政府2025年节假日放假调休通知（文号未录）',
        off: ['2025-03-29/2025-03-31', '2025-06-06/2025-06-10'],
        work: [],
      },
    },
    open: {
      2019: [
        { feast: '肉孜节', about: '2019-06-05' },
        { feast: '古尔邦节', about: '2019-08-11' },
      ],
      2020: [
        { feast: '肉孜节', about: '2020-05-24' },
        { feast: '古尔邦节', about: '2020-07-31' },
      ],
      2021: [
        { feast: '肉孜节', about: '2021-05-13' },
        { feast: '古尔邦节', about: '2021-07-20' },
      ],
      2024: [
        { feast: '肉孜节', about: '2024-04-10' },
        { feast: '古尔邦节', about: '2024-06-17' },
      ],
      2026: [
        { feast: '肉孜节', about: '2026-03-20' },
        { feast: '古尔邦节', about: '2026-05-27' },
      ],
    },
  },
};
