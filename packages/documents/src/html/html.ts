import type {
  PrintedBlock,
  PrintedCell,
  PrintedDocument,
  PrintedSignOff,
  PrintedValue,
  Writing,
} from '../layout/printed.ts';
import { shortFingerprint } from '../layout/fingerprint.ts';
import { escapeHtml as escape } from './escape.ts';

export interface HtmlOptions {
  /** Address of the style sheet ({@link printStyles}), kept as a file of its own: the page needs no inline style. */
  readonly styles: string;
}

/** The document as one page to look at and to print: no script, no inline style, nothing fetched but its style sheet. */
export function toHtml(document: PrintedDocument, { styles }: HtmlOptions): string {
  const { title, language, writing, draft } = document;
  const classes = [document.page, writing, ...(draft ? ['draft'] : [])].join(' ');
  return `<!doctype html>
<html lang="${escape(language)}" dir="${direction(writing)}" class="${classes}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}${draft ? '（草稿）' : ''}</title>
<link rel="stylesheet" href="${escape(styles)}">
</head>
<body>
<main class="paper">
<header>
<p class="guideline"><bdi>${escape(document.guideline)}</bdi></p>
<h1><bdi>${escape(title)}</bdi></h1>
</header>
${sectionsOf(document.blocks)
  .map((section) => sectionHtml(section))
  .join('\n')}
<footer>
<p>${draft ? '<strong>草稿，未定稿。</strong>' : ''}出具：${escape(document.by)}　依据：${escape(document.clauses.join('、'))}　校验码：<code>${shortFingerprint(document.fingerprint)}</code></p>
</footer>
</main>
</body>
</html>
`;
}

function direction(writing: Writing): 'ltr' | 'rtl' {
  return writing === 'right-to-left' ? 'rtl' : 'ltr';
}

/** A heading with what follows it; what stands before the first heading is one too. */
function sectionsOf(blocks: readonly PrintedBlock[]): readonly (readonly PrintedBlock[])[] {
  const sections: PrintedBlock[][] = [];
  for (const block of blocks) {
    const open = sections.at(-1);
    if (open && block.kind !== 'heading') open.push(block);
    else sections.push([block]);
  }
  return sections;
}

/** An opinion stays on one page with its signature and seal. */
function sectionHtml(blocks: readonly PrintedBlock[]): string {
  const text = blocks.map((block) => blockHtml(block)).join('\n');
  const signed = blocks.some(({ kind }) => kind === 'sign-offs');
  const short = blocks.every(
    (block) => block.kind !== 'table' && block.kind !== 'page-break' && !isTall(block),
  );
  return signed && short ? `<div class="together">\n${text}\n</div>` : text;
}

const TALL = 12;

function isTall(block: PrintedBlock): boolean {
  return block.kind === 'grid' && block.rows.length > TALL;
}

function blockHtml(block: PrintedBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h2><bdi>${escape(block.text)}</bdi></h2>`;
    case 'text':
      return `<p class="text">${block.pieces.map((piece) => (typeof piece === 'string' ? linesHtml(piece) : placeHtml(piece))).join('')}</p>`;
    case 'grid':
      return gridHtml(block.rows);
    case 'table':
      return tableHtml(block);
    case 'sign-offs':
      return `<div class="sign-offs">${block.boxes.map((box) => boxHtml(box)).join('')}</div>`;
    case 'page-break':
      return '<div class="page-break"></div>';
  }
}

/** Values keep their own direction among text that runs the other way. */
function valueHtml({ text, blank, ticked }: PrintedValue): string {
  if (ticked !== undefined) return `<span class="tick">${ticked ? '☑' : '☐'}</span> ${linesHtml(text)}`;
  if (blank) return '<span class="blank">　</span>';
  return `<bdi>${linesHtml(text)}</bdi>`;
}

function placeHtml(value: PrintedValue): string {
  return value.blank ? '<span class="gap">　　　　</span>' : valueHtml(value);
}

function linesHtml(text: string): string {
  return escape(text).replaceAll('\n', '<br>');
}

function gridHtml(rows: readonly (readonly PrintedCell[])[]): string {
  const lines = rows.map((cells) => {
    const [only] = cells;
    if (only && cells.length === 1)
      return `<tr${isLong(only.value) ? ' class="long"' : ''}><th scope="row">${escape(only.title)}</th><td colspan="3">${valueHtml(only.value)}</td></tr>`;
    return `<tr>${cells.map(({ title, value }) => `<th scope="row">${escape(title)}</th><td>${valueHtml(value)}</td>`).join('')}</tr>`;
  });
  return `<table class="grid">
<colgroup><col class="label"><col class="value"><col class="label"><col class="value"></colgroup>
<tbody>
${lines.join('\n')}
</tbody>
</table>`;
}

const LONG = 200;

/** May be torn by a page's end, where a short row stays whole. */
function isLong({ text }: PrintedValue): boolean {
  return text.length > LONG;
}

function tableHtml({ title, columns, rows, total }: Extract<PrintedBlock, { kind: 'table' }>): string {
  const cells = (values: readonly PrintedValue[]) =>
    values.map((value) => `<td class="${value.align}">${valueHtml(value)}</td>`).join('');
  const body = rows.map(
    (row) => `<tr${row.some((value) => isLong(value)) ? ' class="long"' : ''}>${cells(row)}</tr>`,
  );
  const named = escape(title ?? columns.map((column) => column.title).join('、'));
  // On a narrow screen a list scrolls by itself, with the keyboard too.
  return `<div class="scroll" role="group" tabindex="0" aria-label="${named}">
<table class="list${columns.length > 8 ? ' dense' : ''}">
${title === undefined ? '' : `<caption>${escape(title)}</caption>\n`}<colgroup>${columns.map(({ width }) => `<col class="w${width}">`).join('')}</colgroup>
<thead><tr>${columns.map((column) => `<th scope="col">${escape(column.title)}</th>`).join('')}</tr></thead>
<tbody>
${body.join('\n')}
${total ? `<tr class="total">${cells(total)}</tr>\n` : ''}</tbody>
</table>
</div>`;
}

function boxHtml({ kind, by, date }: PrintedSignOff): string {
  const [word, mark] =
    kind === 'seal' ? ['盖章', '<span class="stamp"></span>'] : ['签字', '<span class="line"></span>'];
  const day = date.blank
    ? '<span class="day">年</span><span class="day">月</span><span class="day">日</span>'
    : escape(date.text);
  return `<section class="${kind}"><p><bdi>${escape(by)}（${word}）：</bdi></p>${mark}<p class="date"><bdi dir="ltr">${day}</bdi></p></section>`;
}
