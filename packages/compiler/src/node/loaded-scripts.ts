import { gzipSync } from 'node:zlib';
import type { FileTree } from '@zhinan/model';

/** KiB gzip (level 9, each file by itself) of a script with what it imports, and with what it may ask for later too. */
export interface Loaded {
  readonly first: number;
  readonly all: number;
}

const STATIC = /\b(?:from|import)\s*["'`](\.[^"'`]*)/g;
const ANY = /\b(?:from|import)\s*\(?["'`](\.[^"'`]*)/g;

/** Paths of a script and all it imports; `later` those that it may ask for too. Throws when one is missing. */
export function reachedScripts(files: FileTree, entry: string, later = false): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    for (const [, name] of textOf(files, path).matchAll(later ? ANY : STATIC))
      visit(new URL(name ?? '', `tree:/${path}`).pathname.slice(1));
  };
  visit(entry);
  return found;
}

/** What a page loads for one script of a generated package. Throws when the script or one it imports is missing. */
export function loadedScripts(files: FileTree, entry: string): Loaded {
  const sum = (later: boolean): number =>
    [...reachedScripts(files, entry, later)].reduce(
      (total, path) => total + gzipSync(textOf(files, path), { level: 9 }).length / 1024,
      0,
    );
  return { first: sum(false), all: sum(true) };
}

function textOf(files: FileTree, path: string): string {
  const text = files[path];
  if (text === undefined) throw new Error(`no script ${path}`);
  return text;
}
