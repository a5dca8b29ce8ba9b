import type { Json, JsonObject } from '@zhinan/model';

/** The answers with those of some fields in the form an engine wants them. */
export function adapted(
  answers: JsonObject,
  keys: readonly string[],
  change: (value: Json) => Json | undefined,
): JsonObject {
  const deep = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(deep);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => {
        const next = keys.includes(key) ? change(inner) : deep(inner);
        return next === undefined ? [] : [[key, next]];
      }),
    );
  };
  return deep(answers) as JsonObject;
}
