import type { Json, JsonObject } from '@zhinan/model';

/** Answers as the form edits them in place: rows keep their identity while they are moved. */
export type Answer = null | boolean | number | string | Answer[] | Answers;
export interface Answers {
  [key: string]: Answer;
}

/** Keys that would reach a prototype instead of the data; a draft may come from anywhere. */
const unsafe = new Set(['__proto__', 'constructor', 'prototype']);

export function isObject(value: unknown): value is Answers {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A deep, editable copy of plain JSON; anything that is not JSON is left out. */
export function copyAnswer(value: unknown): Answer | undefined {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (Array.isArray(value)) return value.map(copyAnswer).filter((item) => item !== undefined);
  if (typeof value !== 'object') return undefined;
  return copyAnswers(value);
}

export function copyAnswers(value: object): Answers {
  const copy: Answers = {};
  for (const [key, item] of Object.entries(value)) {
    const answer = unsafe.has(key) ? undefined : copyAnswer(item);
    if (answer !== undefined) copy[key] = answer;
  }
  return copy;
}

/** Pointer (RFC 6901) of a property below another pointer. */
export function below(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

export function segments(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The names on the way to a pointer, without row numbers: `/team/0/level` is `team.level`. */
export function fieldPath(pointer: string, separator = '.'): string {
  return segments(pointer)
    .filter((segment) => !/^\d+$/.test(segment))
    .join(separator);
}

/** The answer at a pointer, or undefined when nobody answered. */
export function answerAt(answers: Answer, pointer: string): Answer | undefined {
  let current: Answer | undefined = answers;
  for (const segment of segments(pointer)) {
    if (Array.isArray(current)) current = current[Number(segment)];
    else if (isObject(current) && Object.hasOwn(current, segment)) current = current[segment];
    else return undefined;
  }
  return current;
}

/** Pointers of texts with half a surrogate pair, which is no character: neither stores nor printers can take it. */
export function brokenTexts(answer: Answer): readonly string[] {
  if (typeof answer === 'string') return /\p{Surrogate}/u.test(answer) ? [''] : [];
  if (typeof answer !== 'object' || answer === null) return [];
  const found: string[] = [];
  // Asked at every key: a pointer is made only where there is something to point at.
  for (const key in answer)
    for (const inner of brokenTexts((answer as Answers)[key] as Answer)) found.push(below('', key) + inner);
  return found;
}

/** Sets or, with undefined, removes an answer in its container: an unanswered field is absent, never empty. */
export function putAnswer(container: Answers, key: string, value: Answer | undefined): void {
  if (value === undefined || unsafe.has(key)) delete container[key];
  else container[key] = value;
}

/** Puts an empty object where a pointer leads, if there is something around it. */
export function beginGroup(answers: Answers, pointer: string): void {
  const around = answerAt(answers, pointer.slice(0, pointer.lastIndexOf('/')));
  const key = segments(pointer).at(-1);
  if (isObject(around) && key !== undefined) putAnswer(around, key, {});
}

/** When a conditional field is asked, by its path without row numbers, e.g. `apprentices/school`. */
export type Conditions = Readonly<Record<string, (answers: JsonObject) => boolean>>;

/**
 * The answers that count: those of fields which are not asked are left out. A condition may hang on a field that
 * is itself not asked, so leaving out is repeated until nothing changes. Untouched parts keep their identity.
 */
export function askedAnswers(answers: Answers, conditions: Conditions): Answers {
  const entries = entriesOf(conditions);
  let current = answers;
  for (let round = 0; round <= entries.length; round += 1) {
    const before = current;
    for (const { path, asks } of entries) current = withoutUnasked(current, path, asks);
    if (current === before) return current;
  }
  return current;
}

interface Entry {
  readonly path: readonly string[];
  readonly asks: (answers: JsonObject) => boolean;
}
const known = new WeakMap<Conditions, readonly Entry[]>();

/** Asked at every key, and always the same. */
function entriesOf(conditions: Conditions): readonly Entry[] {
  let entries = known.get(conditions);
  if (!entries) {
    entries = Object.entries(conditions).map(([path, asks]) => ({ path: path.split('/'), asks }));
    known.set(conditions, entries);
  }
  return entries;
}

function withoutUnasked(
  node: Answers,
  [key, ...rest]: readonly string[],
  asks: (a: JsonObject) => boolean,
): Answers {
  if (key === undefined || !Object.hasOwn(node, key)) return node;
  if (rest.length === 0) {
    if (asks(node)) return node;
    const { [key]: _, ...kept } = node;
    return kept;
  }
  const child = node[key];
  const visit = (item: Answer): Answer => (isObject(item) ? withoutUnasked(item, rest, asks) : item);
  if (Array.isArray(child)) {
    const items = child.map(visit);
    return items.every((item, index) => item === child[index]) ? node : { ...node, [key]: items };
  }
  if (child === undefined) return node;
  const next = visit(child);
  return next === child ? node : { ...node, [key]: next };
}

/** Answers are plain JSON, only editable. */
export function asJson(answers: Answers): JsonObject {
  return structuredClone(answers) as Readonly<Record<string, Json>>;
}
