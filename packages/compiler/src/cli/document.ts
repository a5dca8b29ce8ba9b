import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { layOut, planDocument, printStyles, toHtml } from '@zhinan/documents';
import type { DocumentData, PrintedDocument, PrintedMember } from '@zhinan/documents';
import { runScenario } from '@zhinan/engine';
import type { Contract, Facts, FileTree, JsonObject, ProgramContract, ScenarioFile } from '@zhinan/model';
import { load } from '../1-load/load.ts';
import { resolve } from '../2-resolve/resolve.ts';
import { rehearsalValidators } from '../5-rehearse/rehearsal-validators.ts';
import { compile, filesOf } from '../compile.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { printFindings } from '../diagnostics/print.ts';
import { rulesOf } from '../rules/program-rules.ts';
import { factsOf, mergedScenario, programOf, readInput } from './answers.ts';
import { openDefinitions, UsageError } from './context.ts';
import type { CommandContext, ExitCode } from './context.ts';
import { paint } from './paint.ts';

const usage =
  '写法：zhinan document <计划>/<年度>/<项目>/<文书> --input 答案.json或情景 [--format html|docx|xlsx] [--final] [--issued 2025-11-01] [--out 文件] (scheme/edition/program/document)';

const formats = ['html', 'docx', 'xlsx'] as const;
type Format = (typeof formats)[number];

/** `zhinan document`: one paper, filled with answers or with what a scenario leaves behind. */
export async function documentCommand(context: CommandContext): Promise<ExitCode> {
  const { options, positionals } = context;
  const path = (positionals[0] ?? '').replaceAll('\\', '/').replace(/^(\.\/)?definitions\//, '');
  const [scheme, edition, ...rest] = path.split('/').filter((part) => part !== '' && part !== 'documents');
  if (!scheme || !edition || positionals.length !== 1 || rest.length > 2) throw new UsageError(usage);
  const { files } = await openDefinitions({ ...context, positionals: [`${scheme}/${edition}`] });
  const format = formatOf(options);
  const issued = dayOf(options['issued']);
  const input = await inputOf(options['input'], filesOf(files, `${scheme}/${edition}`));
  const { contract, diagnostics } = await compile(files, `${scheme}/${edition}`, { until: 'lower' });
  if (!contract) {
    console.log(printFindings(diagnostics, files, context.language, paint));
    return 1;
  }
  const [first = '', second] = rest;
  // The programme may go unnamed where there is one only; one named without a document is told its documents.
  const named = second !== undefined || Object.hasOwn(contract.programs, first);
  const program = programOf(contract, named ? first : undefined);
  const id = documentOf(program, contract, (named ? second : rest[0])?.replace(/\.json$/, ''));
  const data = dataOf(files, contract, program, input);
  const document = await layOut(planDocument(contract, program, id), {
    ...data,
    ...(issued === undefined ? {} : { issued }),
    final: options['final'] === true,
  });
  const out = typeof options['out'] === 'string' ? options['out'] : `${id}.${format}`;
  const written = await write(document, format, out);
  const state = document.draft ? '草稿，定稿加 --final' : '定稿';
  console.log(`《${document.title}》（${state}）→ ${written.join('、')}\n校验码 ${document.fingerprint}`);
  return 0;
}

function formatOf({ format, out }: CommandContext['options']): Format {
  const ending = typeof out === 'string' ? out.split('.').at(-1) : undefined;
  const wanted = format ?? formats.find((one) => one === ending) ?? 'html';
  const known = formats.find((one) => one === wanted);
  if (!known) throw new UsageError(`--format 只能是 ${formats.join('、')} (one of these)`);
  return known;
}

function dayOf(issued: string | boolean | undefined): string | undefined {
  if (issued === undefined) return undefined;
  const day = String(issued);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) !== day)
    throw new UsageError(`--issued 应写成 2025-11-01 这样的日期，现在是 ${day} (a date that exists)`);
  return day;
}

function documentOf(program: ProgramContract, contract: Contract, wanted: string | undefined): string {
  if (wanted !== undefined && Object.hasOwn(program.documents, wanted)) return wanted;
  const all = Object.values(program.documents);
  const near = wanted === undefined ? '' : nearest(wanted, Object.keys(program.documents));
  const lines = all.map(({ id, title }) => `  ${contract.id}/${program.id}/${id}  ${title}`);
  throw new UsageError(
    `${wanted === undefined ? '请写明文书' : `没有名为“${wanted}”的文书${near ? `，是不是想写“${near}”` : ''}`}。“${program.title}”有：\n${lines.join('\n')}`,
  );
}

/** What is to be printed, as it was asked for: a file's content, or the name of a scenario. */
type Input = { readonly json: JsonObject } | { readonly scenario: string } | undefined;

/** Looked at before anything is compiled: who has mistyped a name should not wait to be told. */
async function inputOf(input: string | boolean | undefined, files: FileTree): Promise<Input> {
  if (typeof input !== 'string') return undefined;
  if (existsSync(input)) return { json: await readInput(input) };
  const scenario = basename(input).replace(/\.json$/, '');
  const known = Object.keys(files).flatMap((path) => /\/scenarios\/(.+)\.json$/.exec(path)?.[1] ?? []);
  if (!known.includes(scenario))
    throw new UsageError(
      `没有文件 ${input}，也没有叫“${scenario}”的情景${meant(scenario, known)}。 (no such file or scenario)`,
    );
  return { scenario };
}

function meant(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near ? `；是不是想写“${near}”` : '';
}

/** Answers from a file, or what the machines of a scenario hold when it has been played to its end. */
function dataOf(files: FileTree, contract: Contract, program: ProgramContract, input: Input): DocumentData {
  if (!input) throw new UsageError(`用 --input 指明答案文件（JSON）或情景。\n${usage}`);
  if ('scenario' in input) {
    const source = load(filesOf(files, contract.id), contract.id);
    const scenarios = (source.value ? (resolve(source.value).value?.scenarios ?? []) : []).filter(
      ({ scenario }) => scenario.program === program.id,
    );
    const found = scenarios.find(({ id }) => id === input.scenario);
    if (!found) {
      const near = meant(
        input.scenario,
        scenarios.map(({ id }) => id),
      );
      throw new UsageError(
        `“${program.title}”没有叫“${input.scenario}”的情景${near}。 (no such scenario of this programme)`,
      );
    }
    return played(contract, program, found.scenario);
  }
  const { json } = input;
  if (!('facts' in json && 'expect' in json)) return { facts: factsOf(program, json) };
  const scenario = ('extends' in json
    ? mergedScenario(files, contract, json)
    : json) as unknown as ScenarioFile;
  if (scenario.program !== program.id)
    throw new UsageError(
      `这个情景属于项目“${scenario.program}”，不是“${program.id}”。 (another programme's scenario)`,
    );
  return played(contract, program, scenario);
}

function played(contract: Contract, program: ProgramContract, scenario: ScenarioFile): DocumentData {
  const environment = {
    contract,
    program,
    rules: rulesOf(contract, program),
    validators: rehearsalValidators(program),
  };
  const instances = runScenario(environment, scenario).procedure?.instances ?? {};
  const snapshots = Object.values(instances).flatMap((snapshot) => snapshot ?? []);
  const stored = snapshots.map(({ context }) => context.forms);
  const facts: Facts = Object.assign({}, scenario.facts, ...stored);
  const members = snapshots.flatMap(({ context }) =>
    Object.values(context.members).map(({ status, facts: own = {} }): PrintedMember => ({
      status,
      facts: own,
    })),
  );
  return { facts, members };
}

async function write(document: PrintedDocument, format: Format, out: string): Promise<readonly string[]> {
  if (format === 'html') {
    const styles = out.replace(/(?:\.html?)?$/, '.css');
    await writeFile(out, toHtml(document, { styles: encodeURI(basename(styles)) }));
    await writeFile(styles, printStyles(document));
    return [out, styles];
  }
  const bytes =
    format === 'docx'
      ? await (await import('@zhinan/documents/docx')).toDocx(document)
      : await (await import('@zhinan/documents/xlsx')).toXlsx(document);
  await writeFile(out, bytes);
  return [out];
}
