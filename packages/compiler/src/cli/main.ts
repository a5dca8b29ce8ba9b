import { parseArgs } from 'node:util';
import { version } from '../version.ts';
import { UsageError } from './context.ts';
import type { CommandContext, ExitCode } from './context.ts';

type Command = (context: CommandContext) => Promise<ExitCode>;

/** Loaded when called: a mistyped command should not wait for a compiler. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check.ts')).checkCommand,
  build: async () => (await import('./build.ts')).buildCommand,
  test: async () => (await import('./check.ts')).testCommand,
  evaluate: async () => (await import('./evaluate.ts')).evaluateCommand,
  document: async () => (await import('./document.ts')).documentCommand,
  cases: async () => (await import('./cases.ts')).casesCommand,
  notice: async () => (await import('./notice.ts')).noticeCommand,
  trace: async () => (await import('./trace.ts')).traceCommand,
  'new-edition': async () => (await import('./new-edition.ts')).newEditionCommand,
  import: async () => (await import('./import.ts')).importCommand,
  diff: async () => (await import('./diff.ts')).diffCommand,
  simulate: async () => (await import('./simulate.ts')).simulateCommand,
  dev: async () => (await import('./dev.ts')).devCommand,
};

const usage = `zhinan ${version} — 把申报指南变成表单、校验、流程和规则

  zhinan check [指南…] [--format text|json|sarif]      检查定义 (check definitions)
  zhinan build [指南…] [--out dist] [--watch]          生成 (generate packages)
  zhinan test  [指南…] [--coverage [--format text|json]]
                                                       检查并演练全部情景；还有哪些没有情景 (play all scenarios)
  zhinan evaluate <计划>/<年度>/<项目> --input 答案.json [--json]
                                                       逐条说明是否符合条件、能得多少 (explain eligibility and amounts)
  zhinan document <计划>/<年度>/<项目>/<文书> --input 答案.json或情景 [--format html|docx|xlsx]
               [--final] [--issued 日期] [--out 文件]    印一份文书 (print a document)
  zhinan cases <计划>/<年度>/<项目> [--out 文件夹]      为每条规则找出恰好符合、恰好不符合的申报人 (boundary applicants)
  zhinan simulate <计划>/<年度>/<项目> [--cases 10000] [--seed 7] [--from 时刻] [--until 时刻]
               [--profile 假定.json] [--json] [--html 文件] [--ocel 文件] [--xes 文件]
                                                       许多申报人一起走完流程：多久、谁误期、名额和经费 (simulate)
  zhinan notice 2025-10-09 --workdays 3 [--region xinjiang]
                                                       公示到哪天为止 (when a public notice ends)
  zhinan trace <计划>/<年度> [--source 原文.txt] [--format text|json|html] [--out 文件]
               [--accept [--mapping 对应.json]]        每一条在哪里实现；原文哪些句子没有着落、改了哪些 (trace clauses)
  zhinan import <原文.txt|.docx> [--as <计划>/<年度>] [--out definitions] [--format text|json]
                                                       从正式文件做一版的骨架，认出日期、年龄、金额等 (skeleton from a text)
  zhinan import <计划>/<年度> --accept [建议编号…]      把采用的建议写进去 (write accepted suggestions)
  zhinan new-edition <计划>/<年度> <新年度> [--shift P1Y|same-weekday] [--checklist 核对表.md]
                                                       做下一年的版本，列出要核对的每一处 (copy to a new year)
  zhinan diff <计划>/<年度> <计划>/<年度> [--definitions-b 文件夹] [--format text|json|html] [--out 文件]
                                                       两版之间政策变了什么、谁的结论变了 (policy changes)
  zhinan dev [--port 5173]                             生成并打开演练场 (generate and serve the playground)

  --lang zh-CN|en     --definitions 文件夹     --help     --version
退出码 exit codes: 0 正常 ok · 1 有问题 findings · 2 用法不对 usage`;

async function main(): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      out: { type: 'string' },
      as: { type: 'string' },
      watch: { type: 'boolean' },
      coverage: { type: 'boolean' },
      input: { type: 'string' },
      json: { type: 'boolean' },
      final: { type: 'boolean' },
      issued: { type: 'string' },
      lang: { type: 'string' },
      definitions: { type: 'string' },
      'definitions-b': { type: 'string' },
      shift: { type: 'string' },
      checklist: { type: 'string' },
      workdays: { type: 'string' },
      region: { type: 'string' },
      port: { type: 'string' },
      cases: { type: 'string' },
      seed: { type: 'string' },
      from: { type: 'string' },
      until: { type: 'string' },
      profile: { type: 'string' },
      html: { type: 'string' },
      ocel: { type: 'string' },
      xes: { type: 'string' },
      source: { type: 'string' },
      accept: { type: 'boolean' },
      mapping: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
    },
  });
  if (values.version) {
    console.log(version);
    return 0;
  }
  const [name, ...rest] = positionals;
  if (values.help || name === undefined) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) throw new UsageError(`没有“${name}”这个命令 (no such command)\n\n${usage}`);
  if (values.lang !== undefined && values.lang !== 'en' && values.lang !== 'zh-CN') {
    throw new UsageError('--lang 只能是 zh-CN 或 en');
  }
  const command = await load();
  return command({ positionals: rest, options: values, language: values.lang === 'en' ? 'en' : 'zh-CN' });
}

try {
  process.exitCode = await main();
} catch (error) {
  const wrongCall =
    error instanceof UsageError ||
    (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
  if (!wrongCall) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
