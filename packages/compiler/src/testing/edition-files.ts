import { fileURLToPath } from 'node:url';
import type { FileTree } from '@zhinan/model';
import { readDefinitions } from '../node/definitions.ts';

/** The repository's definition of one edition, with what is shared; other editions would only cost time. */
export async function editionFiles(edition: string): Promise<FileTree> {
  const all = await readDefinitions(fileURLToPath(new URL('../../../../definitions/', import.meta.url)));
  return Object.fromEntries(
    Object.entries(all).filter(([path]) => path.startsWith('shared/') || path.startsWith(`${edition}/`)),
  );
}
