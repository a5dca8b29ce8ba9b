import type { Json, JsonObject, StateMeta } from '@zhinan/model';
import { isList, isObject, sameJson } from './json.ts';

type Fields = NonNullable<StateMeta['fields']>;

/**
 * Answers that the event changes although this step may not: dotted paths, rows of a list passed through, so that
 * `team.level` is a column. Of several patterns that fit the longest decides; where `editable` is given nothing else is.
 */
export function lockedChanges(
  fields: Fields,
  before: JsonObject | undefined,
  after: JsonObject,
): readonly string[] {
  const changes = changedPaths(before, after, '').filter(
    // What a step hides is not sent to it, so it cannot come back.
    ({ path, gone }) => !gone || longest(fields.hidden, path) === -1,
  );
  return [...new Set(changes.map(({ path }) => path))].filter((path) => {
    const open = longest(fields.editable, path);
    const shut = Math.max(longest(fields.readonly, path), longest(fields.hidden, path));
    return open === -1 ? shut >= 0 || fields.editable !== undefined : shut >= open;
  });
}

/** Answers that this step must bring and that are missing; of a column, in any row. */
export function missingAnswers({ required = [] }: Fields, after: JsonObject): readonly string[] {
  return required.filter((path) => valuesAt(after, path.split('.')).some((value) => isEmpty(value)));
}

interface Change {
  readonly path: string;
  readonly gone: boolean;
}

function changedPaths(before: Json | undefined, after: Json | undefined, path: string): readonly Change[] {
  if (sameJson(before, after)) return [];
  if (isList(before) || isList(after)) {
    const [was, is] = [isList(before) ? before : [], isList(after) ? after : []];
    const rows = Array.from({ length: Math.max(was.length, is.length) }, (_, index) => index);
    return rows.flatMap((index) => changedPaths(was[index], is[index], path));
  }
  if (!isObject(before) && !isObject(after)) return [{ path, gone: after === undefined }];
  const [was, is] = [isObject(before) ? before : {}, isObject(after) ? after : {}];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((key) =>
    changedPaths(
      Object.hasOwn(was, key) ? was[key] : undefined,
      Object.hasOwn(is, key) ? is[key] : undefined,
      path === '' ? key : `${path}.${key}`,
    ),
  );
}

/** Length of the longest pattern that covers the path, 0 for `*`, -1 for none. */
function longest(patterns: readonly string[] | undefined, path: string): number {
  const lengths = (patterns ?? []).map((pattern) => {
    if (pattern === '*') return 0;
    return path === pattern || path.startsWith(`${pattern}.`) ? pattern.length : -1;
  });
  return Math.max(-1, ...lengths);
}

function valuesAt(value: Json | undefined, [key, ...rest]: readonly string[]): readonly (Json | undefined)[] {
  if (isList(value)) return value.flatMap((row) => valuesAt(row, key === undefined ? [] : [key, ...rest]));
  if (key === undefined) return [value];
  return valuesAt(isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined, rest);
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '';
}
