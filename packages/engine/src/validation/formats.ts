import { formats as identifierFormats } from '../identifiers/index.ts';

export const isEmail = (text: string): boolean =>
  text.length <= 254 && /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d](?:[a-z\d-]*\.)+[a-z]{2,63}$/i.test(text);

export const isUri = (text: string): boolean =>
  /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i.test(text) && URL.canParse(text);

/** Every `format` of our schema profile; a format not listed here is refused when the validator is made. */
export const formats = { ...identifierFormats, email: isEmail, uri: isUri } as const;

/** The same tests by the names under which this package exports them: code that names one brings no other along. */
export const formatFunctions: Readonly<Record<keyof typeof formats, string>> = {
  'resident-id': 'isResidentId',
  uscc: 'isUscc',
  mobile: 'isMobile',
  date: 'isDate',
  'date-time': 'isDateTime',
  email: 'isEmail',
  uri: 'isUri',
};
