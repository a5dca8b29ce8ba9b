import { isDate, isDateTime } from './date.ts';
import { checkMobile } from './mobile.ts';
import { checkResidentId } from './resident-id.ts';
import { checkUscc } from './uscc.ts';

export const isResidentId = (text: string): boolean => checkResidentId(text).valid;
export const isUscc = (text: string): boolean => checkUscc(text).valid;
export const isMobile = (text: string): boolean => checkMobile(text).valid;

/** JSON Schema `format` → test of a string: what our sealed validators call. No reference date: bounds are fixed. */
export const formats = {
  'resident-id': isResidentId,
  uscc: isUscc,
  mobile: isMobile,
  date: (text: string): boolean => isDate(text),
  'date-time': (text: string): boolean => isDateTime(text),
} as const;
