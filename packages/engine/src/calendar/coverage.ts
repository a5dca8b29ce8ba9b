import { addDays, daysBetween, type IsoDate } from './date.ts';
import { NATIONAL } from './national.ts';
import { REGIONAL, WINDOW_DAYS, type OpenWindow, type Region } from './regional.ts';

const years = Object.keys(NATIONAL).map(Number);

/** First and last date whose working status the tables answer; outside it every answer is unknown. */
export const coverage: { readonly from: IsoDate; readonly until: IsoDate } = {
  from: `${Math.min(...years)}-01-01`,
  until: `${Math.max(...years)}-12-31`,
};

/** How much of a year a region's table answers, to be shown beside any answer counted in that year. */
export type RegionalCoverage =
  | { readonly state: 'announced'; readonly source: string }
  /** The notice is not in our tables: days in these stretches (inclusive) are unknown, the rest is national. */
  | {
      readonly state: 'open';
      readonly unknown: readonly {
        readonly feast: string;
        readonly from: IsoDate;
        readonly until: IsoDate;
      }[];
    }
  | { readonly state: 'none' };

/** State of a region's table for one year. */
export function regionalCoverage(year: number, region: Region): RegionalCoverage {
  const { announced, open } = REGIONAL[region];
  const notice = announced[year];
  if (notice) return { state: 'announced', source: notice.source };
  const windows = open[year];
  if (!windows) return { state: 'none' };
  return { state: 'open', unknown: windows.map((window) => ({ feast: window.feast, ...stretch(window) })) };
}

/** Whether a region's notice that we do not have might decide this date. */
export function isRegionallyOpen(date: IsoDate, region: Region): boolean {
  const windows = REGIONAL[region].open[Number(date.slice(0, 4))] ?? [];
  return windows.some((window) => Math.abs(daysBetween(window.about, date)) <= WINDOW_DAYS);
}

function stretch(window: OpenWindow): { readonly from: IsoDate; readonly until: IsoDate } {
  return { from: addDays(window.about, -WINDOW_DAYS), until: addDays(window.about, WINDOW_DAYS) };
}
