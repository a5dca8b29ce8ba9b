import { headings } from './checklist.ts';
import type { ChecklistItem, Heading } from './checklist.ts';

/** The checklist as Markdown with a box for each thing to confirm. */
export function checklistText(items: readonly ChecklistItem[], title: string, rule: string): string {
  const lines = [
    `# ${title}：逐项核对`,
    '',
    `日期一律${rule}。下列各项以新一年的正式文件为准，核对一项勾一项。`,
  ];
  for (const heading of Object.keys(headings) as Heading[]) {
    const own = items.filter((item) => item.heading === heading);
    if (own.length === 0) continue;
    lines.push('', `## ${headings[heading]}（${own.length}）`, '');
    for (const { file, line, clause, title: name, before, after } of own) {
      const value =
        after === undefined
          ? `${before}（${heading === 'prose' ? '没有改' : '照旧'}）`
          : `${before} → ${after}`;
      lines.push(`- [ ] ${name}${clause ? `〔${clause}〕` : ''}：${value}  \`definitions/${file}:${line}\``);
    }
  }
  return `${lines.join('\n')}\n`;
}
