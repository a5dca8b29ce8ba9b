/* oxlint-disable unicorn/no-thenable -- `then` is what a table's row gives */
import type { Facts, JsonObject, RulesDefinition, TableDefinition } from '@zhinan/model';
import { describe, expect, test } from 'vitest';
import { compileRules } from './compile-rules.ts';
import { craftsman, input, ruleOf } from './craftsman.fixture.ts';
import { evaluateSource } from './evaluate-source.ts';

const standard: TableDefinition = {
  id: '标准',
  title: '培养标准',
  clause: '四',
  inputs: [{ expression: 'skillLevel' }, { expression: 'score' }],
  outputs: [{ name: '标准', unit: '元' }],
  hitPolicy: 'U',
  rows: [
    { when: ['>= 高级技师', '-'], then: [30000], clause: '四.a' },
    { when: ['技师', '>= 60'], then: [15000] },
    { when: ['技师', '< 60'], then: [10000] },
    { when: ['高级工、中级工', '-'], then: ['100 * score'] },
  ],
};

function amountOf(table: Partial<TableDefinition>, value = '标准', more: Partial<RulesDefinition> = {}) {
  const { value: compiled, diagnostics } = compileRules(
    input({
      ...craftsman,
      tables: [{ ...standard, ...table }],
      amounts: [{ id: 'amount', title: '金额', clause: '四', unit: '元', value }],
      ...more,
    }),
  );
  if (!compiled) throw new Error(JSON.stringify(diagnostics));
  const rules = evaluateSource(compiled);
  return (application: JsonObject) => {
    const [found] = rules.amounts({ application } as Facts);
    if (!found) throw new Error('no amount');
    return found;
  };
}
const bounds = (table: Partial<TableDefinition>, application: JsonObject, value?: string) => {
  const { min, max } = amountOf(table, value)(application);
  return [min, max];
};

describe('a table whose rows exclude each other', () => {
  test('gives the value of the row that matches, and names the row and its clause', () => {
    const found = amountOf({})({ skillLevel: '特级技师' });
    expect([found.min, found.max]).toEqual([30000, 30000]);
    expect(found.tables).toEqual([{ table: '标准', title: '培养标准', rows: [1], clauses: ['四.a'] }]);
    expect(bounds({}, { skillLevel: '技师', score: 60 })).toEqual([15000, 15000]);
    expect(bounds({}, { skillLevel: '技师', score: 59.9 })).toEqual([10000, 10000]);
    expect(bounds({}, { skillLevel: '中级工', score: 3 })).toEqual([300, 300]);
  });

  test('with answers missing gives the bounds of the rows still possible, and asks for what decides', () => {
    const found = amountOf({ complete: true })({ skillLevel: '技师' });
    expect([found.min, found.max]).toEqual([10000, 15000]);
    expect(found.missing.map(({ pointer }) => pointer)).toEqual(['/score']);
    // Without `complete`, no row may match at all.
    expect(bounds({}, { skillLevel: '技师' })).toEqual([0, null]);
    expect(bounds({ outputs: [{ name: '标准', default: 0 }] }, { skillLevel: '技师' })).toEqual([0, 15000]);
    expect(bounds({ complete: true }, { skillLevel: '高级技师' })).toEqual([30000, 30000]);
  });

  test('is unknown where no row matches, and says so', () => {
    const found = amountOf({})({ skillLevel: '初级工', score: 1 });
    expect([found.min, found.max, found.missing]).toEqual([0, null, []]);
    expect(found.tables?.[0]).toMatchObject({ rows: [], fault: 'no-row' });
    expect(bounds({ outputs: [{ name: '标准', default: 700 }] }, { skillLevel: '初级工', score: 1 })).toEqual(
      [700, 700],
    );
  });

  test('is unknown where two rows match, never the one or the other', () => {
    const rows = [...standard.rows, { when: ['-', '> 90'], then: [99999] }];
    const found = amountOf({ rows })({ skillLevel: '技师', score: 95 });
    expect([found.min, found.max]).toEqual([0, null]);
    expect(found.tables?.[0]).toMatchObject({ rows: [2, 5], fault: 'overlap' });
    expect(bounds({ rows }, { skillLevel: '技师', score: 90 })).toEqual([15000, 15000]);
    expect(bounds({ rows }, { skillLevel: '高级技师' })).toEqual([0, null]);
  });
});

const overlapping = [
  { when: ['>= 技师', '-'], then: [3] },
  { when: ['-', '>= 60'], then: [2] },
  { when: ['-', '-'], then: [1] },
];
const of = (hitPolicy: TableDefinition['hitPolicy']) => ({ hitPolicy, rows: overlapping, complete: true });

test.each([
  ['F', [3, 3], [2, 2], [1, 2], [2, 3]],
  ['C+', [6, 6], [3, 3], [1, 3], [3, 6]],
  ['C>', [3, 3], [2, 2], [1, 2], [2, 3]],
  ['C<', [1, 1], [1, 1], [1, 1], [1, 1]],
  ['C#', [3, 3], [2, 2], [1, 2], [2, 3]],
] as const)(
  '%s: all rows, two rows, bounds without the score, bounds without the level',
  (hit, all, two, low, high) => {
    expect(bounds(of(hit), { skillLevel: '技师', score: 60 })).toEqual(all);
    expect(bounds(of(hit), { skillLevel: '高级工', score: 60 })).toEqual(two);
    expect(bounds(of(hit), { skillLevel: '高级工' })).toEqual(low);
    expect(bounds(of(hit), { score: 60 })).toEqual(high);
  },
);

test('A: rows that match must agree', () => {
  const rows = [
    ...overlapping.slice(0, 1),
    { when: ['-', '>= 60'], then: [3] },
    { when: ['-', '>= 90'], then: [4] },
  ];
  expect(bounds({ hitPolicy: 'A', rows }, { skillLevel: '技师', score: 60 })).toEqual([3, 3]);
  expect(bounds({ hitPolicy: 'A', rows }, { skillLevel: '技师', score: 95 })).toEqual([0, null]);
  expect(bounds({ hitPolicy: 'A', rows }, { skillLevel: '技师' })).toEqual([0, null]);
  expect(bounds({ hitPolicy: 'A', rows: rows.slice(0, 2) }, { skillLevel: '技师' })).toEqual([3, 3]);
});

test('P: the value written first among the priorities wins, and the row keeps its number', () => {
  const outputs = [{ name: '标准', values: [1, 2, 3] }];
  const found = amountOf({ hitPolicy: 'P', rows: overlapping, outputs })({ skillLevel: '技师', score: 60 });
  expect([found.min, found.tables?.[0]?.rows]).toEqual([1, [3]]);
  expect(bounds({ hitPolicy: 'P', rows: overlapping.slice(0, 2), outputs }, { skillLevel: '技师' })).toEqual([
    2, 3,
  ]);
});

test('C: a list to count, add up and look into', () => {
  const table = { hitPolicy: 'C' as const, rows: overlapping };
  expect(bounds(table, { skillLevel: '高级工' }, 'count(标准)')).toEqual([1, 2]);
  expect(bounds(table, { skillLevel: '高级工' }, 'sum(标准)')).toEqual([1, 3]);
  expect(bounds(table, { skillLevel: '技师' }, 'if 3 in 标准 then 10 else 20')).toEqual([10, 10]);
});

const oneIf = (condition: string) => `if ${condition} then 1 else 2`;

test('several outputs are named behind the table; text and ranks can be told apart while unknown', () => {
  const outputs = [
    { name: '档次', type: 'text' as const },
    { name: '等级', of: 'skillLevel' },
    { name: '日', type: 'date' as const },
  ];
  const rows = [
    { when: ['>= 技师', '-'], then: ['一档', '高级技师', '2025-10-08'] },
    { when: ['< 技师', '-'], then: ['二档', '技师', '2025-10-09'] },
  ];
  const table = { outputs, rows, complete: true };
  expect(bounds(table, {}, oneIf('标准.档次 = "一档"'))).toEqual([1, 2]);
  expect(bounds(table, {}, oneIf('标准.档次 = "三档"'))).toEqual([2, 2]);
  expect(bounds(table, {}, oneIf('标准.等级 >= "技师"'))).toEqual([1, 1]);
  expect(bounds(table, { skillLevel: '技师' }, oneIf('标准.日 = date("2025-10-08")'))).toEqual([1, 1]);
});

test('cells: dates, yes and no, sets, ranges, negation, parameters', () => {
  const inputs = [
    { expression: 'workingSince' },
    { expression: 'onPost' },
    { expression: 'workPlace' },
    { expression: 'skillLevel' },
  ];
  const rows = [
    { when: ['[2020-01-01..2021-01-01)', true, '南疆五地州', '-'], then: [1] },
    { when: ['-', false, 'not(喀什地区, "hotan")', '>= 最低等级'], then: [2] },
  ];
  const amount = amountOf({ inputs, rows });
  const min = (application: JsonObject) => amount(application).min;
  expect(min({ workingSince: '2020-12-31', onPost: true, workPlace: 'kashi' })).toBe(1);
  expect(min({ workingSince: '2021-01-01', onPost: true, workPlace: 'kashi' })).toBe(0);
  expect(min({ onPost: false, workPlace: 'urumqi', skillLevel: '高级技师' })).toBe(2);
  expect(min({ onPost: false, workPlace: 'hotan', skillLevel: '高级技师' })).toBe(0);
  // The relaxation reaches into the table.
  expect(min({ onPost: false, workPlace: 'division-3', skillLevel: '技师' })).toBe(2);
  expect(min({ onPost: false, workPlace: 'urumqi', skillLevel: '技师' })).toBe(0);
});

test('a rule reads a table, and a table an earlier one', () => {
  const { value, diagnostics } = compileRules(
    input(
      ruleOf('资助 > 0', {
        tables: [
          standard,
          {
            ...standard,
            id: '资助',
            inputs: [{ expression: '标准' }],
            rows: [
              { when: ['>= 15000'], then: [1] },
              { when: ['< 15000'], then: [0] },
            ],
          },
        ],
      }),
    ),
  );
  if (!value) throw new Error(JSON.stringify(diagnostics));
  const rules = evaluateSource(value);
  const [rule] = rules.eligibility({ application: { skillLevel: '技师', score: 50 } }).rules;
  expect(rule?.verdict).toBe('fail');
  expect(rule?.tables?.map((table) => [table.table, table.rows])).toEqual([
    ['标准', [3]],
    ['资助', [2]],
  ]);
});

test('5,000 rows compile and answer in bounded time', () => {
  const rows = Array.from({ length: 5000 }, (_, row) => ({
    when: ['>= 技师', `[${row}..${row + 1})`],
    then: [row],
  }));
  const begun = performance.now();
  const amount = amountOf({ rows, complete: true });
  expect(performance.now() - begun).toBeLessThan(3000);
  const started = performance.now();
  const found = amount({ skillLevel: '技师', score: 4321 });
  expect([found.min, found.max]).toEqual([4321, 4321]);
  const open = amount({ skillLevel: '技师' });
  expect([open.min, open.max, open.missing.length]).toEqual([0, 4999, 1]);
  expect(performance.now() - started).toBeLessThan(500);
});
