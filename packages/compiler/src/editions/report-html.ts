import type { EditionDiff } from './change.ts';
import { applicantLines, byTopic, groupsOf, placeOf, triedWords } from './report-text.ts';

const styles = `
:root { color-scheme: light dark; --ink: #1c2530; --dim: #5b6673; --line: #d5dbe2; --paper: #fff; --old: #fdeceb; --new: #e7f5ea; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecf1; --dim: #a5b0bd; --line: #3a444f; --paper: #14191f; --old: #452421; --new: #1d3a26; } }
body { margin: 0 auto; padding: 24px 16px 48px; max-inline-size: 960px; background: var(--paper); color: var(--ink); font: 16px/1.7 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 24px; line-height: 1.4; margin-block: 0 4px; }
h2 { font-size: 19px; margin-block: 32px 8px; padding-block-end: 4px; border-block-end: 1px solid var(--line); }
h3 { font-size: 16px; margin-block: 20px 4px; }
p { margin-block: 4px; }
ol, ul { padding-inline-start: 26px; margin-block: 4px; }
li { margin-block: 10px; }
li li { margin-block: 2px; }
.dim { color: var(--dim); font-size: 14px; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 12px; margin-block: 4px; }
dt { color: var(--dim); }
dd { margin: 0; padding-inline: 8px; border-radius: 4px; overflow-wrap: anywhere; }
dd.old { background: var(--old); }
dd.new { background: var(--new); }
@media print { body { max-inline-size: none; padding: 0; font-size: 11pt; } li, h2, h3 { break-inside: avoid; } h2, h3 { break-after: avoid; } }
`;

/** The report as one page that needs nothing else: no script, nothing fetched. */
export function diffHtml(diff: EditionDiff): string {
  const { from, to, changes } = diff;
  let number = 1;
  const sections = byTopic(diff).map((group) => {
    const items = group.changes.map((change) => {
      const values = [
        ...(change.before === undefined ? [] : [`<dt>原</dt><dd class="old">${escape(change.before)}</dd>`]),
        ...(change.after === undefined ? [] : [`<dt>现</dt><dd class="new">${escape(change.after)}</dd>`]),
      ];
      const details = change.details.map((detail) => `<li class="dim">${escape(detail)}</li>`);
      return [
        `<li><strong>${escape(change.subject)}</strong>：${escape(change.what)} <span class="dim">${escape(placeOf(change))}</span>`,
        ...(values.length > 0 ? [`<dl>${values.join('')}</dl>`] : []),
        ...(details.length > 0 ? [`<ul>${details.join('')}</ul>`] : []),
        '</li>',
      ].join('\n');
    });
    const start = number;
    number += group.changes.length;
    return `<section>\n<h2>${escape(group.title)}</h2>\n<ol start="${start}">\n${items.join('\n')}\n</ol>\n</section>`;
  });
  const people = groupsOf(diff).map((group) => {
    const items = group.applicants.map((one) => {
      const { who, verdict, why } = applicantLines(one);
      const reasons = why.map((reason) => `<li class="dim">${escape(reason)}</li>`).join('');
      return `<li>${escape(who)}<br><strong>${escape(verdict)}</strong><ul>${reasons}</ul></li>`;
    });
    return `<h3>${escape(group.title)}</h3>\n<ul>\n${items.join('\n')}\n</ul>`;
  });
  const nobody = people.length === 0 ? '<p>没有人的结论改变。</p>' : '';
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(`${from.shortTitle} → ${to.shortTitle}：政策变化`)}</title>
<style>${styles}</style>
</head>
<body>
<main>
<h1>${escape(from.shortTitle)} → ${escape(to.shortTitle)}</h1>
<p class="dim">${escape(from.id)} → ${escape(to.id)}</p>
<p>${changes.length === 0 ? '政策上没有变化。' : `政策变化 ${changes.length} 处。`}</p>
${sections.join('\n')}
${diff.tried > 0 ? `<section>\n<h2>谁的结论变了</h2>\n<p class="dim">${escape(triedWords(diff))}</p>\n${nobody}${people.join('\n')}\n</section>` : ''}
</main>
</body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}
