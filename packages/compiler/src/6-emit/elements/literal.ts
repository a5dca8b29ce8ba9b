/** A JavaScript literal for a JSON value. */
export function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

/** `answers.side`, or with brackets where the name is no identifier. */
export function member(object: string, key: string): string {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(key)
    ? `${object}.${key}`
    : `${object}[${literal(key)}]`;
}
