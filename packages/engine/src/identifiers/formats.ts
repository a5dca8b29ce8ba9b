import { isDate, isDateTime } from './date.ts';
import { checkMobile } from './mobile.ts';
import { checkResidentId } from './resident-id.ts';
import { checkUscc } from './uscc.ts';

/** JSON Schema `format` → test of a string: what our sealed validators call. No reference date: bounds are fixed. */
export const formats = {
  'resident-id': (text: string): boolean => checkResidentId(text).valid,
  uscc: (text: string): boolean => checkUscc(text).valid,
  mobile: (text: string): boolean => checkMobile(text).valid,
  date: (text: string): boolean => isDate(text),
  'date-time': (text: string): boolean => isDateTime(text),
} as const;
