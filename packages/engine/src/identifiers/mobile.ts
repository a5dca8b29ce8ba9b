import { invalid, valid, type Check } from './reason.ts';

/** Checks a mainland mobile number: 11 digits, 13–19 in front, no separators and no country code. */
export function checkMobile(text: unknown): Check<'shape'> {
  return typeof text === 'string' && /^1[3-9]\d{9}$/.test(text) ? valid : invalid('shape');
}
