import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize, relative, sep } from 'node:path';
import type { FileTree } from '@zhinan/model';

export interface WriteReport {
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Makes a folder hold exactly a file tree: writes what differs, removes what is no longer generated,
 * leaves equal files alone so that watchers stay quiet. A path that leads outside is our bug and throws.
 */
export async function writeTree(
  folder: string,
  files: FileTree,
  keep: (path: string) => boolean = () => false,
): Promise<WriteReport> {
  const written: string[] = [];
  for (const [path, text] of Object.entries(files)) {
    const normal = normalize(path);
    if (isAbsolute(normal) || normal.startsWith('..'))
      throw new Error(`generated path leads outside the package: ${path}`);
    const target = join(folder, normal);
    if ((await textOf(target)) === text) continue;
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
    written.push(path);
  }
  const removed: string[] = [];
  for (const path of await filesBelow(folder)) {
    if (Object.hasOwn(files, path) || keep(path)) continue;
    await rm(join(folder, path));
    removed.push(path);
  }
  return { written, removed };
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
