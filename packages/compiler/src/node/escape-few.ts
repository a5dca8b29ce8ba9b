const beyondLatin1 = /[\u0100-\uffff]/g;

/** One such sign in so many letters. */
const few = 20;

/**
 * Code whose few signs beyond Latin-1 are written as escapes: a browser keeps a script with only one of them in two
 * bytes a letter. A script that is mostly Chinese stays as it is. Only strings, templates and expressions of a script
 * may have such signs, in which an escape means the same.
 */
export function withFewEscaped(code: string): string {
  const signs = code.match(beyondLatin1)?.length ?? 0;
  if (signs * few > code.length) return code;
  return code.replaceAll(beyondLatin1, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
