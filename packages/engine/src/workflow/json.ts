import type { Json, JsonObject } from '@zhinan/model';

// `Array.isArray` does not narrow readonly arrays away from an object type; these do.
export function isList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}

export function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !isList(json);
}

export function objectOf(json: Json | undefined): JsonObject {
  return isObject(json) ? json : {};
}

/** XState takes one thing or a list of them nearly everywhere. */
export function listOf(json: Json | undefined): readonly Json[] {
  if (json === undefined || json === null) return [];
  return isList(json) ? json : [json];
}

export function textsOf(json: Json | undefined): readonly string[] {
  return listOf(json).filter((each) => typeof each === 'string');
}

/** Same JSON value, key order aside. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (isList(a))
    return isList(b) && a.length === b.length && a.every((each, index) => sameJson(each, b[index]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  );
}

/** The value under a dotted path, own properties only; undefined where nothing stands. */
export function valueAt(json: Json | undefined, path: string): Json | undefined {
  let value = json;
  for (const key of path.split('.')) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}
