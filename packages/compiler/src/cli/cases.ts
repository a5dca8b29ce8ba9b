import { resolve } from 'node:path';
import pc from 'picocolors';
import { cases, casesSource } from '../cases/cases.ts';
import type { Aim } from '../cases/boundary.ts';
import { printFindings } from '../diagnostics/print.ts';
import { writeTree } from '../node/write-tree.ts';
import { openDefinitions, UsageError } from './context.ts';
import type { CommandContext, ExitCode } from './context.ts';
import { paint } from './paint.ts';

const columns: readonly (readonly [Aim, zh: string, en: string])[] = [
  ['inside', '刚好符合', 'just inside'],
  ['outside', '刚好不符合', 'just outside'],
  ['only', '只差这一条', 'fails only this'],
  ['relaxed', '因放宽', 'relaxed'],
  ['undecided', '不能判断', 'undecided'],
];

/** `zhinan cases`: applicants at the boundary of every rule, as scenario files. Without `--out` it only lists them. */
export async function casesCommand(context: CommandContext): Promise<ExitCode> {
  const [path = ''] = context.positionals;
  const [scheme, year, program] = path
    .replace(/^(\.\/)?definitions\//, '')
    .replace(/\/$/, '')
    .split('/');
  if (!scheme || !year || !program)
    throw new UsageError('写法：zhinan cases <计划>/<年度>/<项目> [--out 文件夹]');
  const edition = `${scheme}/${year}`;
  const { files, root } = await openDefinitions({ ...context, positionals: [edition] });
  const out = typeof context.options['out'] === 'string' ? resolve(context.options['out']) : undefined;
  const beside = out === undefined || out === resolve(root, edition, 'scenarios');
  const source = await casesSource(files, edition);
  const { diagnostics, rules, files: made, bases } = cases(source, { program, beside });
  if (rules.length === 0) {
    if (diagnostics.some(({ severity }) => severity === 'error'))
      console.log(printFindings(diagnostics, files, context.language, paint));
    else
      throw new UsageError(
        `没有“${program}”这个项目，或者它没有规则。 (no such programme, or it has no rules)`,
      );
    return 1;
  }
  const english = context.language === 'en';
  for (const { title, rule, files: found } of rules) {
    const marks = columns.map(([aim, zh, en]) =>
      found[aim] ? pc.green(`✓ ${english ? en : zh}`) : pc.dim(`– ${english ? en : zh}`),
    );
    console.log(`${pc.bold(title)} ${pc.dim(rule)}\n  ${marks.join('  ')}`);
  }
  const count = Object.keys(made).length;
  if (bases.length === 0)
    console.log(
      english
        ? '\nNo scenario has a complete accepted applicant to start from.'
        : '\n没有一个情景是填写完整、符合条件的申报人，无从出发。',
    );
  if (out === undefined)
    console.log(
      english ? `\n${count} scenarios; write them with --out.` : `\n${count} 个情景；用 --out 文件夹 写出。`,
    );
  else {
    await writeTree(out, made, () => true);
    console.log(english ? `\n${count} scenarios written to ${out}` : `\n${count} 个情景写入 ${out}`);
  }
  return 0;
}
