import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '../row-list.ts';
import { cellsOf } from './cells.ts';
import { draftOf } from './draft.ts';
import { layoutOf } from './layout.ts';
import { valueOf } from './values.ts';

const columns: readonly Column[] = [
  { key: 'name', title: '姓名', kind: 'text' },
  { key: 'born', title: '出生日期', kind: 'date' },
  {
    key: 'level',
    title: '等级',
    kind: 'choice',
    options: [
      ['l1', '高级工'],
      ['l2', '技师'],
    ],
  },
  { key: 'pay', title: '金额', kind: 'money' },
];
const column = (kind: Column['kind'], more: Partial<Column> = {}): Column => ({
  key: 'k',
  title: 'T',
  kind,
  ...more,
});

describe('copied cells', () => {
  it('come back as they were, whatever signs they hold', () => {
    const cell = fc.stringMatching(/^[甲a" \t\n]{0,6}$/).map((text) => text.trim());
    const quoted = (text: string): string =>
      /["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 4 }), (rows) => {
        const text = rows.map((row) => row.map(quoted).join('\t')).join('\r\n');
        expect(cellsOf(text)).toEqual(rows.filter((row) => row.some((each) => each !== '')));
      }),
    );
  });

  it('may begin with a quote that closes nothing', () => {
    expect(cellsOf('"甲" 乙\t丙\n')).toEqual([['"甲" 乙', '丙']]);
  });
});

describe('columns', () => {
  it('go by their headings, in any order, whatever is added to these', () => {
    const layout = layoutOf(['金额（万元）', '姓名 *', '备注'], columns);
    expect(layout.hasHeader).toBe(true);
    expect(layout.columns.map(({ column: found, times }) => [found?.key, times])).toEqual([
      ['pay', 10_000],
      ['name', 1],
      [undefined, 1],
    ]);
  });

  it('go in the order of the form where no row names them, and a heading fills one column only', () => {
    expect(layoutOf(['测试甲', '1990-01-01'], columns)).toMatchObject({
      hasHeader: false,
      columns: [{ column: columns[0] }, { column: columns[1] }],
    });
    const twice = layoutOf(['姓名', '姓名', '等级'], columns).columns;
    expect(twice.map(({ column: found }) => found?.key)).toEqual(['name', undefined, 'level']);
  });
});

describe('a cell', () => {
  it.each([
    ['money', '1,200', 1200],
    ['money', '￥1200.00元', 1200],
    ['money', '1.5万元', 15_000],
    ['money', '0.29万', 2900],
    ['money', '1.1亿元', 110_000_000],
    ['money', '-3', -3],
    ['number', '３年', 3, { unit: '年' }],
    ['date', '2025/10/8 0:00:00', '2025-10-08'],
    ['flag', '√', true],
    ['flag', '无', false],
    ['choice', ' 高级 工', 'l1', { options: [['l1', '高级工']] }],
    ['choice', 'l1', 'l1', { options: [['l1', '高级工']] }],
    [
      'choices',
      '甲、乙',
      ['甲', '乙'],
      {
        options: [
          ['甲', '甲'],
          ['乙', '乙'],
        ],
      },
    ],
    ['code', "'6531 0119ｘ", '65310119X'],
    ['text', '—', undefined],
  ] as const)('of a %s column reads %j as %j', (kind, text, answer, more: Partial<Column> = {}) => {
    expect(valueOf(text, column(kind, more))).toEqual({ answer });
  });

  it('takes the power of ten its heading says', () => {
    expect(valueOf('1.25', column('money'), 10_000)).toEqual({ answer: 12_500 });
  });

  it.each([
    ['money', '一万', { problem: 'number', kept: '一万' }],
    ['number', '3天', { problem: 'number', kept: '3天' }],
    ['date', '2025-02-30', { problem: 'date', kept: '2025-02-30' }],
    ['flag', '不详', { problem: 'flag' }],
    ['choice', '特级', { problem: 'option' }],
  ] as const)('of a %s column that says %j names the problem', (kind, text, value) => {
    expect(valueOf(text, column(kind))).toEqual(value);
  });
});

describe('a draft', () => {
  it('begins each row with what new rows begin with, and leaves out what nobody wrote', () => {
    const draft = draftOf('姓名\t等级\n测试甲\t技师\n测试乙\t', columns, () => ({ level: 'l1' }));
    expect(draft.rows.map(({ answers }) => answers)).toEqual([
      { name: '测试甲', level: 'l2' },
      { name: '测试乙', level: 'l1' },
    ]);
  });

  it('has no row where only headings were copied', () => {
    expect(draftOf('姓名\t等级', columns, () => ({})).rows).toEqual([]);
  });
});
