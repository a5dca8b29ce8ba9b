import { escapeHtml } from '@zhinan/documents';
import { reportPage } from '../report/page.ts';
import type { Bar, Section, SimulationReport } from './sections.ts';
import { words, type Words } from './words.ts';

const THICK = 9;
const GAP = 2;

/** The report as one page: bars as inline SVG that stretch with the screen, their words and numbers as text beside them. */
export async function simulationHtml(report: SimulationReport): Promise<string> {
  const { title, lead, figures, sections, language } = report;
  const figureItems = figures.map(
    ({ label, value, alarm }) =>
      `<li${alarm ? ' class="alarm"' : ''}><strong>${value.toLocaleString('en-US')}</strong>${escapeHtml(label)}</li>`,
  );
  const links = sections.map(({ id, title: name }) => `<li><a href="#${id}">${escapeHtml(name)}</a></li>`);
  const body = [
    `<ul class="figures">${figureItems.join('')}</ul>`,
    `<nav><ul>${links.join('')}</ul></nav>`,
    ...sections.map((section) => sectionHtml(section, words[language])),
  ].join('\n');
  return reportPage({ title, lead, body, language });
}

function sectionHtml(section: Section, w: Words): string {
  const { id, title, notes, chart, rows } = section;
  const drawn = chart && chart.bars.length > 0 ? chartHtml(chart.series, chart.bars) : '';
  const table = rows.length === 0 ? '' : tableHtml(section);
  return [
    '<section>',
    `<h2 id="${id}">${escapeHtml(title)}</h2>`,
    ...notes.map((note) => `<p class="dim">${escapeHtml(note)}</p>`),
    drawn,
    drawn && table ? `<details><summary>${escapeHtml(w.table)}</summary>${table}</details>` : table,
    '</section>',
  ]
    .filter(Boolean)
    .join('\n');
}

/** Hidden from assistive technology: the table behind it says the same, in order. */
function chartHtml(series: readonly string[], bars: readonly Bar[]): string {
  const most = Math.max(1, ...bars.flatMap(({ values }) => values.map(Number)));
  const height = series.length * (THICK + GAP);
  const rows = bars.map(({ label, values }) => {
    const rects = values.map((value, at) => {
      const place = `y="${at * (THICK + GAP)}" height="${THICK}"`;
      const width = ((Math.max(0, value ?? 0) / most) * 100).toFixed(2);
      return `<rect class="ground" width="100" ${place}/><rect class="s${at}" width="${width}" ${place}/>`;
    });
    const numbers = values.map((value) => value?.toLocaleString('en-US') ?? '–').join(' · ');
    return `<div class="row"><span class="label">${escapeHtml(label)}</span><svg viewBox="0 0 100 ${height}" height="${height}" preserveAspectRatio="none">${rects.join('')}</svg><span class="value">${numbers}</span></div>`;
  });
  const legend =
    series.length < 2
      ? ''
      : `<p class="legend">${series.map((name, at) => `<span><svg viewBox="0 0 12 12" height="12"><rect class="s${at}" width="12" height="12"/></svg>${escapeHtml(name)}</span>`).join('')}</p>`;
  const size = series.length === 1 ? ' one' : '';
  return `<div class="chart${size}" aria-hidden="true">${legend}${rows.join('\n')}</div>`;
}

function tableHtml({ title, head, rows }: Section): string {
  const sample = rows[0] ?? [];
  const kind = (column: number): string => (typeof sample[column] === 'number' ? ' class="number"' : '');
  const heads = head.map((cell, column) => `<th scope="col"${kind(column)}>${escapeHtml(cell)}</th>`);
  const lines = rows.map(
    (row) =>
      `<tr>${row
        .map((cell, column) => {
          const text = typeof cell === 'number' ? cell.toLocaleString('en-US') : cell;
          return `<td${kind(column)}>${escapeHtml(text)}</td>`;
        })
        .join('')}</tr>`,
  );
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(title)}"><table><thead><tr>${heads.join('')}</tr></thead><tbody>\n${lines.join('\n')}\n</tbody></table></div>`;
}
