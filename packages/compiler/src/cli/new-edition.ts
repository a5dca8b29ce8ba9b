import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import type { Diagnostic } from '@zhinan/model';
import pc from 'picocolors';
import { compile } from '../compile.ts';
import { printFindings } from '../diagnostics/print.ts';
import { render } from '../diagnostics/render.ts';
import { settledGuideline } from '../1-load/chosen-readings.ts';
import { calendarNotes } from '../editions/calendar-notes.ts';
import { checklistOf } from '../editions/checklist.ts';
import { checklistText } from '../editions/checklist-text.ts';
import { newEdition } from '../editions/new-edition.ts';
import { shiftOf, shiftWords } from '../editions/shift.ts';
import { writeTree } from '../node/write-tree.ts';
import { openDefinitions, UsageError } from './context.ts';
import type { CommandContext, ExitCode } from './context.ts';
import { paint } from './paint.ts';
import { progressLine } from './progress.ts';

const usage =
  '写法：zhinan new-edition <计划>/<年度> <新年度> [--shift P1Y|same-weekday] [--checklist 核对表.md]';

/** `zhinan new-edition xinjiang-craftsman/2025 2026`: next year's edition, and all that must be confirmed in it. */
export async function newEditionCommand(context: CommandContext): Promise<ExitCode> {
  const { positionals, options, language } = context;
  const [wanted, name, ...rest] = positionals;
  if (wanted === undefined || name === undefined || rest.length > 0) throw new UsageError(usage);
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name))
    throw new UsageError(`“${name}”不能作年度名：只用小写字母、数字和连字符，例如 2026。`);
  const { root, files, editions } = await openDefinitions({ ...context, positionals: [wanted] });
  const [from, ...others] = editions;
  if (from === undefined || others.length > 0)
    throw new UsageError(`请写明从哪一版复制：${editions.join('、')}\n${usage}`);
  const rule = typeof options['shift'] === 'string' ? options['shift'] : undefined;
  const shift = shiftOf(rule, from.split('/')[1] ?? '', name);
  if (!shift)
    throw new UsageError(
      `${rule === undefined ? '从年度名看不出相差几年，请写 --shift' : `看不懂 --shift ${rule}`}：P1Y（一年）、P6M、P2W、P10D 或 same-weekday（星期几不变）。`,
    );
  const id = `${from.split('/')[0] ?? ''}/${name}`;
  const folder = join(root, id);
  if (existsSync(folder))
    throw new UsageError(`${shown(folder)} 已经有了，不会覆盖。换个年度名，或先移走它。`);
  const checklist = typeof options['checklist'] === 'string' ? resolve(options['checklist']) : undefined;
  if (checklist !== undefined && existsSync(checklist))
    throw new UsageError(`${shown(checklist)} 已经有了，不会覆盖。`);

  const line = progressLine(id);
  line.stage('copy');
  const made = newEdition(files, from, name, shift);
  const { diagnostics } = await compile({ ...files, ...made.files }, id, {
    until: 'rehearse',
    ways: true,
    onStage: (stage) => line.stage(stage),
  });
  await writeTree(
    folder,
    Object.fromEntries(Object.entries(made.files).map(([path, text]) => [path.slice(id.length + 1), text])),
  );
  const dated = made.edits.filter(({ kind }) => kind !== 'title').length;
  line.done(`${Object.keys(made.files).length} 个文件，日期${shiftWords(shift)}，共改 ${dated} 处`);

  const items = checklistOf(made, files);
  const path = `${id}/guideline.json`;
  const guideline = settledGuideline(path, made.files[path] ?? '');
  const text = checklistText(items, guideline?.title ?? id, shiftWords(shift));
  if (checklist === undefined) console.log(text);
  else {
    await writeFile(checklist, text);
    console.log(`要核对的 ${items.length} 项写在 ${shown(checklist)}\n`);
  }
  const notes = guideline ? calendarNotes(guideline) : [];
  if (notes.length > 0) console.log(`${pc.bold('日历')}\n${notes.join('\n')}\n`);
  reportFindings(diagnostics, { ...files, ...made.files }, language);
  console.log(`新一版在 ${shown(folder)}。不要了就删掉这个文件夹，别处没有改动。`);
  console.log(`改完看差别：zhinan diff ${from} ${id}`);
  return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}

const isScenario = ({ code }: Diagnostic): boolean => code.startsWith('scenario/');

function reportFindings(
  diagnostics: readonly Diagnostic[],
  files: Readonly<Record<string, string>>,
  language: CommandContext['language'],
): void {
  const scenarios = diagnostics.filter(isScenario);
  const others = diagnostics.filter(
    (one) => !isScenario(one) && (one.severity !== 'info' || one.code === 'workflow/last-safe-day'),
  );
  if (others.length > 0) {
    console.log(`${pc.bold('新日历下的检查')}\n${printFindings(others, files, language, paint)}\n`);
  } else {
    console.log(`${pc.bold('新日历下的检查')}\n没有发现走不通的期限，也没有别的错误。\n`);
  }
  if (others.some(({ severity }) => severity === 'error'))
    console.log('有错误，情形还没有演练；改好后运行 zhinan test。\n');
  // A scenario that goes on from another one fails with it: the first is to be decided, the rest follow.
  const own = scenarios.filter(({ place }) => place.pointer !== '/extends');
  const followers = scenarios.filter((one) => !own.includes(one));
  if (scenarios.length === 0) return;
  console.log(
    pc.bold(`顺延以后结论不同的情形（没有改，请逐个决定：${own.length} 个，连带 ${followers.length} 个）`),
  );
  for (const one of own) {
    const at = one.place.range ? `:${one.place.range.start.line}` : '';
    console.log(`  ${render(one, language).message}\n    definitions/${one.place.file}${at}`);
  }
  if (followers.length > 0)
    console.log(
      `  从上面的情形接着办的：${followers.map(({ place }) => basename(place.file, '.json')).join('、')}`,
    );
  console.log('');
}

const shown = (path: string): string => relative(process.cwd(), path) || '.';
