import { describe, expect, it } from 'vitest';
import { emptyContext } from '../snapshot.ts';
import { environment } from '../testing/fixture.ts';
import { applyChange } from './actions.ts';
import { drawn } from './draw.ts';
import type { Scope } from './scope.ts';
import { verdictOf, type Task } from './tasks.ts';

const at = '2025-09-03T10:00:00+08:00';
const task = (id: number, state: Task['state'], verdict?: 'agree' | 'refuse', weight?: number): Task => ({
  id,
  person: `p${id}`,
  state,
  after: [],
  ...(verdict ? { verdict } : {}),
  ...(weight === undefined ? {} : { weight }),
});

describe('verdict', () => {
  const yes = (id: number, weight?: number) => task(id, 'done', 'agree', weight);
  const no = (id: number, weight?: number) => task(id, 'done', 'refuse', weight);
  const open = (id: number, weight?: number) => task(id, 'open', undefined, weight);

  it.each([
    ['nobody decides nothing', [], 'all', 100, null],
    ['all open', [open(1)], 'all', 100, null],
    ['removed and recused do not count', [yes(1), task(2, 'removed'), task(3, 'recused')], 'all', 100, true],
    ['lent counts as open', [yes(1), task(2, 'lent')], 'all', 100, null],
    ['a third is not 34 per cent', [yes(1), no(2), no(3)], 'percentage', 34, false],
    ['a third is 33 per cent', [yes(1), no(2), no(3)], 'percentage', 33, true],
    ['two fifths are 40 per cent exactly', [yes(1), yes(2), no(3), no(4), no(5)], 'percentage', 40, true],
    ['weights', [yes(1, 2), no(2, 1), open(3, 1)], 'weighted', 50, true],
    ['weights out of reach', [no(1, 3), open(2, 1)], 'weighted', 50, false],
    ['any', [no(1), open(2)], 'any', 100, null],
    ['none of any', [no(1), no(2)], 'any', 100, false],
  ] as const)('%s', (_, tasks, policy, percent, truth) => {
    expect(verdictOf(tasks, policy, percent)).toBe(truth);
  });
});

describe('draw', () => {
  it('gives everybody about the same chance', () => {
    const pool = ['a', 'b', 'c', 'd', 'e'].map((person) => ({ person }));
    const times: Record<string, number> = {};
    for (let seed = 0; seed < 1000; seed += 1) {
      for (const { person } of drawn(pool, 2, `seed-${seed}`)) times[person] = (times[person] ?? 0) + 1;
    }
    // 400 expected each; four standard deviations are 62.
    for (const { person } of pool) expect(Math.abs((times[person] ?? 0) - 400)).toBeLessThan(62);
  });

  it('does not depend on the order of the pool', () => {
    const pool = ['a', 'b', 'c', 'd'].map((person) => ({ person }));
    expect(drawn([...pool].reverse(), 2, 's')).toEqual(drawn(pool, 2, 's'));
  });
});

describe('lists', () => {
  const scope = (context: Partial<Scope['context']>): Scope => ({
    environment,
    at,
    context: { ...emptyContext, ...context },
  });
  const aggregate = (rows: readonly object[], by: string) =>
    applyChange(
      { type: 'aggregate', params: { list: 'l', field: 'n', by, key: 'k' } },
      scope({ lists: { l: rows as never }, values: { k: 'old' } }),
    ).values['k'];

  it('are put together; a row without a number leaves the result open', () => {
    expect(aggregate([{ n: 1 }, { n: 2 }, { n: 2 }], 'mean')).toBe(1.67);
    expect(aggregate([{ n: 9 }, { n: 5 }], 'trimmed')).toBe(7);
    expect(aggregate([{ n: 9 }, { n: 5 }, { n: 6 }], 'trimmed')).toBe(6);
    expect(aggregate([{ n: 1 }, {}], 'mean')).toBeUndefined();
    expect(aggregate([], 'mean')).toBeUndefined();
    expect(aggregate([{ n: 4, state: 'done' }, { n: 9, state: 'recused' }, { state: 'open' }], 'mean')).toBe(
      4,
    );
  });

  it('count whole working days only', () => {
    const used = (since: string) =>
      applyChange({ type: 'useUp', params: { key: 'k', since: 's' } }, scope({ values: { s: since } }))
        .values['k'];
    expect(used('2025-09-03T08:00:00+08:00')).toBe(0);
    expect(used('2025-09-01T08:00:00+08:00')).toBe(1);
    // 30 and 31 August are a weekend.
    expect(used('2025-08-28T08:00:00+08:00')).toBe(3);
  });
});
