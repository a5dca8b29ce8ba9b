import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { numbering } from './docx-numbering.ts';

const wanted = ['word/document.xml', 'word/numbering.xml', 'word/styles.xml'];
/** A part that unpacks to more than this is no guideline. */
const largestPart = 50_000_000;

/**
 * The text of a .docx as its reader sees it: paragraphs with the numbers that Word counts for them (一、（一）1. which are not
 * in the text), cells of a table row beside each other, deleted text left out. Undefined where it is no such file.
 */
export function docxText(bytes: Uint8Array): string | undefined {
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => wanted.includes(name) && originalSize <= largestPart,
    });
    const document = parts['word/document.xml'];
    if (!document) return undefined;
    const part = (name: string) => (parts[name] ? strFromU8(parts[name]) : '');
    const label = numbering(part('word/numbering.xml'), part('word/styles.xml'));
    return paragraphsOf(strFromU8(document), label).join('\n\n');
  } catch {
    return undefined;
  }
}

/** What is not shown, or shown a second time: deletions, field codes, the fallback of a drawing, notes. */
const hidden = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'mc:Fallback', 'w:pPrChange', 'w:rPrChange']);

type Label = ReturnType<typeof numbering>;

function paragraphsOf(xml: string, labelOf: Label): readonly string[] {
  const paragraphs: string[] = [];
  /** Paragraphs that are open: one inside a text box stands within another. */
  const open: { text: string; style?: string; list?: string; level?: string }[] = [];
  const rows: string[][] = [];
  let [skipping, inText] = [0, false];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (skipping > 0 || hidden.has(name)) skipping += 1;
    if (skipping > 0) return;
    const paragraph = open.at(-1);
    const value = attributes['w:val'];
    if (name === 'w:p') open.push({ text: '' });
    else if (name === 'w:tr') rows.push([]);
    else if (name === 'w:tc') rows.at(-1)?.push('');
    else if (name === 'w:t') inText = true;
    else if (!paragraph) return;
    else if (name === 'w:tab') paragraph.text += '\t';
    else if (name === 'w:br' || name === 'w:cr') paragraph.text += '\n';
    else if (name === 'w:noBreakHyphen') paragraph.text += '-';
    else if (name === 'w:pStyle' && value !== undefined) paragraph.style = value;
    else if (name === 'w:numId' && value !== undefined) paragraph.list = value;
    else if (name === 'w:ilvl' && value !== undefined) paragraph.level = value;
  });
  parser.on('text', (text) => {
    const paragraph = open.at(-1);
    if (inText && skipping === 0 && paragraph) paragraph.text += text;
  });
  parser.on('closetag', ({ name }) => {
    if (skipping > 0) {
      skipping -= 1;
      return;
    }
    if (name === 'w:t') inText = false;
    else if (name === 'w:p') {
      const { text, ...format } = open.pop() ?? { text: '' };
      const shown = text.trim() === '' ? '' : `${labelOf(format)}${text.trim()}`;
      const row = rows.at(-1);
      if (row) row[row.length - 1] = [row.at(-1) ?? '', shown].filter((one) => one !== '').join(' ');
      else if (shown !== '') paragraphs.push(shown);
    } else if (name === 'w:tr') {
      const cells = (rows.pop() ?? []).filter((cell) => cell !== '').join('\t');
      const outer = rows.at(-1);
      if (outer) outer[outer.length - 1] = [outer.at(-1) ?? '', cells].filter((one) => one !== '').join(' ');
      else if (cells !== '') paragraphs.push(cells);
    }
  });
  parser.write(xml).close();
  return paragraphs;
}
