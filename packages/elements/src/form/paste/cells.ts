/**
 * The cells of copied spreadsheet text: tabs between cells, lines between rows, as Excel and WPS put them on the
 * clipboard. A cell with a line break, tab or quote in it stands in double quotes, doubled inside. Empty rows drop out.
 */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const endRow = (): void => {
    if (row.some((cell) => cell !== '')) rows.push(row);
    row = [];
  };
  while (at < text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : undefined;
    const end = quoted?.end ?? plainEnd(text, at);
    row.push((quoted?.cell ?? text.slice(at, end)).trim());
    const sign = text[end];
    if (sign !== '\t') endRow();
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  if (text.endsWith('\t')) row.push('');
  endRow();
  return rows;
}

function plainEnd(text: string, from: number): number {
  const end = text.slice(from).search(/[\t\r\n]/);
  return end === -1 ? text.length : from + end;
}

/** A cell in quotes, if the closing one is followed by the end of the cell; a text may simply begin with a quote. */
function quotedCell(text: string, from: number): { readonly cell: string; readonly end: number } | undefined {
  const match = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y;
  match.lastIndex = from;
  const found = match.exec(text);
  if (!found) return undefined;
  return { cell: (found[1] ?? '').replaceAll('""', '"'), end: match.lastIndex };
}
