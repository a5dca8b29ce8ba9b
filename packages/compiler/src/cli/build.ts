import { resolve } from 'node:path';
import { readDefinitions } from '../node/definitions.ts';
import { build } from '../node/build.ts';
import { watchDefinitions } from '../node/watch.ts';
import { openDefinitions } from './context.ts';
import type { CommandContext, Definitions, ExitCode } from './context.ts';
import { printFindings, summary } from '../diagnostics/print.ts';
import { paint } from './paint.ts';
import { progressLine } from './progress.ts';

/** `zhinan build`: generates the package of each edition; `--watch` goes on with what changes. */
export async function buildCommand(context: CommandContext): Promise<ExitCode> {
  const definitions = await openDefinitions(context);
  const out = outFolder(context);
  const code = await buildEditions(context, definitions, out);
  if (!context.options['watch']) return code;
  keepBuilding(context, definitions, out);
  return new Promise(() => undefined);
}

export function outFolder({ options }: CommandContext): string {
  return resolve(typeof options['out'] === 'string' ? options['out'] : 'dist');
}

/** Builds the editions one after the other and prints what was found in each. */
export async function buildEditions(
  { language }: CommandContext,
  { files, editions }: Definitions,
  out: string,
): Promise<ExitCode> {
  let code: ExitCode = 0;
  for (const edition of editions) {
    const line = progressLine(edition);
    const { folder, diagnostics, milliseconds } = await build(files, edition, out, (stage) =>
      line.stage(stage),
    );
    const text = `${summary(diagnostics, language)}  ${(milliseconds / 1000).toFixed(1)} s`;
    if (folder) line.done(text);
    else line.failed(text);
    const shown = diagnostics.filter(({ severity }) => severity !== 'info' || !folder);
    if (shown.length > 0) console.log(printFindings(shown, files, language, paint));
    if (!folder) code = 1;
  }
  return code;
}

/** Rebuilds the editions that a change touches; a change of a shared file touches all. */
export function keepBuilding(
  context: CommandContext,
  { root, editions }: Definitions,
  out: string,
): { close(): Promise<void> } {
  return watchDefinitions(root, async (paths) => {
    const files = await readDefinitions(root);
    const touched = editions.filter((edition) =>
      paths.some((path) => path.startsWith('shared/') || path.startsWith(`${edition}/`)),
    );
    if (touched.length > 0) await buildEditions(context, { root, files, editions: touched }, out);
  });
}
