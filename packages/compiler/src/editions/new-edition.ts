import { parseTree } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';
import { birthDateOf } from '@zhinan/engine';
import type { FileTree } from '@zhinan/model';
import { pointerOf } from '../1-load/pointer.ts';
import { titledAs } from './edition-name.ts';
import { dateText, shifted, yearsOf } from './shift.ts';
import type { Shift } from './shift.ts';

/** A value that was changed in a copied file. Lines count from 1 and are those of the copy. */
export interface Edit {
  readonly file: string;
  readonly line: number;
  readonly pointer: string;
  readonly kind: 'date' | 'year' | 'title';
  readonly before: string;
  readonly after: string;
}

export interface NewEdition {
  /** Files of the new edition, paths relative to `definitions/`. */
  readonly files: FileTree;
  readonly edits: readonly Edit[];
}

/** One place of a file's text to be replaced. */
interface Replacement {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/**
 * Copies an edition under another name and moves its dates by one rule: moments, dates in rules, years in limits, dates of
 * scenarios. Only the values change; every other character of a file stays, so that the difference to the old edition is
 * the list of edits. Nothing is made up: what the new guideline says must be confirmed by hand.
 */
export function newEdition(files: FileTree, from: string, to: string, shift: Shift): NewEdition {
  const [scheme = '', old = ''] = from.split('/');
  const edits: Edit[] = [];
  const copied: Record<string, string> = {};
  for (const [path, text] of Object.entries(files)) {
    if (!path.startsWith(`${from}/`)) continue;
    const inside = path.slice(from.length + 1);
    const file = `${scheme}/${to}/${inside}`;
    const tree = parseTree(text);
    if (!tree) {
      copied[file] = text;
      continue;
    }
    const replacements: Replacement[] = [];
    for (const value of valuesIn(tree)) {
      const found = editOf(value, inside, { old, to, shift });
      if (!found) continue;
      const { node, pointer } = value;
      replacements.push({ offset: node.offset, length: node.length, text: JSON.stringify(found.value) });
      const { kind, before, after } = found;
      edits.push({ file, line: lineAt(text, node.offset), pointer, kind, before, after });
    }
    copied[file] = replaced(text, replacements);
  }
  return { files: copied, edits };
}

interface Value {
  readonly node: Node;
  readonly pointer: string;
  /** Property it stands under. */
  readonly key: string;
}

/** Every string and number of a file, in order. */
export function* valuesIn(node: Node, pointer = '', key = ''): Generator<Value> {
  if (node.type === 'object') {
    for (const property of node.children ?? []) {
      const [name, value] = property.children ?? [];
      if (name && value)
        yield* valuesIn(value, pointer + pointerOf([String(name.value)]), String(name.value));
    }
  } else if (node.type === 'array') {
    for (const [index, item] of (node.children ?? []).entries())
      yield* valuesIn(item, `${pointer}/${index}`, key);
  } else if (node.type === 'string' || node.type === 'number') {
    yield { node, pointer, key };
  }
}

interface Found {
  readonly kind: Edit['kind'];
  readonly value: string | number;
  readonly before: string;
  readonly after: string;
}

/** A programme's rules, or rules that several programmes share. */
export const isRules = (inside: string): boolean =>
  inside.endsWith('/rules.json') || inside.startsWith('rules/');

const titles = new Set(['title', 'shortTitle', 'heading']);

function editOf(
  { node, pointer, key }: Value,
  inside: string,
  { old, to, shift }: { readonly old: string; readonly to: string; readonly shift: Shift },
): Found | undefined {
  if (node.type === 'number') {
    const next = yearLimit(node, key, inside, old, shift);
    return next === undefined
      ? undefined
      : { kind: 'year', value: next, before: String(node.value), after: String(next) };
  }
  const text = String(node.value);
  const id = inside.startsWith('scenarios/') ? redatedId(node, shift) : undefined;
  if (id !== undefined) return { kind: 'date', value: id, before: text, after: id };
  if (dateText.test(text)) {
    const value = shifted(text, shift);
    return value === text ? undefined : { kind: 'date', value, before: text, after: value };
  }
  const reading = pointer.startsWith('/interpretations/') && /\/value(?:\/|$)/.test(pointer);
  if (isRules(inside) || reading) {
    const value = text.replaceAll(
      /(date(?: and time)?\(\s*")([^"]+)("\s*\))/g,
      (_, open: string, literal: string, close: string) => open + shifted(literal, shift) + close,
    );
    return value === text ? undefined : { kind: 'date', value, before: dates(text), after: dates(value) };
  }
  // A scenario's title tells its story, and a clause's summary the source: neither is retold by a machine.
  const titled =
    titles.has(key) && !inside.startsWith('scenarios/') && !pointer.startsWith('/interpretations');
  const value = titled ? titledAs(text, old, to) : text;
  return value === text ? undefined : { kind: 'title', value, before: text, after: value };
}

const dates = (expression: string): string =>
  [...expression.matchAll(/date(?: and time)?\(\s*"([^"]+)"\s*\)/g)].map(([, literal]) => literal).join('、');

/** A form's limit that is a year near the edition's own (年份 up to 2026): it moves along. */
function yearLimit(
  { value, parent }: Node,
  key: string,
  inside: string,
  old: string,
  shift: Shift,
): number | undefined {
  const limits = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'];
  const years = yearsOf(shift);
  if (!inside.endsWith('.schema.json') || !limits.includes(key) || typeof value !== 'number' || years === 0)
    return undefined;
  const title = parent?.parent?.children?.find((property) => property.children?.[0]?.value === 'title')
    ?.children?.[1]?.value as unknown;
  const isYear = typeof title === 'string' && /年份|年度/.test(title);
  return isYear && Math.abs(value - Number(old.slice(0, 4))) <= 5 ? value + years : undefined;
}

function replaced(text: string, replacements: readonly Replacement[]): string {
  let [result, from] = ['', 0];
  for (const { offset, length, text: value } of replacements) {
    result += text.slice(from, offset) + value;
    from = offset + length;
  }
  return result + text.slice(from);
}

/** Line of an offset, from 1. Values are replaced within their line, so that it is the same in the copy. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/**
 * A made-up person's identity number whose birth date stands beside it and is moved: the number moves along, with its
 * check digit (GB 11643-1999), so that the two still agree.
 */
function redatedId({ value, parent }: Node, shift: Shift): string | undefined {
  const id = String(value);
  const born = birthDateOf(id);
  if (parent?.type !== 'property' || born === null) return undefined;
  const beside = parent.parent?.children?.some((property) => property.children?.[1]?.value === born);
  if (!beside) return undefined;
  const digits = id.slice(0, 6) + shifted(born, shift).replaceAll('-', '') + id.slice(14, 17);
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11),
    0,
  );
  return digits + ('10X98765432'[sum % 11] ?? '');
}
