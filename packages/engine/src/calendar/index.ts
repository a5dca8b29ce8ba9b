export { coverage, regionalCoverage, type RegionalCoverage } from './coverage.ts';
export { addDays, addMonths, addYears, daysBetween, isDate, weekdayOf, type IsoDate } from './date.ts';
export {
  closeOf,
  compareInstants,
  dateOf,
  formatInstant,
  inBeijing,
  millisOf,
  parseInstant,
  plusDays,
  plusMonths,
  plusYears,
  startOf,
  type IsoInstant,
} from './instant.ts';
export { NATIONAL as nationalHolidays, type HolidayYear } from './national.ts';
export { lastPostingDay, noticeEnd, type Notice } from './notice.ts';
export { REGIONAL as regionalHolidays, type Region } from './regional.ts';
export {
  addWorkdays,
  isWorkday,
  workdaysBetween,
  workdaysLeft,
  type Counting,
  type Period,
} from './workdays.ts';
