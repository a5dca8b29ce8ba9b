import type { HashedSentence } from './sentences.ts';
import type { ClauseTrace, TraceReport } from './report.ts';
import { byKind, kindWords, modalityWords, statusWords, whereOf } from './words.ts';

/** The report for a terminal: every clause with its parts, then what the text has that no clause covers. */
export function traceText(report: TraceReport): string {
  const lines = [`${report.title}（${report.edition}）`, ''];
  for (const item of report.clauses) lines.push(...clauseLines(item), '');
  lines.push(countsLine(report));
  if (report.text) lines.push('', ...textLines(report));
  return lines.join('\n');
}

/** `59 条：已实现 56，由人判断 1，叙述 2，没有着落 0`. */
export function countsLine({ clauses, counts }: TraceReport): string {
  const statuses = Object.keys(statusWords) as (keyof typeof statusWords)[];
  return `${clauses.length} 条：${statuses.map((status) => `${statusWords[status]} ${counts[status]}`).join('，')}`;
}

/** `原文 64 句（其中标题 12）：已覆盖 64，改动 0，新增或未覆盖 0，删去 0`. */
export function sentencesLine({ text }: TraceReport): string {
  if (!text) return '';
  return `原文 ${text.sentences} 句（其中标题 ${text.headings}）：已覆盖 ${text.covered.length}，改动 ${text.changed.length}，新增或未覆盖 ${text.added.length}，删去 ${text.removed.length}`;
}

function clauseLines({ clause, status, implementedBy }: ClauseTrace): readonly string[] {
  const head = `${status === 'open' ? '✗ ' : ''}${clause.id}  [${modalityWords[clause.modality]}] ${clause.summary}`;
  if (status !== 'implemented')
    return [head, `    ${statusWords[status]}${clause.note ? `：${clause.note}` : ''}`];
  return [
    head,
    ...implementedBy.map(
      (part) => `    ${kindWords[part.kind]} ${part.title}（${part.name}）  ${whereOf(part)}`,
    ),
  ];
}

function textLines(report: TraceReport): readonly string[] {
  const { text } = report;
  if (!text) return [];
  const lines = [sentencesLine(report)];
  for (const { sentence, clauses, missingFigures } of text.changed) {
    lines.push('', `改动  ${sentenceLine(sentence)}`);
    for (const [id, figures] of Object.entries(missingFigures)) lines.push(`  ${lookFirst(id, figures)}`);
    lines.push(...hanging(report, clauses));
  }
  for (const sentence of text.added) lines.push('', `新增或未覆盖  ${sentenceLine(sentence)}`);
  for (const { clauses } of text.removed) {
    lines.push('', `删去  ${clauses.join('、')} 所依据的一句`, ...hanging(report, clauses));
  }
  if (text.untraced.length > 0)
    lines.push('', `还没有对应原文的条款：${text.untraced.join('、')}（--accept 记下对应关系）`);
  return lines;
}

/** Where several clauses share a changed sentence: which of them speaks of the figure that is gone. */
export function lookFirst(clause: string, figures: readonly string[]): string {
  return `先看 ${clause}：概括里的 ${figures.join('、')} 在新句里没有`;
}

function sentenceLine({ number, path, text }: HashedSentence): string {
  return `第 ${number} 句 ${path}  ${text}`;
}

/** What has to be looked at again when these clauses change. */
function hanging({ clauses }: TraceReport, ids: readonly string[]): readonly string[] {
  return clauses
    .filter(({ clause }) => ids.includes(clause.id))
    .flatMap(({ clause, implementedBy, alsoCitedBy, dependents }) => [
      `  条款 ${clause.id}  ${clause.summary}`,
      ...byKind([...implementedBy, ...alsoCitedBy, ...dependents]).map(
        ([kind, parts]) =>
          `    ${kindWords[kind]}：${parts.map((part) => `${part.title}（${whereOf(part)}）`).join('；')}`,
      ),
    ]);
}
