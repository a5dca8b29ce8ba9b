import type { Facts, QuotaDefinition } from '@zhinan/model';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileRules } from './compile-rules.ts';
import { craftsman, input } from './craftsman.fixture.ts';
import { evaluateSource } from './evaluate-source.ts';

function quotasOf(quotas: readonly Partial<QuotaDefinition>[]) {
  const { value, diagnostics } = compileRules(
    input({
      ...craftsman,
      quotas: quotas.map((quota, index) => ({ id: `q${index}`, title: '名额', clause: '三', ...quota })),
    }),
  );
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return evaluateSource(value).quotas;
}

type Member = { workPlace?: string; onPost?: boolean; city?: string };
const members = (...all: readonly Member[]): Facts[] =>
  all.map(({ city, ...rest }) => ({
    application: { ...rest, ...(city === undefined ? {} : { contact: { city } }) },
  }));
const north = { workPlace: 'urumqi' };
const south = { workPlace: 'kashi' };

describe('per body', () => {
  const quotas = quotasOf([{ per: 'contact.city', max: 2 }]);
  test('each is counted by itself', () => {
    const [found] = quotas(members({ city: '甲' }, { city: '乙' }, { city: '甲' }, { city: '甲' }));
    expect(found?.groups).toEqual([
      { key: '甲', count: 3, holds: false },
      { key: '乙', count: 1, holds: true },
    ]);
    expect([found?.count, found?.holds]).toEqual([4, false]);
    expect(quotas(members({ city: '甲' }, { city: '甲' }))[0]?.holds).toBe(true);
  });
  test('a member of no known body leaves those undecided that one more would change', () => {
    const [found] = quotas(members({ city: '甲' }, { city: '甲' }, { city: '乙' }, {}));
    expect(found?.groups?.map(({ holds }) => holds)).toEqual([null, true]);
    expect(found?.holds).toBe(null);
    expect(quotas(members({ city: '甲' }, {}))[0]?.holds).toBe(true);
  });
  test('a number not published yet decides nothing', () => {
    expect(quotasOf([{ per: 'contact.city', max: null }])(members({ city: '甲' }))[0]?.holds).toBe(null);
  });
});

test('a floor among the members of another quota', () => {
  const quotas = quotasOf([
    { id: 'all', where: 'onPost' },
    { id: 'base', of: 'all', where: 'workPlace in 南疆五地州', min: 2 },
  ]);
  const of = (...all: readonly Member[]) => quotas(members(...all))[1];
  expect(of({ ...south, onPost: true }, { ...south, onPost: false })).toMatchObject({
    count: 1,
    holds: false,
  });
  expect(of({ ...south, onPost: true }, { ...south, onPost: true })).toMatchObject({ count: 2, holds: true });
  expect(of({ ...south, onPost: true }, south)).toMatchObject({ count: 1, open: 1, holds: null });
});

test('a separate channel is not counted again', () => {
  const quotas = quotasOf([
    { id: 'channel', where: 'onPost', max: null },
    { id: 'rest', except: ['channel'], max: 1 },
  ]);
  const of = (...all: readonly Member[]) => quotas(members(...all))[1];
  expect(of({ onPost: true }, { onPost: true }, { onPost: false })).toMatchObject({ count: 1, holds: true });
  expect(of({ onPost: false }, { onPost: false })).toMatchObject({ count: 2, holds: false });
  expect(of({ onPost: false }, {})).toMatchObject({ count: 1, open: 1, holds: null });
});

describe('part of the whole', () => {
  const least = quotasOf([{ where: 'workPlace in 南疆五地州', share: { min: 0.3 } }]);
  const most = quotasOf([{ where: 'workPlace in 南疆五地州', share: { max: 0.3 } }]);
  const of = (quotas: typeof least, some: number, others: number, open = 0) => {
    const list = [
      ...Array.from({ length: some }, () => south),
      ...Array.from({ length: others }, () => north),
      ...Array.from({ length: open }, () => ({})),
    ];
    return quotas(members(...list))[0]?.holds;
  };
  test('both ends are included', () => {
    expect([of(least, 3, 7), of(least, 2, 7), of(least, 2, 8)]).toEqual([true, false, false]);
    expect([of(most, 3, 7), of(most, 4, 7)]).toEqual([true, false]);
    expect([of(least, 0, 0), of(most, 0, 0)]).toEqual([true, true]);
  });
  test('is undecided while an answer can change it, and no longer', () => {
    expect([of(least, 2, 7, 1), of(least, 3, 6, 1), of(least, 1, 8, 1)]).toEqual([null, true, false]);
    expect([of(most, 3, 6, 1), of(most, 2, 7, 1), of(most, 4, 5, 1)]).toEqual([null, true, false]);
  });
});

test('no answer about a collection that a completion contradicts', () => {
  const quotas = quotasOf([
    { id: 'a', where: 'onPost', max: 3 },
    { id: 'b', of: 'a', where: 'workPlace in 南疆五地州', min: 1, share: { min: 0.4, max: 0.7 } },
    { id: 'c', except: ['a'], per: 'contact.city', max: 1 },
    { id: 'd', per: 'workPlace', min: 2 },
  ]);
  const member = fc.record({
    workPlace: fc.constantFrom('kashi', 'urumqi'),
    onPost: fc.boolean(),
    city: fc.constantFrom('甲', '乙'),
    hide: fc.nat(15),
  });
  fc.assert(
    fc.property(fc.array(member, { maxLength: 7 }), (list) => {
      const complete = quotas(
        members(...list.map(({ workPlace, onPost, city }) => ({ workPlace, onPost, city }))),
      );
      const partial = quotas(
        members(
          ...list.map(({ hide, workPlace, onPost, city }) => ({
            ...(hide & 1 ? {} : { workPlace }),
            ...(hide & 2 ? {} : { onPost }),
            ...(hide & 4 ? {} : { city }),
          })),
        ),
      );
      for (const [index, one] of partial.entries()) {
        const whole = complete[index];
        expect(whole?.holds).not.toBe(null);
        expect([null, whole?.holds]).toContain(one.holds);
        expect(one.count).toBeLessThanOrEqual(whole?.count ?? -1);
        expect(one.count + (one.open ?? 0)).toBeGreaterThanOrEqual(whole?.count ?? Infinity);
      }
    }),
    { numRuns: 2000 },
  );
});
