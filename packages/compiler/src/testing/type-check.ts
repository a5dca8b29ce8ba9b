import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { FileTree } from '@zhinan/model';

const packageRoot = fileURLToPath(new URL('../../', import.meta.url));
const compiler = fileURLToPath(new URL('../../../../node_modules/typescript/bin/tsc', import.meta.url));

/** Findings inside other people's declarations (XState's do not pass exactOptionalPropertyTypes) are not ours. */
const own = (printed: string): string =>
  printed
    .split(/\n(?!\s)/)
    .filter((finding) => finding !== '' && !/^[^(]*node_modules\//.test(finding))
    .join('\n');

/**
 * Type-checks files as a strict TypeScript host would and returns what the compiler prints, empty when all is well.
 * They lie below this package for the time of the check, so that imports by name resolve.
 */
export async function typeCheck(files: FileTree): Promise<string> {
  await mkdir(join(packageRoot, '.cache'), { recursive: true });
  const folder = await mkdtemp(join(packageRoot, '.cache', 'types-'));
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    module: 'nodenext',
    target: 'es2022',
    noEmit: true,
    types: [],
    lib: ['es2024', 'dom', 'dom.iterable'],
    customConditions: ['zhinan-source'],
    allowImportingTsExtensions: true,
    skipLibCheck: false,
  };
  try {
    const all = {
      'package.json': '{"type":"module"}',
      'tsconfig.json': JSON.stringify({ compilerOptions, include: ['**/*'] }),
      ...files,
    };
    for (const [path, text] of Object.entries(all)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    await promisify(execFile)(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], {
      maxBuffer: 1 << 26,
    });
    return '';
  } catch (error) {
    const { stdout } = error as { readonly stdout?: string };
    if (stdout === undefined || stdout === '') throw error;
    return own(stdout.replaceAll(`${folder}/`, ''));
  } finally {
    await rm(folder, { recursive: true });
  }
}
