import type { Json } from '@zhinan/model';

/** RFC 6901: `/a~1b/0` → `['a/b', '0']`. */
export function pointerSegments(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** RFC 6901 pointer of a path. */
export function pointerOf(path: readonly (string | number)[]): string {
  return path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The value a pointer leads to; own properties only, so `__proto__` leads nowhere. */
export function valueAt(json: Json, pointer: string): Json | undefined {
  let value: Json | undefined = json;
  for (const segment of pointerSegments(pointer)) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, segment)) return undefined;
    value = (value as Readonly<Record<string, Json>>)[segment];
  }
  return value;
}

/** Every object in a value with its pointer, outermost first. */
export function* objectsIn(
  json: Json,
  pointer = '',
): Generator<{ pointer: string; object: Readonly<Record<string, Json>> }> {
  if (json === null || typeof json !== 'object') return;
  if (!Array.isArray(json)) yield { pointer, object: json as Readonly<Record<string, Json>> };
  for (const [key, value] of Object.entries(json))
    yield* objectsIn(value as Json, pointer + pointerOf([key]));
}
