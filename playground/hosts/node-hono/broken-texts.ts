/**
 * Where in a document texts stand that are no whole characters. JSON can write half a surrogate pair (`"\ud800"`) and
 * JSON Schema takes it for a text; UTF-8 cannot, so it would come to light in a store or a printer, when the applicant
 * is gone. For documents that a validator has accepted: others may be nested without end.
 */
export function brokenTexts(
  value: unknown,
  path: readonly (string | number)[] = [],
): readonly (readonly (string | number)[])[] {
  if (typeof value === 'string') return /\p{Surrogate}/u.test(value) ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((item, at) => brokenTexts(item, [...path, at]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => brokenTexts(item, [...path, key]));
}
