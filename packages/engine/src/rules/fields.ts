import type { FactView } from '@zhinan/model';
import { isDate } from './dates.ts';
import { Gap, isGap } from './gap.ts';
import type { Logic, Need, Num, Text } from './gap.ts';
import type { Words } from './specs.ts';

/** Where names are looked up: all answers, or one row of a list. */
export interface Scope {
  readonly data: unknown;
  /** `form/pointer` of `data`; empty at the root. */
  readonly at: string;
  readonly label: string;
  /** `form/pointer` of lists to which rows may still be added. */
  readonly open: ReadonlySet<string>;
  /** `at` with `[]` for every row: `form/rows[]`. */
  readonly key?: string;
  /** Titles; without them fields are called by their names. */
  readonly words?: Words | undefined;
}

/** Reads one field from a scope and knows how to name it and put its answer in words. */
export interface Field<T> {
  (scope: Scope): T;
  readonly view: (scope: Scope) => FactView;
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

/** What a field is called: its title, or where no titles are loaded its name. */
export function nameOf({ words, label, key = '' }: Scope, path: string): string {
  const title = path && (words?.fields[join(key, path)]?.[0] ?? path.slice(path.lastIndexOf('/') + 1));
  return label && title ? `${label}·${title}` : label || title;
}

/** An answer put in words, e.g. a code by its title; a list by its length or its members. */
function inWords(answer: unknown, { words, key = '' }: Scope, path: string): string | undefined {
  const [, unit = '', list = -1] = words?.fields[join(key, path)] ?? [];
  const [codes, titles] = words?.options?.[list] ?? [];
  const titled = (one: unknown) => titles?.[codes?.indexOf(one as string) ?? -1] ?? String(one);
  if (typeof answer === 'boolean') return answer ? '是' : '否';
  if (Array.isArray(answer)) {
    const plain = answer.length > 0 && answer.every((one) => typeof one !== 'object');
    return plain ? answer.map(titled).join('、') : `${answer.length} 项`;
  }
  if (typeof answer === 'number') return unit ? `${titled(answer)} ${unit}` : titled(answer);
  return typeof answer === 'string' ? titled(answer) : undefined;
}

/** A field of any kind: `read` gets the answer as it is; `shown` tells which answers are of the right kind. */
export function field<T>(
  path: string,
  read: (answer: unknown, scope: Scope, view: Need) => T,
  shown: (answer: unknown) => boolean,
): Field<T> {
  const keys = path ? path.split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~')) : [];
  const view = (scope: Scope): FactView => {
    const [form = '', ...rest] = join(scope.at, path).split('/');
    const answer = lookUp(scope.data, keys);
    const text = shown(answer) ? inWords(answer, scope, path) : undefined;
    return {
      form,
      pointer: `/${rest.join('/')}`,
      title: nameOf(scope, path),
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

const plain = <T>(path: string, is: (answer: unknown) => boolean) =>
  field<T | Gap>(path, (answer, _, view) => (is(answer) ? (answer as T) : new Gap([view])), is);

export const number = (path: string, min = -Infinity, max = Infinity) =>
  field<Num>(
    path,
    (answer, _, view) => (Number.isFinite(answer) ? (answer as number) : new Gap([view], min, max)),
    (answer) => typeof answer === 'number',
  );

export const flag = (path: string): Field<Logic> => plain(path, (answer) => typeof answer === 'boolean');
export const text = (path: string): Field<Text> => plain(path, (answer) => typeof answer === 'string');
export const date = (path: string): Field<Text> => plain(path, isDate);

/** A field of an ordered enum: its value is the position from low to high. */
export const rank = (path: string, codes: readonly unknown[]) =>
  field<Num>(
    path,
    (answer, _, view) => {
      const index = codes.indexOf(answer);
      return index < 0 ? new Gap([view], 0, codes.length - 1) : index;
    },
    () => true,
  );

/** A figure made from a list, e.g. how many rows count: what the person is told instead of the list's length. */
export const figure = (
  rule: string,
  source: Field<unknown>,
  value: (scope: Scope) => Num,
  percent?: boolean,
): Pick<Field<unknown>, 'view'> => ({
  view: (scope) => {
    const { form, pointer } = source.view(scope);
    const title = scope.words?.parts[`rule ${rule}`]?.[3] ?? rule;
    const found = value(scope);
    if (typeof found !== 'number') return { form, pointer, title };
    return { form, pointer, title, text: percent ? `${+(found * 100).toPrecision(4)}%` : `${found}` };
  },
});
