import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import type { Table } from 'docx';
import { TextWatermark } from 'docx/watermarks';
import type { PrintedBlock, PrintedDocument, PrintedValue } from '../layout/printed.ts';
import { shortFingerprint } from '../layout/fingerprint.ts';
import { fang, song } from './fonts.ts';
import { gridTable, listTable, signOffTable } from './tables.ts';

/** A4 and its margins in twentieths of a point. */
const A4 = { width: 11_906, height: 16_838 };
const MARGIN = { top: 1361, bottom: 1247, left: 1134, right: 1134 };

/** The document as Word file (OOXML), to be edited further; same content as the page to print. */
export async function toDocx(document: PrintedDocument): Promise<Uint8Array> {
  const landscape = document.page === 'landscape';
  const width = (landscape ? A4.height : A4.width) - MARGIN.left - MARGIN.right;
  const file = new Document({
    title: document.title,
    creator: document.by,
    description: `校验码 ${document.fingerprint}`,
    styles: { default: { document: { run: { font: fang, size: 24, language: { eastAsia: 'zh-CN' } } } } },
    sections: [
      {
        properties: {
          page: {
            size: {
              ...A4,
              orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: MARGIN,
          },
        },
        headers: { default: headerOf(document) },
        footers: { default: footerOf(document, width) },
        children: [
          ...titleOf(document),
          ...document.blocks.flatMap((block) => blockOf(block, document, width)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function headerOf({ title, draft }: PrintedDocument): Header {
  const mark = new TextWatermark({
    text: '草稿',
    font: 'SimSun',
    color: '#C02020',
    opacity: 0.15,
    width: 320,
    height: 160,
  });
  return new Header({
    children: [
      new Paragraph({
        children: [
          ...(draft ? [mark] : []),
          new TextRun({ text: title, font: song, size: 18, color: '666666' }),
        ],
      }),
    ],
  });
}

function footerOf({ fingerprint, contract }: PrintedDocument, width: number): Footer {
  const style = { font: song, size: 16, color: '666666' };
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          new TextRun({ ...style, text: `校验码 ${shortFingerprint(fingerprint)}　版本 ${contract}\t` }),
          new TextRun({
            ...style,
            children: ['第 ', PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页'],
          }),
        ],
      }),
    ],
  });
}

function titleOf({ guideline, title, writing }: PrintedDocument): readonly Paragraph[] {
  const bidirectional = writing === 'right-to-left';
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      bidirectional,
      children: [new TextRun({ text: guideline, size: 21, color: '444444' })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      bidirectional,
      spacing: { before: 100, after: 280 },
      children: [new TextRun({ text: title, font: song, size: 40, bold: true })],
    }),
  ];
}

function blockOf(
  block: PrintedBlock,
  document: PrintedDocument,
  width: number,
): readonly (Paragraph | Table)[] {
  const rightToLeft = document.writing === 'right-to-left';
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          bidirectional: rightToLeft,
          keepNext: true,
          spacing: { before: 280, after: 100 },
          children: [new TextRun({ text: block.text, font: song, size: 26, bold: true })],
        }),
      ];
    case 'text':
      return [
        new Paragraph({
          bidirectional: rightToLeft,
          alignment: AlignmentType.BOTH,
          spacing: { before: 80, after: 80, line: 380 },
          indent: { firstLine: 480 },
          children: block.pieces.flatMap((piece) => runsOf(piece)),
        }),
      ];
    case 'grid':
      return [gridTable(block.rows, width, rightToLeft), gap()];
    case 'table':
      return [
        ...(block.title === undefined
          ? []
          : [
              new Paragraph({
                keepNext: true,
                children: [new TextRun({ text: block.title, font: song, bold: true, size: 22 })],
              }),
            ]),
        listTable(block, width, rightToLeft),
        gap(),
      ];
    case 'sign-offs':
      return [signOffTable(block.boxes, width, rightToLeft), gap()];
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true })];
  }
}

/** Two tables that touch would be read as one. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { line: 120 }, children: [] });
}

function runsOf(piece: string | PrintedValue): readonly TextRun[] {
  const text = typeof piece === 'string' ? piece : piece.blank ? '　　　　' : piece.text;
  const underline = typeof piece !== 'string' && piece.blank ? { underline: {} } : {};
  return text
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...underline, ...(index > 0 ? { break: 1 } : {}) }));
}
