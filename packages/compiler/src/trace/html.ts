import { escapeHtml as escape } from '@zhinan/documents';
import type { Interpretation } from '@zhinan/model';
import { filterBar } from '../report/filter.ts';
import { reportPage } from '../report/page.ts';
import type { ClauseStatus, ClauseTrace, TraceReport } from './report.ts';
import type { Part } from './parts.ts';
import { countsLine, lookFirst, sentencesLine } from './text.ts';
import { byKind, kindWords, modalityWords, statusWords, whereOf } from './words.ts';

const statuses = Object.keys(statusWords) as ClauseStatus[];

/** The report as one page: clause beside implementation, what the official text says else, filters without script. */
export function traceHtml(report: TraceReport): Promise<string> {
  const reading = report.clauses.filter((item) => readingsOf(item).length > 0).length;
  const filter = filterBar('只看哪些条款', [
    ...statuses.map((key) => ({ key, title: statusWords[key], count: report.counts[key] })),
    { key: 'reading', title: '有解释口径', count: reading, also: true },
  ]);
  const body = `${figures(report)}
${report.text ? '<nav aria-label="目录"><ul><li><a href="#text">与原文对照</a></li><li><a href="#clauses">条款与实现</a></li></ul></nav>' : ''}
${textSection(report)}
<section id="clauses" aria-labelledby="clauses-title">
<h2 id="clauses-title">条款与实现</h2>
<p class="dim">${escape(countsLine(report))}。文件路径从 ${escape(report.edition)}/ 算起。</p>
${filter}
${report.clauses.map((item) => entryHtml(item, report.readings)).join('\n')}
</section>`;
  return reportPage({
    title: `${report.title}：条款对照`,
    lead: `${report.edition}　每一条在哪里实现`,
    body,
  });
}

function figures({ clauses, counts, text }: TraceReport): string {
  const figure = (title: string, count: number, bad = false) =>
    `<li${bad && count > 0 ? ' class="alarm"' : ''}><strong>${count}</strong>${escape(title)}</li>`;
  const items = [
    figure('条款', clauses.length),
    ...statuses.map((key) => figure(statusWords[key], counts[key], key === 'open')),
    ...(text
      ? [
          figure('原文句子', text.sentences),
          figure('改动', text.changed.length, true),
          figure('新增或未覆盖', text.added.length, true),
          figure('删去', text.removed.length, true),
        ]
      : []),
  ];
  return `<ul class="figures">${items.join('')}</ul>`;
}

const readingsOf = ({ alsoCitedBy }: ClauseTrace): readonly Part[] =>
  alsoCitedBy.filter(({ kind }) => kind === 'interpretation');

function entryHtml(item: ClauseTrace, readings: TraceReport['readings']): string {
  const { clause, status, implementedBy, alsoCitedBy, dependents } = item;
  const own = readingsOf(item);
  const scenarios = [...alsoCitedBy, ...dependents].filter(({ kind }) => kind === 'scenario');
  const hanging = [
    ...alsoCitedBy.filter(({ kind }) => kind === 'role'),
    ...dependents.filter(({ kind }) => kind !== 'scenario'),
  ];
  const where =
    status === 'implemented'
      ? partsList(implementedBy)
      : `<p>${clause.note ? escape(clause.note) : status === 'open' ? '<strong class="alarm">还没有着落：没有字段、规则、步骤或文书引用它。</strong>' : ''}</p>`;
  return `<article class="entry ${status}${own.length > 0 ? ' reading' : ''}" id="${escape(clause.id)}">
<div class="clause"><h3>${escape(clause.id)} <span class="badge">${modalityWords[clause.modality]}</span><span class="badge status">${statusWords[status]}</span></h3>
<p>${escape(clause.summary)}</p></div>
<div>${where}
${own.map(({ name }) => readingHtml(readings[name])).join('')}
${folded(`另有 ${once(hanging).length} 处随之而动`, hanging)}
${folded(`${once(scenarios).length} 个情景`, scenarios)}</div>
</article>`;
}

function readingHtml(interpretation: Interpretation | undefined): string {
  if (!interpretation) return '';
  const { question, readings, chosen, decidedBy, reason } = interpretation;
  const items = Object.entries(readings).map(
    ([id, { title, effect }]) =>
      `<li${id === chosen ? ' class="chosen"' : ''}>${id === chosen ? '✓ 现用：' : '　另可：'}${escape(title)}${effect === undefined ? '' : `<br><span class="dim">${escape(effect)}</span>`}</li>`,
  );
  return `<div class="readings"><p>解释口径：${escape(question)}</p><ul class="plain">${items.join('')}</ul>
<p class="dim">由谁定：${escape(decidedBy)}${reason === undefined ? '' : `　理由：${escape(reason)}`}</p></div>`;
}

function folded(title: string, parts: readonly Part[]): string {
  return parts.length === 0
    ? ''
    : `<details><summary>${escape(title)}</summary>${partsList(parts)}</details>`;
}

/** Clauses that share a sentence often share a part too. */
function once(parts: readonly Part[]): readonly Part[] {
  return [...new Map(parts.map((part) => [`${part.kind} ${part.name} ${part.place.file}`, part])).values()];
}

/** Places are relative to the folder of the edition, which the page names at its top. */
function partsList(parts: readonly Part[]): string {
  const groups = byKind(once(parts)).map(([kind, some]) => {
    const items = some.map(
      (part) =>
        `<li>${escape(part.title)} <code>${escape(whereOf(part).split('/').slice(2).join('/'))}</code></li>`,
    );
    return `<dt>${kindWords[kind]}</dt><dd><ul class="plain">${items.join('')}</ul></dd>`;
  });
  return groups.length === 0 ? '' : `<dl>${groups.join('')}</dl>`;
}

function textSection(report: TraceReport): string {
  const { text } = report;
  if (!text) return '';
  const links = (ids: readonly string[]) =>
    ids.map((id) => `<a href="#${escape(encodeURIComponent(id))}">${escape(id)}</a>`).join('、');
  const hanging = (ids: readonly string[]) =>
    partsList(
      report.clauses
        .filter(({ clause }) => ids.includes(clause.id))
        .flatMap(({ implementedBy, alsoCitedBy, dependents }) => [
          ...implementedBy,
          ...alsoCitedBy,
          ...dependents,
        ]),
    );
  const changed = text.changed.map(
    ({ sentence, clauses, missingFigures }) =>
      `<article><h4>第 ${sentence.number} 句　${links(clauses)}</h4><blockquote>${escape(sentence.text)}</blockquote>${Object.entries(
        missingFigures,
      )
        .map(([id, some]) => `<p><strong>${escape(lookFirst(id, some))}</strong></p>`)
        .join('')}<p class="dim">要一并看的：</p>${hanging(clauses)}</article>`,
  );
  const added = text.added.map(
    (sentence) =>
      `<article><h4>第 ${sentence.number} 句　${escape(sentence.path)}</h4><blockquote>${escape(sentence.text)}</blockquote><p class="dim">没有条款覆盖它：写进 clauses.json，或并入相邻的条款。</p></article>`,
  );
  const removed = text.removed.map(
    ({ clauses }) =>
      `<article><h4>${links(clauses)} 所依据的一句</h4><p class="dim">要一并看的：</p>${hanging(clauses)}</article>`,
  );
  const groups = [
    ['改动', changed],
    ['新增或未覆盖', added],
    ['删去', removed],
  ] as const;
  const shown = groups
    .filter(([, items]) => items.length > 0)
    .map(([title, items]) => `<h3>${title} ${items.length}</h3>\n${items.join('\n')}`);
  const untraced =
    text.untraced.length > 0
      ? `<h3>还没有对应原文的条款 ${text.untraced.length}</h3><p>${links(text.untraced)}</p>`
      : '';
  return `<section id="text" aria-labelledby="text-title">
<h2 id="text-title">与原文对照</h2>
<p class="dim">${escape(sentencesLine(report))}</p>
${shown.length > 0 ? shown.join('\n') : '<p>每一句都有条款，没有改动。</p>'}
${untraced}
</section>`;
}
