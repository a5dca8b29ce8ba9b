import { existsSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { FileTree, Language } from '@zhinan/model';
import pc from 'picocolors';
import { accept } from '../import/accept.ts';
import type { Refusal } from '../import/accept.ts';
import { importGuideline } from '../import/import.ts';
import { importText } from '../import/report.ts';
import type { WorkItem } from '../import/work-list.ts';
import { readGuidelineText } from '../node/guideline-text.ts';
import type { UnreadableText } from '../node/guideline-text.ts';
import { findDefinitions } from '../node/definitions.ts';
import { writeTree } from '../node/write-tree.ts';
import { openDefinitions, UsageError } from './context.ts';
import type { CommandContext, ExitCode } from './context.ts';

const usage = `写法：zhinan import <原文.txt|.docx> [--as <计划>/<年度>] [--out definitions] [--format text|json]
      zhinan import <计划>/<年度> --accept [建议编号…]`;

/** `zhinan import`: from an official text to a skeleton edition with suggestions; `--accept` writes those accepted. */
export async function importCommand(context: CommandContext): Promise<ExitCode> {
  if (context.options['accept']) return acceptCommand(context);
  const { positionals, options, language } = context;
  const [path, ...rest] = positionals;
  const format = options['format'] ?? 'text';
  if (path === undefined || rest.length > 0) throw new UsageError(usage);
  if (format !== 'text' && format !== 'json') throw new UsageError('--format 只能是 text 或 json');
  const edition = editionName(path, options['as']);
  const named = options['out'] ?? options['definitions'];
  const root =
    typeof named === 'string' ? resolve(named) : (findDefinitions(process.cwd()) ?? resolve('definitions'));
  const folder = join(root, edition);
  if (existsSync(folder))
    throw new UsageError(
      say(
        language,
        `${shown(folder)} 已经有了，不会覆盖。用 --as 换个名称，或先移走它。`,
        `${shown(folder)} exists and is not overwritten. Choose another name with --as, or move it away.`,
      ),
    );
  const file = await readGuidelineText(path);
  if ('problem' in file) throw new UsageError(say(language, ...unreadable(path, file.problem)));
  const imported = await importGuideline(file.text);
  if (!imported) throw new UsageError(say(language, ...unreadable(path, 'empty')));

  await writeTree(folder, imported.files);
  const zh = language === 'en' ? 'en' : 'zh';
  if (format === 'json') {
    const { title, drafts, suggestions, sentences, headings, dropped } = imported;
    console.log(
      JSON.stringify({ edition, title, sentences, headings, dropped, clauses: drafts, suggestions }, null, 2),
    );
    return 0;
  }
  console.log(importText(imported, zh));
  console.log(
    say(
      language,
      `\n${file.encoding === 'UTF-8' ? '' : `原文按 ${file.encoding} 读取。\n`}新一版在 ${shown(folder)}，建议在其中的 import.json。原文没有存入。\n接着：对照原文写好各条概括（zhinan check ${edition} 列出还没有写的），采用的建议写进去：zhinan import ${edition} --accept。`,
      `\n${file.encoding === 'UTF-8' ? '' : `Read as ${file.encoding}.\n`}The edition is in ${shown(folder)}, the suggestions in its import.json. The text itself is not stored.\nNext: write the summaries (zhinan check ${edition} lists what is missing), and write the suggestions you accept: zhinan import ${edition} --accept.`,
    ),
  );
  return 0;
}

/** `--as`, or what the file is named: `xinjiang-craftsman-2025.txt` is `xinjiang-craftsman/2025`. */
function editionName(path: string, wanted: string | boolean | undefined): string {
  const stem = basename(path).replace(/\.[^.]*$/u, '');
  const name =
    typeof wanted === 'string' ? wanted : stem.replace(/^(.+?)-((?:19|20)\d{2}(?:-\d+)?)$/u, '$1/$2');
  if (/^[a-z][a-z0-9-]*\/[a-z0-9][a-z0-9-]*$/u.test(name)) return name;
  throw new UsageError(
    typeof wanted === 'string'
      ? `“${wanted}”不能作名称：写成 <计划>/<年度>，只用小写字母、数字和连字符，例如 young-talent/2026。 (--as <scheme>/<edition>)`
      : `从文件名看不出计划和年度，请写 --as <计划>/<年度>，例如 --as young-talent/2026。 (give --as <scheme>/<edition>)`,
  );
}

function unreadable(path: string, problem: UnreadableText): readonly [zh: string, en: string] {
  const name = basename(path);
  const texts: Readonly<Record<UnreadableText, readonly [string, string]>> = {
    missing: [
      `读不了 ${path}：没有这个文件，或没有权限。`,
      `${path} cannot be read: no such file, or no permission.`,
    ],
    empty: [
      `${name} 里没有文字。扫描件请先识别成文字。`,
      `${name} holds no text. A scan must be recognised first.`,
    ],
    'too-long': [
      `${name} 太长：一份指南一般不到十万字。请只留下指南正文。`,
      `${name} is too long for a guideline: keep the guideline alone.`,
    ],
    'old-word': [
      `${name} 是旧版 Word 文件：请在 Word 里另存为 .docx 或纯文本。`,
      `${name} is an old Word file: save it as .docx or plain text.`,
    ],
    pdf: [
      `${name} 是 PDF：请把文字复制到 .txt，或用 Word 打开后另存为 .docx。`,
      `${name} is a PDF: copy its text into a .txt, or save it as .docx.`,
    ],
    image: [`${name} 是图片：请先识别成文字。`, `${name} is an image: have its text recognised first.`],
    binary: [
      `${name} 不是文字文件。能读 .txt（UTF-8、GB18030）和 .docx。`,
      `${name} is no text. A .txt (UTF-8, GB18030) or a .docx can be read.`,
    ],
    encoding: [
      `认不出 ${name} 的编码：请另存为 UTF-8 或 GB18030。`,
      `The encoding of ${name} is not recognised: save it as UTF-8 or GB18030.`,
    ],
    'broken-docx': [
      `${name} 不是完好的 .docx：请用 Word 打开后重新另存。`,
      `${name} is no sound .docx: open it in Word and save it again.`,
    ],
  };
  return texts[problem];
}

async function acceptCommand(context: CommandContext): Promise<ExitCode> {
  const { positionals, language, options } = context;
  const [wanted, ...ids] = positionals;
  if (wanted === undefined) throw new UsageError(usage);
  const out = options['out'];
  const { root, files, editions } = await openDefinitions({
    ...context,
    positionals: [wanted],
    options: { ...options, ...(typeof out === 'string' ? { definitions: out } : {}) },
  });
  const [edition, ...others] = editions;
  if (edition === undefined || others.length > 0)
    throw new UsageError(`${usage}\n现有：${editions.join('、')}`);
  const own = Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.startsWith(`${edition}/`))
      .map(([path, text]) => [path.slice(edition.length + 1), text]),
  );
  const items = workItems(own, edition, language);
  const unknown = ids.find((id) => !items.some((item) => item.id === id));
  if (unknown !== undefined)
    throw new UsageError(
      say(language, `import.json 里没有“${unknown}”。`, `import.json has no "${unknown}".`),
    );
  const chosen = items.map((item) =>
    ids.includes(item.id) && item.status !== 'written' ? { ...item, status: 'accepted' as const } : item,
  );
  const { files: after, written, refused } = accept(own, chosen);
  const changed = Object.fromEntries(Object.entries(after).filter(([path, text]) => own[path] !== text));
  await writeTree(join(root, edition), changed, () => true);
  for (const id of written)
    console.log(`${pc.green('✓')} ${id}  ${items.find((item) => item.id === id)?.found ?? ''}`);
  for (const refusal of refused)
    console.log(`${pc.red('✗')} ${refusal.id}  ${say(language, ...refusalWords(refusal))}`);
  const open = items.filter(
    ({ id, status }) => (status === 'open' || status === 'accepted') && !written.includes(id),
  ).length;
  console.log(
    say(
      language,
      `写入 ${written.length} 处，没有写 ${refused.length} 处，还剩 ${open} 处。`,
      `${written.length} written, ${refused.length} refused, ${open} left.`,
    ),
  );
  return refused.length > 0 ? 1 : 0;
}

function workItems(files: FileTree, edition: string, language: Language): readonly WorkItem[] {
  const text = files['import.json'];
  if (text === undefined)
    throw new UsageError(
      say(
        language,
        `${edition} 里没有 import.json：没有待处理的建议。`,
        `${edition} has no import.json: nothing is suggested.`,
      ),
    );
  try {
    const { items } = JSON.parse(text) as { readonly items?: unknown };
    if (Array.isArray(items) && items.every((item) => isWorkItem(item))) return items;
  } catch {
    // Said below.
  }
  throw new UsageError(
    say(
      language,
      `${edition}/import.json 读不了：改回 JSON 的写法，或重新导入。`,
      `${edition}/import.json cannot be read: mend it, or import again.`,
    ),
  );
}

function isWorkItem(item: unknown): item is WorkItem {
  const { id, status, targets } = (item ?? {}) as Partial<WorkItem>;
  const known = ['open', 'accepted', 'declined', 'written'];
  const sound = (target: Partial<WorkItem['targets'][number]>) =>
    typeof target.file === 'string' &&
    /^[a-z0-9][a-z0-9./-]*\.json$/u.test(target.file) &&
    !target.file.includes('..') &&
    typeof target.pointer === 'string' &&
    target.value !== undefined;
  return (
    typeof id === 'string' && known.includes(status ?? '') && Array.isArray(targets) && targets.every(sound)
  );
}

function refusalWords({ reason, where }: Refusal): readonly [zh: string, en: string] {
  switch (reason) {
    case 'not-filled-in':
      return [
        `还有没填的：${where} 是 null，先在 import.json 里填上。`,
        `${where} is null: fill it in in import.json first.`,
      ];
    case 'already-there':
      return [
        `${where} 已经有内容，没有改动；请手工合并。`,
        `${where} holds something already and was left alone; merge by hand.`,
      ];
    case 'no-such-file':
      return [
        `还没有 ${where}：先建这个文件，或手工写入。`,
        `There is no ${where} yet: make it first, or write by hand.`,
      ];
  }
}

const say = (language: Language, zh: string, en: string): string => (language === 'en' ? en : zh);
const shown = (path: string): string => relative(process.cwd(), path) || '.';
