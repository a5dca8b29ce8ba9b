import type { AmountDefinition, Facts, JsonObject, RulesDefinition } from '@zhinan/model';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileRules } from './compile-rules.ts';
import { craftsman, input } from './craftsman.fixture.ts';
import { evaluateSource } from './evaluate-source.ts';

const amount = (change: Partial<AmountDefinition>): AmountDefinition => ({
  id: 'award',
  title: '奖励',
  clause: '四',
  unit: '元',
  value: 'score',
  ...change,
});

function rulesOf(more: Partial<RulesDefinition>) {
  const { value, diagnostics } = compileRules(input({ ...craftsman, ...more }));
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return evaluateSource(value);
}

function paid(amounts: readonly Partial<AmountDefinition>[], application: JsonObject, fund?: number) {
  const facts: Facts = { application, recommendation: fund === undefined ? {} : { matchingFund: fund } };
  return rulesOf({ amounts: amounts.map(amount) }).amounts(facts);
}
const bounds = (change: Partial<AmountDefinition>, score: number, fund?: number) => {
  const [found] = paid([change], { score }, fund);
  return [found?.min, found?.max];
};

describe('rounding', () => {
  test.each([
    ['half-up', 149.99, 100],
    ['half-up', 150, 200],
    ['down', 199.99, 100],
    ['down', 200, 200],
    ['up', 100, 100],
    ['up', 100.01, 200],
  ] as const)('%s of %d', (mode, score, wanted) => {
    expect(bounds({ round: { to: 100, mode } }, score)).toEqual([wanted, wanted]);
  });

  test('comes before the cap, and decimals do not spoil it', () => {
    const [found] = paid([{ round: { to: 100, mode: 'up' }, cap: 199 }], { score: 101 });
    expect(found).toMatchObject({ min: 199, uncapped: 101, cap: { limit: 199, applied: true } });
    expect(bounds({ value: 'score * 3', round: { to: 1, mode: 'up' } }, 1.1)).toEqual([4, 4]);
    expect(bounds({ value: 'score * 100', round: { to: 1, mode: 'up' } }, 0.29)).toEqual([29, 29]);
  });
});

describe('top-up to what was received elsewhere', () => {
  const topUp = { topUp: { against: 'recommendation.matchingFund' } };
  test('is the difference, never less than nothing', () => {
    expect(bounds(topUp, 500, 200)).toEqual([300, 300]);
    expect(bounds(topUp, 500, 500)).toEqual([0, 0]);
    expect(bounds(topUp, 500, 501)).toEqual([0, 0]);
  });
  test('of an unknown support is anything up to the own amount, and asks for it', () => {
    const [found] = paid([topUp], { score: 500 });
    expect(found).toMatchObject({ min: 0, max: 500, own: { min: 500, max: 500 } });
    expect(found?.missing.map(({ pointer }) => pointer)).toEqual(['/matchingFund']);
  });
});

describe('amounts that exclude each other', () => {
  const pair = [
    { id: 'a', value: 'score', exclusiveWith: ['b'] },
    { id: 'b', value: 'recommendation.matchingFund' },
  ];
  const both = (score?: number, fund?: number) =>
    paid(pair, score === undefined ? {} : { score }, fund).map(({ min, max, replacedBy }) => [
      min,
      max,
      replacedBy,
    ]);
  test('only the higher is paid, of equal ones the first; the other says by what it is replaced', () => {
    expect(both(500, 400)).toEqual([
      [500, 500, undefined],
      [0, 0, 'a'],
    ]);
    expect(both(400, 500)).toEqual([
      [0, 0, 'b'],
      [500, 500, undefined],
    ]);
    expect(both(500, 500)).toEqual([
      [500, 500, undefined],
      [0, 0, 'a'],
    ]);
  });
  test('while one is unknown either may be paid', () => {
    expect(both(500)).toEqual([
      [0, 500, undefined],
      [0, null, undefined],
    ]);
  });
  test('a chain is one group', () => {
    const [a, b, c] = paid([...pair, { id: 'c', value: '1000', exclusiveWith: ['b'] }], { score: 500 }, 1);
    expect([a?.max, b?.max, c?.min, a?.replacedBy]).toEqual([0, 0, 1000, 'c']);
  });
});

const row = (level?: string) => (level === undefined ? {} : { targetLevel: level });

describe('instalments', () => {
  const instalments = [
    { title: '第一期', share: 0.29 },
    { title: '第二期', share: 0.51, when: 'onPost' },
    { title: '第三期' },
  ];
  test('add up exactly, whole units, the remainder last', () => {
    const [found] = paid([{ instalments }], { score: 100, onPost: true });
    expect(found?.instalments?.map(({ min, max, due }) => [min, max, due])).toEqual([
      [29, 29, true],
      [51, 51, true],
      [20, 20, true],
    ]);
    const [open] = paid([{ instalments }], { score: 101 });
    expect(open?.instalments?.map(({ min, due }) => [min, due])).toEqual([
      [29, true],
      [51, null],
      [21, true],
    ]);
  });
  test('of a fixed sum never exceed the whole', () => {
    const fixed = [{ title: '第一期', amount: 60 }, { title: '第二期', amount: 60 }, { title: '余款' }];
    const [found] = paid([{ instalments: fixed }], { score: 100 });
    expect(found?.instalments?.map(({ min }) => min)).toEqual([60, 40, 0]);
  });
  test('bounds hold the parts of every whole within', () => {
    const rules = rulesOf({
      amounts: [amount({ value: 'count(apprentices[targetLevel = "技师"]) * 333 + score', instalments })],
    });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('技师', '高级工'), { maxLength: 6 }),
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        fc.nat(1000),
        (levels, hide, score) => {
          const full = rules.amounts({ application: { score, apprentices: levels.map(row) } } as Facts)[0];
          const partial = rules.amounts({
            application: {
              score,
              apprentices: levels.map((level, index) => row(hide[index] ? undefined : level)),
            },
          } as Facts)[0];
          expect(full?.instalments?.reduce((sum, part) => sum + part.min, 0)).toBe(full?.min);
          for (const [index, part] of (full?.instalments ?? []).entries()) {
            const guess = partial?.instalments?.[index];
            expect(guess?.min).toBeLessThanOrEqual(part.min);
            expect(guess?.max ?? Infinity).toBeGreaterThanOrEqual(part.min);
          }
        },
      ),
    );
  });
});

test('per head and per award: sums over filters', () => {
  const rows = [
    { fee: 3000, isStudent: false },
    { fee: 4000, isStudent: true },
    { fee: 5000, isStudent: false },
  ];
  const value = '2 * sum(apprentices[isStudent = false].fee) + 100 * count(apprentices)';
  expect(paid([{ value }], { apprentices: rows } as never)[0]?.min).toBe(16300);
});

test('no amount that a completion contradicts', () => {
  const rules = rulesOf({
    amounts: [
      amount({
        id: 'a',
        value: 'score * 7',
        round: { to: 10, mode: 'half-up' },
        cap: 5000,
        exclusiveWith: ['b'],
      }),
      amount({ id: 'b', value: 'recommendation.matchingFund', topUp: { against: 'sum(apprentices.fee)' } }),
      amount({ id: 'c', value: '2000', exclusiveWith: ['b'], floor: 100 }),
    ],
  });
  const facts = fc.record({
    score: fc.nat(1000),
    fund: fc.nat(6000),
    fees: fc.array(fc.nat(3000), { maxLength: 3 }),
    hide: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  });
  fc.assert(
    fc.property(facts, ({ score, fund, fees, hide }) => {
      const of = (hidden: readonly boolean[]) =>
        rules.amounts({
          application: {
            ...(hidden[0] ? {} : { score }),
            apprentices: fees.map((fee, index) => (hidden[index + 2] ? {} : { fee })),
          },
          recommendation: hidden[1] ? {} : { matchingFund: fund },
        });
      const complete = of([]);
      for (const [index, partial] of of(hide).entries()) {
        const whole = complete[index];
        expect(whole?.min).toBe(whole?.max);
        expect(partial.min).toBeLessThanOrEqual(whole?.min ?? -1);
        expect(partial.max ?? Infinity).toBeGreaterThanOrEqual(whole?.min ?? Infinity);
        expect([undefined, whole?.replacedBy]).toContain(partial.replacedBy);
      }
    }),
    { numRuns: 1000 },
  );
});
