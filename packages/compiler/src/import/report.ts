import { printed } from './frame.ts';
import type { Imported } from './import.ts';
import type { Suggestion } from './suggestion.ts';
import { doubtWords, kindNames, readingOf } from './words.ts';

/** The import as a terminal shows it: the clause tree with what was found under each clause, and what to do next. */
export function importText(imported: Imported, language: 'zh' | 'en'): string {
  const { title, drafts, suggestions } = imported;
  const lines = [title, ''];
  let above = '';
  for (const { clause, line, headings } of drafts) {
    const heading = headings.map(printed).join(' › ');
    if (heading !== above && heading !== '') lines.push(heading);
    above = heading;
    const where = language === 'zh' ? `第 ${line} 行` : `line ${line}`;
    lines.push(`  ${clause.id}  [${clause.kind}, ${clause.modality}]  ${where}`);
    for (const one of suggestions.filter((item) => item.clause === clause.id))
      lines.push(...suggestionLines(one, language));
  }
  return [...lines, '', ...countLines(imported, language)].join('\n');
}

function suggestionLines(one: Suggestion, language: 'zh' | 'en'): readonly string[] {
  const { id, kind, found, fact, doubts, targets } = one;
  const reading = readingOf(fact, language);
  const [where] = targets;
  return [
    `      ${id}  ${kindNames[kind][language]} “${printed(found)}”${reading === found ? '' : ` → ${printed(reading)}`}${where ? `  ⇒ ${where.file}${where.pointer === '' ? '' : `#${where.pointer}`}` : ''}`,
    ...doubts.map((doubt) => `        ? ${doubtWords[doubt][language]}`),
  ];
}

/** How much was read, found and left out. */
function countLines(imported: Imported, language: 'zh' | 'en'): readonly string[] {
  const { drafts, suggestions, sentences, headings, dropped } = imported;
  const zh = language === 'zh';
  const kinds = [...new Set(suggestions.map(({ kind }) => kind))].map((kind) => {
    const count = suggestions.filter((one) => one.kind === kind).length;
    return `${kindNames[kind][language]} ${count}`;
  });
  const doubtful = suggestions.filter(({ doubts }) => doubts.length > 0).length;
  const lines = [
    zh
      ? `读了 ${sentences} 句（标题 ${headings}），分成 ${drafts.length} 条；认出 ${suggestions.length} 处，其中 ${doubtful} 处有疑问：${kinds.join('，')}。`
      : `${sentences} sentences read (${headings} headings), ${drafts.length} clauses; ${suggestions.length} facts found, ${doubtful} of them doubtful: ${kinds.join(', ')}.`,
  ];
  if (dropped > 0)
    lines.push(
      zh
        ? `略去姓名、电话、邮箱等个人信息 ${dropped} 处：没有写进任何文件。`
        : `${dropped} names, telephone numbers or mail addresses left out: no file has them.`,
    );
  if (headings === 0)
    lines.push(
      zh
        ? '没有认出标题（一、（一）1．①第X条）：各句按先后编号，请在 clauses.json 里改成原文的编号。'
        : 'No headings found (一、（一）1．①第X条): sentences are numbered in order; give them the numbers of the text in clauses.json.',
    );
  return lines;
}
