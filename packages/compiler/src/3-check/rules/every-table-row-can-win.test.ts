import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { load } from '../../1-load/load.ts';
import { resolve } from '../../2-resolve/resolve.ts';
import { everyTableRowCanWin } from './every-table-row-can-win.ts';
import { subjectOf } from './subject.ts';

const root = new URL('../../../../../test/corpus/accepted/young-talent/definition/', import.meta.url)
  .pathname;
const files = Object.fromEntries(
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(root.length), readFileSync(path, 'utf8')]),
);
const path = 'young-talent/2026/scholar/rules.json';
const ranks = ['初级', '中级', '副高级', '正高级'];

type Hit = 'U' | 'F';
type Row = readonly [results: string, rank: string];

/** What analysis says of a table over the number of results (the form takes 0 to 10) and the rank. */
function analysed(rows: readonly Row[], hitPolicy: Hit): readonly string[] {
  const table = {
    id: 'rate',
    title: '标准',
    clause: '四',
    hitPolicy,
    complete: true,
    inputs: [{ expression: 'count(results)' }, { expression: 'rank' }],
    outputs: [{ name: 'rate', type: 'number' }],
    rows: rows.map((when, index) => ({ when, then: [index] })),
  };
  const rules = { ...(JSON.parse(files[path] ?? '') as object), tables: [table] };
  const source = load({ ...files, [path]: JSON.stringify(rules) }, 'young-talent/2026').value;
  const guideline = source && resolve(source).value;
  const program = guideline?.programs['scholar'];
  const subject = guideline && program && subjectOf(guideline, program);
  if (!subject) throw new Error('does not compile');
  return everyTableRowCanWin(subject).map(({ code, params }) => `${code} ${params['row'] ?? ''}`.trim());
}

const holds = (cell: string, value: number): boolean => {
  const range = /^([[(])(\d+)\.\.(\d+)([\])])$/.exec(cell);
  if (cell === '-') return true;
  if (range) {
    const [, open, from, to, close] = range;
    return (
      (open === '[' ? value >= Number(from) : value > Number(from)) &&
      (close === ']' ? value <= Number(to) : value < Number(to))
    );
  }
  const [, op = '', bound = ''] = /^(>=|<=|<|>|)\s*(.+)$/.exec(cell) ?? [];
  const than = ranks.includes(bound) ? ranks.indexOf(bound) : Number(bound);
  return (
    { '>=': value >= than, '<': value < than, '>': value > than, '<=': value <= than }[op] ?? value === than
  );
};

/** The same by trying each of the 44 cases. */
function tried(rows: readonly Row[], hitPolicy: Hit): readonly string[] {
  const cases = Array.from({ length: 11 }, (_, count) =>
    ranks.map((_rank, rank) =>
      rows.flatMap(([a, b], row) => (holds(a, count) && holds(b, rank) ? [row] : [])),
    ),
  ).flat();
  const idle = rows.flatMap((_, row) => {
    const matching = cases.filter((matches) => matches.includes(row));
    if (matching.length === 0) return [`analysis/row-never-matches ${row + 1}`];
    return hitPolicy === 'F' && !matching.some(([first]) => first === row)
      ? [`analysis/row-never-wins ${row + 1}`]
      : [];
  });
  const pairs = new Map(
    cases.flatMap(([first, second]) =>
      hitPolicy === 'U' && first !== undefined && second !== undefined
        ? [[`${first} ${second}`, second] as const]
        : [],
    ),
  );
  const gap = cases.some((matches) => matches.length === 0) ? ['analysis/table-gap'] : [];
  return [...idle, ...[...pairs.values()].map((second) => `analysis/rows-overlap ${second + 1}`), ...gap];
}

const bound = fc.integer({ min: 0, max: 13 });
const counted = fc.oneof(
  fc.constant('-'),
  bound.map(String),
  fc.tuple(fc.constantFrom('>=', '<', '>', '<='), bound).map(([op, at]) => `${op} ${at}`),
  fc
    .tuple(fc.constantFrom('[', '('), bound, bound, fc.constantFrom(']', ')'))
    .map(([open, from, to, close]) => `${open}${Math.min(from, to)}..${Math.max(from, to)}${close}`),
);
const ranked = fc.oneof(
  fc.constant('-'),
  fc.constantFrom(...ranks),
  fc.tuple(fc.constantFrom('>=', '<'), fc.constantFrom(...ranks)).map(([op, at]) => `${op} ${at}`),
);

test('rows that never decide, overlaps and gaps are exactly those found by trying every case', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(counted, ranked), { minLength: 1, maxLength: 3 }),
      fc.constantFrom<Hit>('U', 'F'),
      (rows, hitPolicy) => {
        expect(analysed(rows, hitPolicy).toSorted()).toEqual(tried(rows, hitPolicy).toSorted());
      },
    ),
    { numRuns: 80, seed: 2025 },
  );
});

test('a table of 5,000 rows is analysed in bounded time', () => {
  const begun = performance.now();
  const rows = Array.from({ length: 5000 }, (_, at): Row => [
    String(at % 1250),
    ranks[Math.floor(at / 1250)] ?? '-',
  ]);
  expect(analysed(rows, 'U')[0]).toBe('analysis/row-never-matches 12');
  expect(performance.now() - begun).toBeLessThan(20_000);
});
