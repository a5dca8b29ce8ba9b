import { readFile } from 'node:fs/promises';
import { titlesOf } from '@zhinan/engine/rules';
import type {
  Contract,
  Eligibility,
  Facts,
  FileTree,
  JsonObject,
  Language,
  ProgramContract,
  RuleVerdict,
} from '@zhinan/model';
import pc from 'picocolors';
import { compile } from '../compile.ts';
import { parseJson } from '../1-load/parse-json.ts';
import type { SourceFile } from '../1-load/source.ts';
import { resolveScenarios } from '../2-resolve/resolve-scenario.ts';
import { render } from '../diagnostics/render.ts';
import { rulesOf } from '../rules/program-rules.ts';
import { openDefinitions, UsageError } from './context.ts';
import type { CommandContext, ExitCode } from './context.ts';
import { printFindings } from '../diagnostics/print.ts';
import { paint } from './paint.ts';

/** `zhinan evaluate`: what the rules say of one applicant, clause by clause, and what is still missing. */
export async function evaluateCommand(context: CommandContext): Promise<ExitCode> {
  const [path = ''] = context.positionals;
  const [scheme, edition, wanted] = path.replace(/^(\.\/)?definitions\//, '').split('/');
  if (!scheme || !edition)
    throw new UsageError('写法：zhinan evaluate <计划>/<年度>/<项目> --input 答案.json');
  const { files } = await openDefinitions({ ...context, positionals: [`${scheme}/${edition}`] });
  const { contract, diagnostics } = await compile(files, `${scheme}/${edition}`, { until: 'lower' });
  if (!contract) {
    console.log(printFindings(diagnostics, files, context.language, paint));
    return 1;
  }
  const program = programOf(contract, wanted);
  const input = await readInput(context.options['input']);
  const facts = factsOf(program, 'extends' in input ? mergedScenario(files, contract, input) : input);
  const rules = rulesOf(contract, program);
  const eligibility = rules.eligibility(facts);
  const amounts = rules.amounts(facts);
  if (context.options['json']) {
    console.log(JSON.stringify({ eligibility, amounts }, null, 2));
    return 0;
  }
  console.log(`${pc.bold(program.title)}  ${contract.title}\n`);
  console.log(`${headline(eligibility, context.language)}\n`);
  // What stands in the way comes first; what is in order can be skimmed.
  const shown = order.flatMap((verdict) => eligibility.rules.filter((rule) => rule.verdict === verdict));
  for (const rule of shown) console.log(`${marks[rule.verdict]} ${rules.explain(rule, context.language)}`);
  if (amounts.length > 0) console.log('');
  for (const amount of amounts) console.log(`${pc.cyan('¥')} ${rules.explain(amount, context.language)}`);
  return 0;
}

const order: readonly RuleVerdict[] = ['fail', 'unknown', 'needs-reason', 'relaxed', 'pass'];

const marks: Readonly<Record<RuleVerdict, string>> = {
  pass: pc.green('✓'),
  relaxed: pc.green('✓'),
  'needs-reason': pc.yellow('!'),
  fail: pc.red('✗'),
  unknown: pc.dim('?'),
  'not-applicable': '',
};

const headlines: Readonly<Record<Eligibility['verdict'], Readonly<Record<Language, string>>>> = {
  eligible: { 'zh-CN': pc.green('符合申报条件'), en: pc.green('eligible') },
  'needs-reason': {
    'zh-CN': pc.yellow('可以申报，但有“原则上”的条件需要说明理由'),
    en: pc.yellow('may apply; a reason is asked for a condition "in principle"'),
  },
  ineligible: { 'zh-CN': pc.red('不符合申报条件'), en: pc.red('not eligible') },
  undecided: { 'zh-CN': pc.cyan('还不能判断'), en: pc.cyan('cannot be decided yet') },
};

function headline({ verdict, missing }: Eligibility, language: Language): string {
  const said = headlines[verdict][language];
  if (missing.length === 0) return said;
  const titles = titlesOf(missing).join('、');
  return language === 'en' ? `${said}; still needed: ${titles}` : `${said}；还需要填写：${titles}`;
}

function programOf(contract: Contract, wanted: string | undefined): ProgramContract {
  const ids = Object.keys(contract.programs);
  const id = wanted ?? (ids.length === 1 ? ids[0] : undefined);
  const program =
    id !== undefined && Object.hasOwn(contract.programs, id) ? contract.programs[id] : undefined;
  if (!program) throw new UsageError(`请写明项目：${ids.map((name) => `${contract.id}/${name}`).join('、')}`);
  return program;
}

async function readInput(input: string | boolean | undefined): Promise<JsonObject> {
  if (typeof input !== 'string')
    throw new UsageError('用 --input 指明答案文件（JSON）。 (--input file.json is needed)');
  let json: unknown;
  try {
    json = JSON.parse(await readFile(input, 'utf8'));
  } catch (error) {
    throw new UsageError(`读不了 ${input}：${error instanceof Error ? error.message : String(error)}`);
  }
  if (json === null || typeof json !== 'object' || Array.isArray(json)) {
    throw new UsageError(`${input} 里应当是一个 JSON 对象。`);
  }
  return json as JsonObject;
}

/** A scenario that builds on another is evaluated with the answers of its base. */
function mergedScenario(files: FileTree, contract: Contract, input: JsonObject): JsonObject {
  const folder = `${contract.id}/scenarios/`;
  const sources = new Map<string, SourceFile>();
  for (const [path, text] of [
    ...Object.entries(files),
    [`${folder}--input.json`, JSON.stringify(input)] as const,
  ]) {
    const file = path.startsWith(folder) ? parseJson(path, text).value : undefined;
    if (file) sources.set(path.slice(folder.length, -'.json'.length), file);
  }
  const { scenarios, diagnostics } = resolveScenarios(sources);
  const problem = diagnostics.find(({ place }) => place.file.endsWith('--input.json'));
  const merged = scenarios.find(({ id }) => id === '--input')?.scenario;
  if (problem || !merged)
    throw new UsageError(problem ? render(problem, 'zh-CN').message : '读不了这个情景。');
  return merged as unknown as JsonObject;
}

/** A scenario file, an object of forms, or the bare answers of the application form. */
function factsOf(program: ProgramContract, input: JsonObject): Facts {
  const facts = 'facts' in input && 'expect' in input ? input['facts'] : input;
  const keys = Object.keys(facts as object);
  if (keys.length > 0 && keys.every((key) => Object.hasOwn(program.forms, key))) return facts as Facts;
  return { [program.applicationForm]: facts as JsonObject };
}
