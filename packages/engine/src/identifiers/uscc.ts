import { invalid, valid, type Check } from './reason.ts';

export type UsccReason =
  | 'shape'
  /** First two characters: no such registering department or kind of body (GB 32100, table 1). */
  | 'department'
  /** Characters 9–17 are an organisation code (GB 11714) with a wrong check character. */
  | 'organisation-code'
  | 'checksum';

/** GB 32100 leaves out I, O, S, V and Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** Registering department → kinds of body it registers, with the additions made since 2015 (集体经济组织, 村民和居民委员会 …). */
const KINDS: Readonly<Record<string, string>> = {
  1: '1239',
  2: '19',
  3: '123459',
  4: '19',
  5: '123459',
  6: '129',
  7: '129',
  8: '19',
  9: '123',
  A: '19',
  N: '1239',
  Y: '1',
};
/** GB 11714 counts with all letters. */
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Checks an 18-character unified social credit code (GB 32100-2015) and the organisation code inside it (GB 11714-1997). */
export function checkUscc(text: unknown): Check<UsccReason> {
  if (typeof text !== 'string' || !/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text)) {
    return invalid('shape');
  }
  if (!KINDS[text.charAt(0)]?.includes(text.charAt(1))) return invalid('department');
  if (organisationCheck(text.slice(8, 16)) !== text[16]) return invalid('organisation-code');
  const sum = WEIGHTS.reduce(
    (total, weight, index) => total + weight * ALPHABET.indexOf(text.charAt(index)),
    0,
  );
  return ALPHABET[(31 - (sum % 31)) % 31] === text[17] ? valid : invalid('checksum');
}

function organisationCheck(code: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, index) => total + weight * ORGANISATION_ALPHABET.indexOf(code.charAt(index)),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}
