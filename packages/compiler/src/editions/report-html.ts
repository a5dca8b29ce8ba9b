import { escapeHtml as escape } from '@zhinan/documents';
import { reportPage } from '../report/page.ts';
import type { EditionDiff } from './change.ts';
import { applicantLines, byTopic, groupsOf, placeOf, triedWords } from './report-text.ts';

/** The report as one page that needs nothing else: no script, nothing fetched. */
export function diffHtml(diff: EditionDiff): Promise<string> {
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
        ...(values.length > 0 ? [`<dl class="values">${values.join('')}</dl>`] : []),
        ...(details.length > 0 ? [`<ul>${details.join('')}</ul>`] : []),
        '</li>',
      ].join('\n');
    });
    const start = number;
    number += group.changes.length;
    return `<section>\n<h2>${escape(group.title)} <span class="count">${group.changes.length}</span></h2>\n<ol class="changes" start="${start}">\n${items.join('\n')}\n</ol>\n</section>`;
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
  const count = (title: string, amount: number) => `<li><strong>${amount}</strong>${escape(title)}</li>`;
  const figures = [
    count('政策变化', changes.length),
    ...groupsOf(diff).map((group) => count(`${group.title}（举例）`, group.applicants.length)),
  ];
  const body = `<ul class="figures">${figures.join('')}</ul>
${changes.length === 0 ? '<p>政策上没有变化。</p>' : sections.join('\n')}
${diff.tried > 0 ? `<section>\n<h2>谁的结论变了</h2>\n<p class="dim">${escape(triedWords(diff))}</p>\n${nobody}${people.join('\n')}\n</section>` : ''}`;
  return reportPage({
    title: `${from.shortTitle} → ${to.shortTitle}：政策变化`,
    lead: `${from.id} → ${to.id}`,
    body,
  });
}
