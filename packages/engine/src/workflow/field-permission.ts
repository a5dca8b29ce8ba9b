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
  return [...new Set(changes.map(({ path }) => path))].filter(
    (path) => fieldAccess(fields, path) !== 'editable',
  );
}

/** What a step may do with the answer at a dotted path. What is hidden is not sent, so it cannot be editable as well. */
export function fieldAccess(fields: Fields, path: string): 'editable' | 'readonly' | 'hidden' {
  if (longest(fields.hidden, path) >= 0) return 'hidden';
  const open = longest(fields.editable, path);
  const shut = longest(fields.readonly, path);
  const locked = open === -1 ? shut >= 0 || fields.editable !== undefined : shut >= open;
  return locked ? 'readonly' : 'editable';
}

/**
 * Answers that this step must bring and that are missing; of a column, in any row. `asked` are the names of the fields
 * that the form asks for with these answers: what `*` stands for, without those that the step hides.
 */
export function missingAnswers(
  fields: Fields,
  after: JsonObject,
  asked: readonly string[] = [],
): readonly string[] {
  return requiredPaths(fields, asked).filter((path) => emptyAt(after, path.split('.'), '').length > 0);
}

/** The same as RFC 6901 pointers, so that each row is told by itself. */
export function missingPointers(
  fields: Fields,
  after: JsonObject,
  asked: readonly string[] = [],
): readonly string[] {
  return requiredPaths(fields, asked).flatMap((path) => emptyAt(after, path.split('.'), ''));
}

/** What a step requires by name, `*` written out. */
export function requiredPaths(fields: Fields, asked: readonly string[]): readonly string[] {
  const { required = [], hidden } = fields;
  if (!required.includes('*')) return required;
  const all = asked.filter((name) => longest(hidden, name) === -1);
  return [...new Set([...all, ...required.filter((path) => path !== '*')])];
}

/** What comes back from a step, with the stored answers that it was not sent; rows belong together by their place. */
export function withHidden({ hidden }: Fields, stored: JsonObject | undefined, sent: JsonObject): JsonObject {
  return hidden === undefined || stored === undefined ? sent : restored(hidden, stored, sent, '');
}

function restored(hidden: readonly string[], stored: JsonObject, sent: JsonObject, at: string): JsonObject {
  const entries = Object.entries(stored).flatMap(([key, was]): readonly (readonly [string, Json])[] => {
    const path = at === '' ? key : `${at}.${key}`;
    if (!Object.hasOwn(sent, key)) return longest(hidden, path) >= 0 ? [[key, was]] : [];
    const is = sent[key] as Json;
    if (isList(was) && isList(is)) return [[key, is.map((row, index) => inside(was[index], row, path))]];
    return [[key, inside(was, is, path)]];
  });
  return { ...sent, ...Object.fromEntries(entries) };

  function inside(was: Json | undefined, is: Json, path: string): Json {
    return isObject(was) && isObject(is) ? restored(hidden, was, is, path) : is;
  }
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

/** Pointers of the answers at a path that are empty; a list without a row lacks no column. */
function emptyAt(value: Json | undefined, keys: readonly string[], at: string): readonly string[] {
  if (isList(value)) return value.flatMap((row, index) => emptyAt(row, keys, `${at}/${index}`));
  const [key, ...rest] = keys;
  if (key === undefined) return value === undefined || value === null || value === '' ? [at] : [];
  return emptyAt(isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined, rest, `${at}/${key}`);
}
