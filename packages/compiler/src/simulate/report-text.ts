import { width } from '../diagnostics/frame.ts';
import type { Section, SimulationReport } from './sections.ts';

/** The report for a terminal: tables with aligned columns, Chinese characters counted as two. */
export function simulationText({ title, lead, figures, sections }: SimulationReport): string {
  const figure = figures.map(({ label, value }) => `${label} ${value}`).join(' · ');
  return [title, lead, '', figure, ...sections.map(sectionText)].join('\n').trimEnd() + '\n';
}

function sectionText({ title, notes, head, rows }: Section): string {
  const table =
    rows.length === 0 ? [] : tableLines([head, ...rows.map((row) => row.map(String))], rows[0] ?? []);
  return ['', `■ ${title}`, ...notes.map((note) => `  ${note}`), ...table].join('\n');
}

function tableLines(
  lines: readonly (readonly string[])[],
  sample: readonly (string | number)[],
): readonly string[] {
  const widths = sample.map((_, column) => Math.max(...lines.map((line) => width(line[column] ?? ''))));
  return lines.map((line) =>
    `  ${line
      .map((cell, column) => {
        const gap = ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell)));
        return typeof sample[column] === 'number' ? gap + cell : cell + gap;
      })
      .join('  ')}`.trimEnd(),
  );
}
