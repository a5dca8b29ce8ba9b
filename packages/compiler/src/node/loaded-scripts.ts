import { gzipSync } from 'node:zlib';
import type { FileTree } from '@zhinan/model';

/** KiB gzip (level 9, each file by itself) of a script with what it imports, and with what it may ask for later too. */
export interface Loaded {
  readonly first: number;
  readonly all: number;
}

const STATIC = /\b(?:from|import)\s*["'`](\.[^"'`]*)/g;
const ANY = /\b(?:from|import)\s*\(?["'`](\.[^"'`]*)/g;

/** What a page loads for one script of a generated package. Throws when the script or one it imports is missing. */
export function loadedScripts(files: FileTree, entry: string): Loaded {
  const reached = (path: string, pattern: RegExp, found = new Set<string>()): ReadonlySet<string> => {
    if (found.has(path)) return found;
    found.add(path);
    for (const [, name] of textOf(files, path).matchAll(pattern))
      reached(new URL(name ?? '', `tree:/${path}`).pathname.slice(1), pattern, found);
    return found;
  };
  const sum = (pattern: RegExp): number =>
    [...reached(entry, pattern)].reduce(
      (total, path) => total + gzipSync(textOf(files, path), { level: 9 }).length / 1024,
      0,
    );
  return { first: sum(STATIC), all: sum(ANY) };
}

function textOf(files: FileTree, path: string): string {
  const text = files[path];
  if (text === undefined) throw new Error(`no script ${path}`);
  return text;
}
