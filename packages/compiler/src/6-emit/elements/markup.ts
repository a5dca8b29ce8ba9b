const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '`': '&#96;',
  '\\': '&#92;',
  $: '&#36;',
};

/**
 * Text of a definition as literal text inside a Lit template: safe as HTML, as an attribute value in double quotes
 * and inside the template literal, since every sign with a meaning in one of the three becomes an entity.
 */
export function markup(text: string): string {
  return text.replaceAll(/[&<>"`\\$]/g, (sign) => entities[sign] ?? sign);
}

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
