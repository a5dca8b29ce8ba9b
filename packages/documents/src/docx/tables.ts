import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { PrintedBlock, PrintedCell, PrintedSignOff, PrintedValue } from '../layout/printed.ts';
import { song } from './fonts.ts';

const SHADE = { type: ShadingType.CLEAR, color: 'auto', fill: 'F3F4F6' };
const MARGINS = { top: 60, bottom: 60, left: 100, right: 100 };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
};
const alignments = { start: AlignmentType.START, center: AlignmentType.CENTER, end: AlignmentType.END };
const LABEL = 0.17;

/** Questions and answers, two pairs to a row. `width` in twentieths of a point. */
export function gridTable(
  rows: readonly (readonly PrintedCell[])[],
  width: number,
  rightToLeft: boolean,
): Table {
  const widths = [LABEL, 0.5 - LABEL, LABEL, 0.5 - LABEL].map((share) => Math.round(share * width));
  const [label = 0, half = 0] = widths;
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    visuallyRightToLeft: rightToLeft,
    rows: rows.map((cells) => {
      const whole = cells.length === 1;
      return new TableRow({
        height: { value: 540, rule: HeightRule.ATLEAST },
        children: cells.flatMap(({ title, value }) => [
          new TableCell({
            width: { size: label, type: WidthType.DXA },
            shading: SHADE,
            margins: MARGINS,
            verticalAlign: VerticalAlign.CENTER,
            children: [headOf(title)],
          }),
          new TableCell({
            width: { size: whole ? width - label : half, type: WidthType.DXA },
            columnSpan: whole ? 3 : 1,
            margins: MARGINS,
            verticalAlign: VerticalAlign.CENTER,
            children: paragraphsOf(value, rightToLeft),
          }),
        ]),
      });
    }),
  });
}

/** A list; its head is repeated on every page. */
export function listTable(
  { columns, rows, total }: Extract<PrintedBlock, { kind: 'table' }>,
  width: number,
  rightToLeft: boolean,
): Table {
  const sum = columns.reduce((all, column) => all + column.width, 0);
  const widths = columns.map((column) => Math.round((column.width / sum) * width));
  const row = (values: readonly PrintedValue[], bold = false) =>
    new TableRow({
      cantSplit: true,
      children: values.map(
        (value, index) =>
          new TableCell({
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            margins: MARGINS,
            verticalAlign: VerticalAlign.CENTER,
            children: paragraphsOf(value, rightToLeft, bold),
          }),
      ),
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ title }, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          shading: SHADE,
          margins: MARGINS,
          verticalAlign: VerticalAlign.CENTER,
          children: [headOf(title)],
        }),
    ),
  });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    visuallyRightToLeft: rightToLeft,
    rows: [head, ...rows.map((values) => row(values)), ...(total ? [row(total, true)] : [])],
  });
}

/** Places to sign and seal, side by side, never torn apart. */
export function signOffTable(boxes: readonly PrintedSignOff[], width: number, rightToLeft: boolean): Table {
  const size = Math.round(width / 2);
  const cells = boxes.map(
    ({ kind, by, date }) =>
      new TableCell({
        width: { size, type: WidthType.DXA },
        borders: NO_BORDERS,
        children: [
          new Paragraph({ children: [new TextRun(`${by}（${kind === 'seal' ? '盖章' : '签字'}）：`)] }),
          new Paragraph({ spacing: { before: 500, after: 500 }, children: [] }),
          new Paragraph({
            alignment: AlignmentType.END,
            children: [new TextRun(date.blank ? '　　　年　　月　　日' : date.text)],
          }),
        ],
      }),
  );
  const spacer = new TableCell({
    width: { size, type: WidthType.DXA },
    borders: NO_BORDERS,
    children: [new Paragraph('')],
  });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [size, width - size],
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    visuallyRightToLeft: rightToLeft,
    rows: [new TableRow({ cantSplit: true, children: boxes.length === 1 ? [spacer, ...cells] : cells })],
  });
}

function headOf(title: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: title, font: song, size: 22 })],
  });
}

function paragraphsOf(value: PrintedValue, bidirectional: boolean, bold = false): Paragraph[] {
  const tick = value.ticked === undefined ? '' : value.ticked ? '☑ ' : '☐ ';
  return `${tick}${value.text}`.split('\n').map(
    (text) =>
      new Paragraph({
        bidirectional,
        alignment: alignments[value.align],
        children: [new TextRun({ text, size: 22, bold })],
      }),
  );
}
