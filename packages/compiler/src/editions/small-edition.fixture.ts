import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { FileTree, JsonObject } from '@zhinan/model';
import { diffEditions } from './diff.ts';
import { readEdition } from './edition.ts';
import type { EditionDiff } from './change.ts';

const corpus = new URL('../../../../test/corpus/accepted/young-talent/definition', import.meta.url).pathname;

/** The small definition of the corpus, by path. */
export const smallEdition: FileTree = Object.fromEntries(
  readdirSync(corpus, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(corpus, path), readFileSync(path, 'utf8')]),
);

export const smallId = 'young-talent/2026';

/** What JSON.parse gives: tests edit files of every shape. */
type Editable = ReturnType<typeof JSON.parse>;

/** The same files with one of them edited as JSON; `undefined` files are left out. */
export function edited(files: FileTree, path: string, edit: (json: Editable) => void): FileTree {
  const json = JSON.parse(files[path] ?? '') as JsonObject;
  edit(json);
  return { ...files, [path]: JSON.stringify(json) };
}

/** Difference of the small definition to an edited copy. */
export async function diffOf(files: FileTree, before: FileTree = smallEdition): Promise<EditionDiff> {
  const [one, other] = [await readEdition(before, smallId), await readEdition(files, smallId)];
  if (!one.edition || !other.edition)
    throw new Error(
      [...one.diagnostics, ...other.diagnostics]
        .map(({ code, place }) => `${code} ${place.file}${place.pointer}`)
        .join(),
    );
  return diffEditions(one.edition, other.edition);
}

/** Kind, subject and values of every change, on one line each. */
export async function changesOf(
  path: string,
  edit: Parameters<typeof edited>[2],
): Promise<readonly string[]> {
  const { changes } = await diffOf(edited(smallEdition, path, edit));
  return changes.map(
    ({ kind, subject, what, before = '', after = '' }) => `${kind} ${subject} ${what} ${before}→${after}`,
  );
}
