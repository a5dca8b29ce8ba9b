import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FileTree } from '@zhinan/model';
import { compile } from '../../packages/compiler/src/compile.ts';
import { bundlePackage } from '../../packages/compiler/src/node/bundle.ts';

const folder = resolve(import.meta.dirname, '../corpus/accepted/every-control/definition');

export const everyControlTag = 'zn-every-control-application';

/** The definition that has each kind of control once. */
export function everyControlDefinition(): FileTree {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  );
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** Its generated package, with what is bundled for pages. */
export async function everyControlPackage(): Promise<FileTree> {
  const { files = {}, diagnostics } = await compile(everyControlDefinition(), 'every-control/2026');
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return { ...files, ...(await bundlePackage(files)) };
}
