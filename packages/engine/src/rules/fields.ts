import type { FactView } from '@zhinan/model';
import { isDate } from './dates.ts';
import { Gap, isGap } from './gap.ts';
import type { Logic, Need, Num, Text } from './gap.ts';

/** Where names are looked up: all answers, or one row of a list. */
export interface Scope {
  readonly data: unknown;
  /** `form/pointer` of `data`; empty at the root. */
  readonly at: string;
  readonly label: string;
  /** `form/pointer` of lists to which rows may still be added. */
  readonly open: ReadonlySet<string>;
}

/** Reads one field from a scope and knows how to name it and put its answer in words. */
export interface Field<T> {
  (scope: Scope): T;
  readonly view: (scope: Scope) => FactView;
}

/** Codes of an enum and their titles (absent where the code is its own title). */
export interface Options {
  readonly codes: readonly (string | number)[];
  readonly titles?: readonly string[];
}

export const join = (at: string, path: string): string => (at && path ? `${at}/${path}` : at + path);

/** Own properties only: `constructor` and `__proto__` are ordinary names here. */
function lookUp(data: unknown, keys: readonly string[]): unknown {
  let found = data;
  for (const name of keys) {
    found =
      typeof found === 'object' && found !== null && Object.hasOwn(found, name)
        ? (found as Record<string, unknown>)[name]
        : undefined;
  }
  return found;
}

export const titleIn = ({ label }: Scope, title: string): string =>
  label && title ? `${label}·${title}` : label || title;

/** A field of any kind: `read` gives undefined for an answer that is absent or of the wrong kind. */
export function field<T>(
  path: string,
  title: string,
  read: (answer: unknown, scope: Scope, view: Need) => T,
  words: (answer: unknown) => string | undefined,
): Field<T> {
  const keys = path ? path.split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~')) : [];
  const view = (scope: Scope): FactView => {
    const at = join(scope.at, path);
    const slash = at.indexOf('/');
    const text = words(lookUp(scope.data, keys));
    return {
      form: slash < 0 ? at : at.slice(0, slash),
      pointer: slash < 0 ? '/' : at.slice(slash),
      title: titleIn(scope, title),
      ...(text === undefined ? {} : { text }),
    };
  };
  const value = (scope: Scope): T => {
    const answer = lookUp(scope.data, keys);
    // A row made by a decision table may hold what is itself not known yet.
    return isGap(answer) ? (answer as T) : read(answer, scope, () => view(scope));
  };
  return Object.assign(value, { view });
}

const titled = ({ codes, titles }: Options, answer: unknown): string => {
  const index = codes.indexOf(answer as string);
  return (index < 0 ? undefined : titles?.[index]) ?? String(answer);
};

/** An answer put in words, e.g. a code by its title; a list by its length or its members. */
function inWords(answer: unknown, options?: Options): string | undefined {
  if (typeof answer === 'boolean') return answer ? '是' : '否';
  if (Array.isArray(answer)) {
    return options ? answer.map((one) => titled(options, one)).join('、') : `${answer.length} 项`;
  }
  if (typeof answer !== 'string' && typeof answer !== 'number') return undefined;
  return options ? titled(options, answer) : String(answer);
}

export const number = (path: string, title: string, unit = '', min = -Infinity, max = Infinity) =>
  field<Num>(
    path,
    title,
    (answer, _, view) =>
      typeof answer === 'number' && Number.isFinite(answer) ? answer : new Gap([view], min, max),
    (answer) =>
      typeof answer === 'number' ? [answer, unit].filter((part) => part !== '').join(' ') : undefined,
  );

export const flag = (path: string, title: string) =>
  field<Logic>(
    path,
    title,
    (answer, _, view) => (typeof answer === 'boolean' ? answer : new Gap([view])),
    inWords,
  );

export const text = (path: string, title: string, options?: Options) =>
  field<Text>(
    path,
    title,
    (answer, _, view) => (typeof answer === 'string' ? answer : new Gap([view])),
    (answer) => inWords(answer, options),
  );

export const date = (path: string, title: string) =>
  field<Text>(path, title, (answer, _, view) => (isDate(answer) ? answer : new Gap([view])), inWords);

/** A field of an ordered enum: its value is the position from low to high. */
export const rank = (path: string, title: string, options: Options) =>
  field<Num>(
    path,
    title,
    (answer, _, view) => {
      const index = options.codes.indexOf(answer as string);
      return index < 0 ? new Gap([view], 0, options.codes.length - 1) : index;
    },
    (answer) => inWords(answer, options),
  );

/** A figure made from a list, e.g. how many rows count: what the person is told instead of the list's length. */
export const figure = (
  title: string,
  source: Field<unknown>,
  value: (scope: Scope) => Num,
  percent = false,
): Pick<Field<unknown>, 'view'> => ({
  view: (scope) => {
    const { form, pointer } = source.view(scope);
    const found = value(scope);
    if (typeof found !== 'number') return { form, pointer, title };
    return { form, pointer, title, text: percent ? `${+(found * 100).toPrecision(4)}%` : `${found}` };
  },
});

/** The rows of a list field; `options` names the members of a list of codes. */
export const listWords = inWords;
