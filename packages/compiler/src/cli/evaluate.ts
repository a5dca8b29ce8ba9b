import { titlesOf } from '@zhinan/engine/rules';
import type { Eligibility, Language, RuleVerdict } from '@zhinan/model';
import pc from 'picocolors';
import { compile } from '../compile.ts';
import { rulesOf } from '../rules/program-rules.ts';
import { factsOf, mergedScenario, programOf, readInput } from './answers.ts';
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
  const input = await readInput(context.options['input']);
  const { files } = await openDefinitions({ ...context, positionals: [`${scheme}/${edition}`] });
  const { contract, diagnostics } = await compile(files, `${scheme}/${edition}`, { until: 'lower' });
  if (!contract) {
    console.log(printFindings(diagnostics, files, context.language, paint));
    return 1;
  }
  const program = programOf(contract, wanted);
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
