import { resolve } from 'node:path';
import { inBeijing, isDate, parseInstant, startOf } from '@zhinan/engine';
import type { FileTree, Language } from '@zhinan/model';
import { editionsIn } from '../compile.ts';
import { findDefinitions, readDefinitions } from '../node/definitions.ts';

/** A mistake in how the command was called: printed as it is, exit code 2. */
export class UsageError extends Error {}

/** Exit codes: 0 nothing to report, 1 findings, 2 wrong call. */
export type ExitCode = 0 | 1 | 2;

export interface CommandContext {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly language: Language;
}

export interface Definitions {
  readonly root: string;
  readonly files: FileTree;
  readonly editions: readonly string[];
}

/** Reads `definitions/` and picks the editions named on the command line (a scheme, an edition, or a path inside one). */
export async function openDefinitions({ positionals, options }: CommandContext): Promise<Definitions> {
  const named =
    typeof options['definitions'] === 'string'
      ? resolve(options['definitions'])
      : findDefinitions(process.cwd());
  if (!named)
    throw new UsageError(
      '找不到 definitions 文件夹：请在项目里运行，或用 --definitions 指定。 (no definitions/ folder found)',
    );
  const files = await readDefinitions(named);
  const all = editionsIn(files);
  const wanted = positionals.map((name) =>
    name
      .replaceAll('\\', '/')
      .replace(/^(\.\/)?definitions\//, '')
      .replace(/\/$/, ''),
  );
  const editions = all.filter(
    (edition) => wanted.length === 0 || wanted.some((name) => overlaps(name, edition)),
  );
  const missing = wanted.find((name) => !all.some((edition) => overlaps(name, edition)));
  if (missing !== undefined) {
    throw new UsageError(`没有“${missing}”这个指南。现有：${all.join('、') || '（空）'} (no such edition)`);
  }
  return { root: named, files, editions };
}

function overlaps(name: string, edition: string): boolean {
  return `${edition}/`.startsWith(`${name}/`) || `${name}/`.startsWith(`${edition}/`);
}

/** A whole number given as an option. */
export function wholeOption(
  options: CommandContext['options'],
  name: string,
  { usual, least, most }: { readonly usual: number; readonly least: number; readonly most: number },
): number {
  const text = options[name];
  if (text === undefined) return usual;
  const value = typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(`--${name} 应当是 ${least} 到 ${most} 之间的整数，如 --${name} ${usual}。`);
}

/** A moment given as an option: a date, or an instant with offset. */
export function instantOption(options: CommandContext['options'], name: string): string | undefined {
  const text = options[name];
  if (text === undefined) return undefined;
  const instant = typeof text === 'string' && isDate(text) ? startOf(text) : text;
  if (typeof instant === 'string' && parseInstant(instant) !== null) return inBeijing(instant);
  throw new UsageError(`--${name} 应当是日期或带时区的时刻，如 2025-09-08 或 2025-09-08T09:00:00+08:00。`);
}
