import { isDate } from './date.ts';
import { invalid, valid, type Check } from './reason.ts';

export type ResidentIdReason =
  /** A first-generation number of 15 digits, no longer valid since 2013: the holder has a new one. */
  | 'fifteen-digits'
  | 'shape'
  | 'region'
  | 'birth-date'
  /** Born after the reference date, or more than 130 years before it. */
  | 'birth-year'
  | 'checksum';

/**
 * GB/T 2260 provinces; 71, 81 and 82 stand in numbers of holders from Taiwan, Hong Kong and Macao, whose residence
 * permits of 2018 begin with 83, 81 and 82.
 */
const REGIONS = new Set(
  (
    '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 ' +
    '71 81 82 83'
  ).split(' '),
);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';
/** Without a reference date only births in these years pass: a form cannot know the day on which it is read. */
const YEARS = { from: 1900, until: 2099 };
const OLDEST = 130;

/**
 * Checks an 18-digit resident identity number (GB 11643-1999): region, real birth date, check digit (`X` upper case).
 * `on` (`YYYY-MM-DD`) bounds the birth date: not after it and not more than 130 years before.
 */
export function checkResidentId(text: unknown, on?: string): Check<ResidentIdReason> {
  if (typeof text !== 'string') return invalid('shape');
  if (/^\d{15}$/.test(text)) return invalid('fifteen-digits');
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return invalid('shape');
  if (!REGIONS.has(text.slice(0, 2))) return invalid('region');
  const birth = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  if (!isDate(birth)) return invalid('birth-date');
  const year = Number(birth.slice(0, 4));
  const plausible = on
    ? birth <= on && Number(on.slice(0, 4)) - year <= OLDEST
    : year >= YEARS.from && year <= YEARS.until;
  if (!plausible) return invalid('birth-year');
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return CHECK_DIGITS[sum % 11] === text[17] ? valid : invalid('checksum');
}

/** Birth date inside a resident identity number that {@link checkResidentId} accepts, else null. */
export function birthDateOf(text: string): string | null {
  if (!checkResidentId(text).valid) return null;
  return `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
}

/** What a resident identity number that {@link checkResidentId} accepts says of its holder: its 17th digit, odd or even; else null. */
export function sexOf(text: string): '男' | '女' | null {
  if (!checkResidentId(text).valid) return null;
  return Number(text[16]) % 2 === 1 ? '男' : '女';
}
