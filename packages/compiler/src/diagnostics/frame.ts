import type { Range } from '@zhinan/model';

/** Columns a text takes on a terminal: Chinese characters and full-width marks take two. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text)
    columns +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}]/u.test(
        character,
      )
        ? 2
        : 1;
  return columns;
}

const widest = 100;

/** The line a finding stands in, with its neighbours and a marker under the exact characters. */
export function codeFrame(source: string, range: Range): string {
  const lines = source.split('\n');
  const { start, end } = range;
  const first = Math.max(1, start.line - 1);
  const last = Math.min(lines.length, start.line + 1);
  const gutter = String(last).length;
  const frame: string[] = [];
  // A long line is shown from shortly before the marked part.
  const shift = end.column > widest ? Math.max(0, start.column - 41) : 0;
  for (let number = first; number <= last; number += 1) {
    const text = (lines[number - 1] ?? '').replaceAll('\t', ' ');
    const whole = shift > 0 && text.length > shift ? `…${text.slice(shift + 1)}` : text.slice(shift);
    const line = whole.length > widest + 20 ? `${whole.slice(0, widest + 20)}…` : whole;
    frame.push(`${number === start.line ? '>' : ' '} ${String(number).padStart(gutter)} | ${line}`);
    if (number === start.line) {
      const from = start.column - 1 - shift;
      const stop = Math.min(end.line === start.line ? end.column - 1 - shift : line.length, line.length);
      const before = width(line.slice(0, from));
      const marked = Math.max(1, width(line.slice(from, stop)));
      frame.push(`  ${' '.repeat(gutter)} | ${' '.repeat(before)}${'^'.repeat(marked)}`);
    }
  }
  return frame.join('\n');
}
