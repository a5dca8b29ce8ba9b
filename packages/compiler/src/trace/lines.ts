/** What stands between a line and the one before: a mere line break, a page, a paragraph's indentation, an empty line. */
export type Break = 'line' | 'page' | 'indent' | 'blank';

/** A line that holds text, trimmed. */
export interface Line {
  readonly text: string;
  /** Offset of its first character in the source. */
  readonly start: number;
  readonly before: Break;
}

const pageMarks = [
  /^[-‐‑‒–—―－一]\s*[0-9０-９]{1,4}\s*[-‐‑‒–—―－一]$/u,
  /^第\s*[0-9０-９]{1,4}\s*页(?:\s*[，,/]?\s*共\s*[0-9０-９]{1,4}\s*页)?$/u,
];

/** Lines of an official text without page marks; the empty lines around a page mark are part of it. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let before: Break = 'blank';
  for (const match of text.matchAll(/([^\r\n\f]*)(\r\n|\r|\n|\f|$)/gu)) {
    const raw = match[1] ?? '';
    const trimmed = raw.trim();
    if (trimmed === '' && match[0] === '') break;
    if (pageMarks.some((mark) => mark.test(trimmed))) before = 'page';
    else if (trimmed === '') before = before === 'page' || match[2] === '\f' ? 'page' : 'blank';
    else {
      const indented = /^\s/u.test(raw) && before === 'line';
      lines.push({
        text: trimmed,
        start: match.index + raw.indexOf(trimmed),
        before: indented ? 'indent' : before,
      });
      before = match[2] === '\f' ? 'page' : 'line';
    }
  }
  return lines;
}
