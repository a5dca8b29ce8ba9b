import type { Json, JsonObject } from '@zhinan/model';

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object itself, or an empty one: absent and misshapen parts have nothing to check here. */
export function objectOr(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** XState's "one or many": a list as it is, a single value as a list of one, absence as an empty list. */
export function listed(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return isJsonArray(value) ? value : [value];
}

function isJsonArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** The strings of a "one or many" value. */
export function strings(value: Json | undefined): readonly string[] {
  return listed(value).filter((item) => typeof item === 'string');
}
