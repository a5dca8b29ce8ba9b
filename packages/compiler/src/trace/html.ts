import type { ClauseTrace, TraceReport } from './report.ts';
import type { Part } from './parts.ts';
import { countsLine, lookFirst, sentencesLine } from './text.ts';
import { byKind, kindWords, modalityWords, statusWords, whereOf } from './words.ts';

/** The report as one page without script: clause beside implementation, readable on paper. */
export function traceHtml(report: TraceReport): string {
  const rows = report.clauses.map((item) => clauseRow(item)).join('\n');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(report.title)} 条款对照</title>
<style>${style}</style>
</head>
<body>
<h1>${escape(report.title)}</h1>
<p class="lead">条款与实现对照 · ${escape(report.edition)}</p>
<p>${escape(countsLine(report))}</p>
${textSection(report)}
<table>
<caption>每一条在哪里实现</caption>
<thead><tr><th scope="col">条款</th><th scope="col">概括</th><th scope="col">去处</th></tr></thead>
<tbody>
${rows}
</tbody>
</table>
</body>
</html>
`;
}

function clauseRow({ clause, status, implementedBy, alsoCitedBy }: ClauseTrace): string {
  const where =
    status === 'implemented'
      ? partsList(implementedBy)
      : `<p><strong>${statusWords[status]}</strong>${clause.note ? `：${escape(clause.note)}` : ''}</p>`;
  const scenarios = alsoCitedBy.filter(({ kind }) => kind === 'scenario').length;
  const readings = alsoCitedBy.filter(({ kind }) => kind === 'interpretation');
  const also = [
    ...readings.map((part) => `解释口径：${part.title}`),
    ...(scenarios > 0 ? [`${scenarios} 个情景`] : []),
  ];
  return `<tr id="${escape(clause.id)}" class="${status}"><th scope="row">${escape(clause.id)}</th>
<td>${escape(clause.summary)}<br><small>${modalityWords[clause.modality]}</small></td>
<td>${where}${also.length > 0 ? `<p><small>${escape(also.join('；'))}</small></p>` : ''}</td></tr>`;
}

/** Places are relative to the folder of the edition, which the page names at its top. */
function partsList(parts: readonly Part[]): string {
  // Clauses that share a sentence often share a part too.
  const once = [
    ...new Map(parts.map((part) => [`${part.kind} ${part.name} ${part.place.file}`, part])).values(),
  ];
  const groups = byKind(once).map(([kind, some]) => {
    const items = some
      .map(
        (part) =>
          `<li>${escape(part.title)} <code>${escape(whereOf(part).split('/').slice(2).join('/'))}</code></li>`,
      )
      .join('');
    return `<dt>${kindWords[kind]}</dt><dd><ul>${items}</ul></dd>`;
  });
  return `<dl>${groups.join('')}</dl>`;
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
  const sections = [
    ...text.changed.map(
      ({ sentence, clauses, missingFigures }) =>
        `<section><h3>改动 · ${links(clauses)}</h3><blockquote>${escape(sentence.text)}</blockquote>${Object.entries(
          missingFigures,
        )
          .map(([id, figures]) => `<p><strong>${escape(lookFirst(id, figures))}</strong></p>`)
          .join('')}${hanging(clauses)}</section>`,
    ),
    ...text.added.map(
      (sentence) =>
        `<section><h3>新增或未覆盖 · ${escape(sentence.path)}</h3><blockquote>${escape(sentence.text)}</blockquote></section>`,
    ),
    ...text.removed.map(
      ({ clauses }) => `<section><h3>删去 · ${links(clauses)}</h3>${hanging(clauses)}</section>`,
    ),
  ];
  return `<h2>与原文对照</h2>\n<p>${escape(sentencesLine(report))}</p>\n${sections.join('\n')}`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const style = `
:root { color-scheme: light dark; }
body { max-inline-size: 72em; margin: 2em auto; padding-inline: 1em; font: 16px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.5em; margin-block-end: 0; } h2 { font-size: 1.2em; } h3 { font-size: 1em; margin-block: 1em 0; }
.lead { margin-block-start: 0; opacity: .8; }
table { inline-size: 100%; border-collapse: collapse; }
caption { text-align: start; font-weight: bold; padding-block: 1em .3em; }
th, td { border: 1px solid #8888; padding: .4em .6em; text-align: start; vertical-align: top; }
tbody th { white-space: nowrap; font-weight: normal; } td:nth-child(2) { inline-size: 30%; }
dl, ul, p { margin: 0; } ul { padding: 0; list-style: none; } dl { display: grid; grid-template-columns: 5em 1fr; }
dd { margin: 0; } code { font-size: .8em; opacity: .75; overflow-wrap: anywhere; }
blockquote { margin: .3em 0; padding-inline-start: .8em; border-inline-start: 3px solid #8888; }
.open th, .open td { outline: 2px solid #c00; }
@media print {
  body { max-inline-size: none; margin: 0; font-size: 10pt; } @page { size: A4; margin: 18mm 15mm; }
  thead { display: table-header-group; } tr, section { break-inside: avoid; } a { color: inherit; text-decoration: none; }
}
`;
