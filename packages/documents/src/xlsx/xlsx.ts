import { Workbook } from '@cj-tech-master/excelts';
import type { Worksheet } from '@cj-tech-master/excelts';
import type { PrintedBlock, PrintedDocument, PrintedValue } from '../layout/printed.ts';
import { shortFingerprint } from '../layout/fingerprint.ts';

const thin = { style: 'thin', color: { argb: 'FF444444' } } as const;
const borders = { top: thin, left: thin, bottom: thin, right: thin };
const shade = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF0F2F4' } } as const;
/** Characters per unit of a column's relative width. */
const UNIT = 3;
const horizontal = { start: 'left', center: 'center', end: 'right' } as const;

/**
 * The document as a workbook: its first table is the sheet that people sort and sum in (numbers stay numbers, codes
 * and identity numbers stay text), the rest stands above and below it. The head is frozen and printed on every page.
 */
export async function toXlsx(document: PrintedDocument): Promise<Uint8Array> {
  const workbook = new Workbook();
  // No moment of making: the same content gives the same file.
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  workbook.creator = document.by;
  workbook.title = document.title;
  const sheet = workbook.addWorksheet(sheetName(document.title), {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: {
      ...(document.draft ? { oddHeader: '&R草稿' } : {}),
      oddFooter: `&L校验码 ${shortFingerprint(document.fingerprint)}　版本 ${document.contract}&R第 &P 页 共 &N 页`,
    },
  });
  const table = document.blocks.find((block) => block.kind === 'table');
  const width = Math.max(table?.columns.length ?? 0, 4);
  table?.columns.forEach((column, index) => {
    sheet.getColumn(index + 1).width = Math.max(6, column.width * UNIT);
  });
  title(sheet, document, width);
  for (const block of document.blocks) addBlock(sheet, block, width, block === table);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** What Excel allows: 31 characters, none of []:*?/\. */
function sheetName(name: string): string {
  return [...name.replaceAll(/[[\]:*?/\\']/g, ' ')].slice(0, 31).join('').trim() || '表';
}

function title(sheet: Worksheet, document: PrintedDocument, width: number): void {
  const row = sheet.addRow([document.draft ? `${document.title}（草稿）` : document.title]);
  sheet.mergeCells(row.number, 1, row.number, width);
  row.height = 32;
  row.getCell(1).font = { name: '宋体', size: 18, bold: true };
  row.getCell(1).alignment = { horizontal: 'center', vertical: 'middle' };
}

function addBlock(sheet: Worksheet, block: PrintedBlock, width: number, main: boolean): void {
  switch (block.kind) {
    case 'heading':
      return line(sheet, block.text, width, { name: '宋体', size: 12, bold: true });
    case 'text':
      return line(
        sheet,
        block.pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join(''),
        width,
      );
    case 'grid':
      for (const cells of block.rows)
        line(sheet, cells.map(({ title: name, value }) => `${name}：${plain(value)}`).join('　　'), width);
      return undefined;
    case 'table':
      return addTable(sheet, block, main);
    case 'sign-offs':
      return line(
        sheet,
        block.boxes
          .map(
            ({ kind, by, date }) =>
              `${by}（${kind === 'seal' ? '盖章' : '签字'}）：　　　　${date.blank ? '　年　月　日' : date.text}`,
          )
          .join('　　'),
        width,
      );
    case 'page-break':
      return undefined;
  }
}

function line(
  sheet: Worksheet,
  text: string,
  width: number,
  font = { name: '仿宋', size: 11, bold: false },
): void {
  const row = sheet.addRow([text]);
  sheet.mergeCells(row.number, 1, row.number, width);
  row.getCell(1).font = font;
  row.getCell(1).alignment = { vertical: 'middle', wrapText: true };
  row.height = 22;
}

function addTable(sheet: Worksheet, table: Extract<PrintedBlock, { kind: 'table' }>, main: boolean): void {
  const head = sheet.addRow(table.columns.map((column) => column.title));
  head.height = 28;
  head.eachCell((cell) => {
    cell.font = { name: '宋体', size: 11, bold: true };
    cell.fill = shade;
    cell.border = borders;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  });
  for (const values of [...table.rows, ...(table.total ? [table.total] : [])]) {
    const row = sheet.addRow(values.map((value) => value.number ?? plain(value)));
    values.forEach((value, index) => {
      const cell = row.getCell(index + 1);
      cell.font = { name: '仿宋', size: 11, bold: values === table.total };
      cell.border = borders;
      cell.alignment = { horizontal: horizontal[value.align], vertical: 'middle', wrapText: true };
      // Text format keeps an identity number from becoming 6.5E+17 when somebody edits the cell.
      cell.numFmt = value.number === undefined ? '@' : value.text.includes(',') ? '#,##0' : 'General';
    });
  }
  if (main) {
    sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: head.number }];
    sheet.pageSetup.printTitlesRow = `${head.number}:${head.number}`;
  }
}

function plain({ text, ticked }: PrintedValue): string {
  return ticked === undefined ? text : `${ticked ? '☑' : '☐'} ${text}`;
}
