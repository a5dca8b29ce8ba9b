import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { millisOf } from '@zhinan/engine';
import { defaultProfile, simulate } from '@zhinan/engine/simulation';
import type { Profile, SimulationRequest, SimulationResult } from '@zhinan/engine/simulation';
import type { Contract } from '@zhinan/model';
import { printFindings } from '../diagnostics/print.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { EventLog } from '../simulate/event-log.ts';
import { ocelChunks } from '../simulate/ocel.ts';
import { prepareSimulation } from '../simulate/prepare.ts';
import { profileWith } from '../simulate/profile-file.ts';
import { simulationHtml } from '../simulate/report-html.ts';
import { simulationText } from '../simulate/report-text.ts';
import { reportOf } from '../simulate/sections.ts';
import { xesChunks } from '../simulate/xes.ts';
import { instantOption, openDefinitions, UsageError, wholeOption } from './context.ts';
import type { CommandContext, ExitCode } from './context.ts';
import { readInput } from './answers.ts';
import { paint } from './paint.ts';
import { progressLine } from './progress.ts';

const usage =
  '写法：zhinan simulate <计划>/<年度>/<项目> [--cases 10000] [--seed 7] [--from 时刻] [--until 时刻] [--profile 假定.json] [--json] [--html 文件] [--ocel 文件] [--xes 文件]';

/** `zhinan simulate`: many made-up applicants through the real procedure; exit code 1 only when it cannot be read. */
export async function simulateCommand(context: CommandContext): Promise<ExitCode> {
  const { options, language } = context;
  const [path = '', ...more] = context.positionals;
  const [scheme, year, program] = path
    .replace(/^(\.\/)?definitions\//, '')
    .replace(/\/$/, '')
    .split('/');
  if (!scheme || !year || more.length > 0) throw new UsageError(usage);
  const cases = wholeOption(options, 'cases', { usual: 1000, least: 1, most: 1_000_000 });
  const seed = wholeOption(options, 'seed', { usual: 7, least: 0, most: 2 ** 31 - 1 });
  const [given, last] = [instantOption(options, 'from'), instantOption(options, 'until')];
  const outputs = ['html', 'ocel', 'xes'].flatMap((name) => {
    const file = options[name];
    return typeof file === 'string' ? [[name, file] as const] : [];
  });
  const edition = `${scheme}/${year}`;
  const { files } = await openDefinitions({ ...context, positionals: [edition] });
  const line = progressLine(path);
  line.stage('准备申报人');
  const { diagnostics, programs, prepared } = await prepareSimulation(files, {
    edition,
    program: program ?? '',
    seed,
  });
  if (!prepared) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length === 0) throw new UsageError(unknownProgram(edition, program, programs));
    console.log(printFindings(errors, files, language, paint));
    return 1;
  }
  if (prepared.applicants.length === 0)
    throw new UsageError(
      `${path} 的情景里没有一个填写完整、符合条件的申报人，无从出发。先写一个 scenarios/eligible-….json。`,
    );
  const { period } = prepared;
  const from = given ?? period.from;
  const until = last ?? period.until;
  if (millisOf(from) >= millisOf(period.closes))
    throw new UsageError(`--from 要早于申报截止 ${period.closes}。`);
  if (millisOf(until) <= millisOf(period.closes))
    throw new UsageError(`--until 要晚于申报截止 ${period.closes}。`);
  const profile = await profileOf(context, prepared.environment.contract);
  // Better told now than after the last case; what a file holds stays until there is something better.
  for (const [, file] of outputs) await write(file, [''], 'a');
  const log = outputs.some(([name]) => name !== 'html') ? new EventLog() : undefined;
  const request = {
    ...prepared,
    profile,
    seed,
    cases,
    from,
    closes: period.closes,
    until,
    ...(log ? { onEntry: log.note } : {}),
  };
  const result = run(request, line.stage);
  line.done(`${result.entries} 件事，${result.acts} 次办理`);
  const report = reportOf(result, language);
  if (options['json']) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  else process.stdout.write(simulationText(report));
  const { contract, program: played } = prepared.environment;
  for (const [name, file] of outputs) {
    if (name === 'html') await write(file, [await simulationHtml(report)]);
    else if (log)
      await write(file, name === 'ocel' ? ocelChunks(log, contract) : xesChunks(log, contract, played.id));
    console.error(`${name.toUpperCase()} → ${file}`);
  }
  return 0;
}

/** Piece by piece: a log of many cases is longer than a text may be. */
async function write(file: string, pieces: Iterable<string>, flags: 'w' | 'a' = 'w'): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), createWriteStream(file, { flags }));
  } catch (error) {
    throw new UsageError(`写不了 ${file}：${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Runs to the end and says on the way how far it is. */
function run(request: SimulationRequest, say: (text: string) => void): SimulationResult {
  const simulation = simulate(request);
  for (;;) {
    const next = simulation.next();
    if (next.done) return next.value;
    const { at, arrived, acts } = next.value;
    say(`${at.slice(0, 10)}  已申报 ${arrived}/${request.cases}，办理 ${acts} 次`);
  }
}

async function profileOf({ options }: CommandContext, { roles }: Contract): Promise<Profile> {
  const named = options['profile'];
  if (named === undefined) return defaultProfile;
  const { profile, faults } = profileWith(defaultProfile, await readInput(named), Object.keys(roles));
  if (faults.length > 0)
    throw new UsageError(`${String(named)}：\n${faults.map((each) => `  ${each}`).join('\n')}`);
  return profile;
}

function unknownProgram(edition: string, program: string | undefined, programs: readonly string[]): string {
  const all = programs.map((id) => `${edition}/${id}`).join('、');
  if (program === undefined || program === '') return `请写明项目：${all}\n${usage}`;
  const near = nearest(program, programs);
  return `${edition} 没有“${program}”这个项目${near === '' ? '' : `，是不是“${near}”？`}现有：${all} (no such programme)`;
}
