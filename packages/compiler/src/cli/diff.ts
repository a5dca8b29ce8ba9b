import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { editionsIn } from '../compile.ts';
import { printFindings } from '../diagnostics/print.ts';
import { diffEditions } from '../editions/diff.ts';
import { readEdition } from '../editions/edition.ts';
import type { Edition } from '../editions/edition.ts';
import { diffHtml } from '../editions/report-html.ts';
import { diffText } from '../editions/report-text.ts';
import { readDefinitions } from '../node/definitions.ts';
import { openDefinitions, UsageError } from './context.ts';
import type { CommandContext, Definitions, ExitCode } from './context.ts';
import { paint } from './paint.ts';
import { progressLine } from './progress.ts';

const usage =
  '写法：zhinan diff <计划>/<年度> <计划>/<年度> [--definitions-b 另一个 definitions 文件夹] [--format text|json|html] [--out 文件]';

/** `zhinan diff A B`: what changed in policy, and for whom. Exit code 1 only when an edition cannot be read. */
export async function diffCommand(context: CommandContext): Promise<ExitCode> {
  const { positionals, options } = context;
  const format = options['format'] ?? 'text';
  if (format !== 'text' && format !== 'json' && format !== 'html')
    throw new UsageError('--format 只能是 text、json 或 html');
  const folder = options['definitions-b'];
  const [one, other = typeof folder === 'string' ? one : undefined, ...rest] = positionals;
  if (one === undefined || other === undefined || rest.length > 0) throw new UsageError(usage);

  const before = await openEdition(await openDefinitions({ ...context, positionals: [one] }), one, context);
  const after = await openEdition(
    typeof folder === 'string'
      ? await openOther(resolve(folder), other)
      : await openDefinitions({ ...context, positionals: [other] }),
    other,
    context,
  );
  if (!before || !after) return 1;
  const line = progressLine(`${before.contract.id} → ${after.contract.id}`);
  line.stage('比较');
  const diff = diffEditions(before, after);
  line.done(`${diff.changes.length} 处政策变化`);
  const text =
    format === 'json'
      ? `${JSON.stringify(diff, null, 2)}\n`
      : format === 'html'
        ? await diffHtml(diff)
        : diffText(diff);
  const out = options['out'];
  if (typeof out === 'string') await writeFile(out, text);
  else process.stdout.write(text);
  return 0;
}

async function openOther(root: string, wanted: string): Promise<Definitions> {
  const files = await readDefinitions(root).catch(() => undefined);
  if (!files) throw new UsageError(`读不了 ${root}`);
  const name = wanted.replace(/\/$/, '');
  const editions = editionsIn(files).filter((edition) => edition === name);
  if (editions.length === 0)
    throw new UsageError(`${root} 里没有“${name}”。现有：${editionsIn(files).join('、') || '（空）'}`);
  return { root, files, editions };
}

async function openEdition(
  { files, editions }: Definitions,
  name: string,
  { language }: CommandContext,
): Promise<Edition | undefined> {
  const [id, ...others] = editions;
  if (id === undefined || others.length > 0)
    throw new UsageError(`请写明年度：${editions.join('、') || name}\n${usage}`);
  const { edition, diagnostics } = await readEdition(files, id);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (!edition) console.log(printFindings(errors, files, language, paint));
  return edition;
}
