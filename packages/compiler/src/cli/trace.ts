import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileTree } from '@zhinan/model';
import { load } from '../1-load/load.ts';
import type { Guideline } from '../2-resolve/guideline.ts';
import { resolve } from '../2-resolve/resolve.ts';
import { filesOf } from '../compile.ts';
import { printFindings } from '../diagnostics/print.ts';
import { mappingFor, withHashes } from '../trace/accept.ts';
import { traceHtml } from '../trace/html.ts';
import type { Mapping } from '../trace/propose.ts';
import { hasFindings, traceReport } from '../trace/report.ts';
import { hashedSentences } from '../trace/sentences.ts';
import { sentencesLine, traceText } from '../trace/text.ts';
import { openDefinitions, UsageError } from './context.ts';
import type { CommandContext, ExitCode } from './context.ts';
import { paint } from './paint.ts';

/** `zhinan trace`: where every clause went, and which sentences of the official text no clause covers. */
export async function traceCommand(context: CommandContext): Promise<ExitCode> {
  const { options } = context;
  const format = options['format'] ?? 'text';
  if (format !== 'text' && format !== 'json' && format !== 'html')
    throw new UsageError('--format 只能是 text、json 或 html');
  const { root, files, editions } = await openDefinitions(context);
  const [edition] = editions;
  if (context.positionals.length !== 1 || edition === undefined || editions.length !== 1)
    throw new UsageError(
      '写法：zhinan trace <计划>/<年度> [--source 原文.txt [--accept]] (one edition is needed)',
    );
  const guideline = resolved(files, edition, context);
  if (!guideline) return 1;
  const source = typeof options['source'] === 'string' ? await readText(options['source']) : undefined;
  const sentences = source === undefined ? undefined : await hashedSentences(source);

  if (options['accept']) {
    if (!sentences) throw new UsageError('--accept 要和 --source 一起用。 (--accept needs --source)');
    const mapping = mappingFor(
      guideline.clauses,
      sentences,
      await corrections(options['mapping'], guideline),
    );
    const { path, text } = guideline.source.clauses;
    const accepted = withHashes(text, guideline.clauses, sentences, mapping);
    if (accepted !== text) await writeFile(join(root, path), accepted);
    const now = resolved({ ...files, [path]: accepted }, edition, context);
    if (!now) return 1;
    const report = traceReport(now, sentences);
    const clauses = new Map(report.text?.covered.map((one) => [one.sentence.number, one.clauses.join('、')]));
    for (const { number, path: heading, text: said } of sentences) {
      console.log(`第 ${number} 句 ${heading}  ${excerpt(said)} → ${clauses.get(number) ?? '没有条款'}`);
    }
    const done =
      accepted === text ? '没有变化。' : `已写入 ${path}，请逐句核对；不对的写进 --mapping 再来一次。`;
    console.log(`\n${sentencesLine(report)}\n${done}`);
    return hasFindings(report) ? 1 : 0;
  }

  const report = traceReport(guideline, sentences);
  const output =
    format === 'html'
      ? await traceHtml(report)
      : format === 'json'
        ? JSON.stringify(report, null, 2)
        : traceText(report);
  if (typeof options['out'] === 'string') await writeFile(options['out'], output);
  else console.log(output);
  return hasFindings(report) ? 1 : 0;
}

/** An open clause is what the report is to show: the checks are not asked. */
function resolved(files: FileTree, edition: string, context: CommandContext): Guideline | undefined {
  const source = load(filesOf(files, edition), edition);
  const guideline = source.value && resolve(source.value);
  if (!guideline?.value)
    console.error(
      printFindings(guideline?.diagnostics ?? source.diagnostics, files, context.language, paint),
    );
  return guideline?.value;
}

async function corrections(path: string | boolean | undefined, { clauses }: Guideline): Promise<Mapping> {
  if (typeof path !== 'string') return {};
  let json: unknown;
  try {
    json = JSON.parse(await readText(path));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path} 不是 JSON。`);
  }
  const entries = json !== null && typeof json === 'object' ? Object.entries(json) : [];
  const unknown = entries.find(
    ([id, numbers]) =>
      !clauses.some((clause) => clause.id === id) ||
      !Array.isArray(numbers) ||
      !numbers.every((number) => Number.isInteger(number)),
  );
  if (unknown || Array.isArray(json))
    throw new UsageError(`${path} 应当写成 {"条款号": [句号, …]}${unknown ? `；“${unknown[0]}”不对` : ''}。`);
  return Object.fromEntries(entries as [string, number[]][]);
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(`读不了 ${path}：${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Enough of a sentence to know it again. */
function excerpt(text: string): string {
  return text.length > 40 ? `${text.slice(0, 24)}…${text.slice(-14)}` : text;
}
