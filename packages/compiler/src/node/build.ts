import { join } from 'node:path';
import type { FileTree } from '@zhinan/model';
import { compile } from '../compile.ts';
import type { Compilation, Stage } from '../compile.ts';
import { packageName } from '../6-emit/names.ts';
import { bundlePackage } from './bundle.ts';
import { writeTree } from './write-tree.ts';

export interface Built extends Compilation {
  /** Folder of the generated package; absent where the definition has errors. */
  readonly folder?: string;
  readonly milliseconds: number;
}

/** Compiles one edition and writes its package below `out`; a definition with errors leaves the last good package in place. */
export async function build(
  files: FileTree,
  edition: string,
  out: string,
  onStage: (stage: Stage | 'bundle' | 'write') => void = () => undefined,
): Promise<Built> {
  const started = performance.now();
  const compilation = await compile(files, edition, { ways: true, onStage });
  const spent = () => performance.now() - started;
  if (!compilation.files || !compilation.contract) return { ...compilation, milliseconds: spent() };
  const folder = join(out, packageName(compilation.contract));
  onStage('bundle');
  const tree = { ...compilation.files, ...(await bundlePackage(compilation.files)) };
  onStage('write');
  await writeTree(folder, tree);
  return { ...compilation, folder, milliseconds: spent() };
}
