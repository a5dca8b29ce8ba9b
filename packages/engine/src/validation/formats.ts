import { formats as identifierFormats } from '../identifiers/index.ts';

/** Every `format` of our schema profile; a format not listed here is refused when the validator is made. */
export const formats = {
  ...identifierFormats,
  email: (text: string): boolean =>
    text.length <= 254 && /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d](?:[a-z\d-]*\.)+[a-z]{2,63}$/i.test(text),
  uri: (text: string): boolean => /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i.test(text) && URL.canParse(text),
} as const;
