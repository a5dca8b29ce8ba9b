import { Workbook } from '@cj-tech-master/excelts';
import { expect, test } from 'vitest';
import { contract, data, program } from '../every-block.fixture.ts';
import { layOut, planDocument } from '../index.ts';
import { toXlsx } from './index.ts';

async function sheetOf(id: string, given = data) {
  const workbook = new Workbook();
  await workbook.xlsx.load(await toXlsx(await layOut(planDocument(contract, program, id), given)));
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

const members = Array.from({ length: 240 }, (_, index) => ({
  status: 'recommended',
  rank: index + 1,
  facts: { application: { name: `䶮㛃𫖯${index}`, level: '1' }, decision: { amount: 1000 + index } },
}));

test('a summary of 240 rows: numbers are numbers, the head is frozen and repeated in print', async () => {
  const sheet = await sheetOf('ranking', { facts: {}, members, final: true });
  expect(sheet.getRow(1).getCell(1).value).toBe('推荐人选汇总表');
  expect(sheet.getRow(2).values).toEqual([undefined, '排序', '申报人', '等级', '核定额度（元）']);
  expect(sheet.getRow(242).values).toEqual([undefined, '240', '䶮㛃𫖯239', '技师', 1239]);
  expect(sheet.getRow(243).getCell(4).value).toBe(240 * 1000 + (239 * 240) / 2);
  expect(sheet.pageSetup.printTitlesRow).toBe('2:2');
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 });
  expect(sheet.headerFooter.oddFooter).toContain('第 &P 页 共 &N 页');
});

test('an identity number stays text of 18 characters', async () => {
  const sheet = await sheetOf('contract');
  const found = sheet.getSheetValues().flatMap((row) => (Array.isArray(row) ? row : []));
  expect(found).toContain('650102199501010013');
});

test('a draft says so', async () => {
  expect((await sheetOf('ranking')).getRow(1).getCell(1).value).toBe('推荐人选汇总表（草稿）');
});
