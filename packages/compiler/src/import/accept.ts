import { applyEdits, modify, parse } from 'jsonc-parser';
import type { FileTree, Json } from '@zhinan/model';
import { pointerSegments, valueAt } from '../1-load/pointer.ts';
import { jsonText } from './skeleton.ts';
import type { Target } from './suggestion.ts';
import type { WorkItem } from './work-list.ts';

/** Why an accepted suggestion was not written. Nothing of it is written then. */
export interface Refusal {
  readonly id: string;
  readonly reason: 'not-filled-in' | 'already-there' | 'no-such-file';
  /** File and pointer. */
  readonly where: string;
}

export interface Acceptance {
  /** The edition's files, paths inside it, those that changed and those that did not. */
  readonly files: FileTree;
  readonly written: readonly string[];
  readonly refused: readonly Refusal[];
}

const formattingOptions = { insertSpaces: true, tabSize: 2 };

/**
 * Writes the suggestions marked `accepted` to where they go, and marks them `written` in `import.json`. What stands in a
 * file already is never replaced, save where the suggestion says that it replaces it.
 */
export function accept(files: FileTree, items: readonly WorkItem[]): Acceptance {
  let now: Record<string, string> = { ...files };
  const written: string[] = [];
  const refused: Refusal[] = [];
  for (const { id, status, targets } of items) {
    if (status !== 'accepted') continue;
    const problem = targets.map((target) => obstacle(now, target)).find((one) => one !== undefined);
    if (problem) {
      refused.push({ id, ...problem });
      continue;
    }
    for (const target of targets) now = { ...now, [target.file]: withTarget(now[target.file], target) };
    written.push(id);
  }
  const list = now['import.json'];
  if (list !== undefined && written.length > 0) now['import.json'] = withStatus(list, items, written);
  return { files: now, written, refused };
}

function obstacle(files: FileTree, target: Target): Omit<Refusal, 'id'> | undefined {
  const { file, pointer, value } = target;
  const open = nullIn(value);
  if (open !== undefined) return { reason: 'not-filled-in', where: `${file}#${pointer}${open}` };
  const text = files[file];
  if (pointer === '') return text === undefined ? undefined : { reason: 'already-there', where: file };
  if (text === undefined) return { reason: 'no-such-file', where: file };
  const there = !pointer.endsWith('/-') && valueAt(parse(text) as Json, pointer) !== undefined;
  return there && !target.ifAbsent && !target.replace
    ? { reason: 'already-there', where: `${file}#${pointer}` }
    : undefined;
}

function withTarget(text: string | undefined, { pointer, value, ifAbsent }: Target): string {
  if (text === undefined || pointer === '') return jsonText(value);
  const json = parse(text) as Json;
  const appends = pointer.endsWith('/-');
  const at = appends ? pointer.slice(0, -2) : pointer;
  const before = valueAt(json, at);
  const path = pointerSegments(at).map((segment) => (/^\d+$/u.test(segment) ? Number(segment) : segment));
  if (ifAbsent && (appends ? Array.isArray(before) && before.includes(value as never) : before !== undefined))
    return text;
  const [where, what, isArrayInsertion] = !appends
    ? [path, value, false]
    : Array.isArray(before)
      ? [[...path, before.length], value, true]
      : [path, [value], false];
  return applyEdits(text, modify(text, where, what, { formattingOptions, isArrayInsertion }));
}

function withStatus(list: string, items: readonly WorkItem[], written: readonly string[]): string {
  return items.reduce(
    (text, { id }, index) =>
      written.includes(id)
        ? applyEdits(text, modify(text, ['items', index, 'status'], 'written', { formattingOptions }))
        : text,
    list,
  );
}

/** Pointer of the first `null` in a value: something the text does not say. */
function nullIn(value: Json, pointer = ''): string | undefined {
  if (value === null) return pointer;
  if (typeof value !== 'object') return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = nullIn(inner as Json, `${pointer}/${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
