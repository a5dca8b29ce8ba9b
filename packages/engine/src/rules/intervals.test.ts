import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { days, isDate, months, years } from './dates.ts';
import { Gap, hi, isGap, lo } from './gap.ts';
import type { Num } from './gap.ts';
import { add, div, max, min, mul, share, sub } from './number.ts';

const bounds = (value: Num) => [lo(value), hi(value)];
const gap = (from?: number, to?: number) =>
  new Gap([() => ({ form: 'f', pointer: '/x', title: 'x' })], from, to);

test('arithmetic on bounds', () => {
  expect(bounds(add(gap(1, 2), 3))).toEqual([4, 5]);
  expect(bounds(sub(3, gap(1, 2)))).toEqual([1, 2]);
  expect(bounds(mul(gap(-1, 2), -3))).toEqual([-6, 3]);
  expect(bounds(div(gap(2, 4), -2))).toEqual([-2, -1]);
  expect(bounds(mul(gap(0, Infinity), 5000))).toEqual([0, Infinity]);
  expect(mul(gap(), 0)).toBe(0);
  expect(add(gap(5, 5), 1)).toBe(6);
  expect([bounds(min(gap(1, 9), 4)), bounds(max(gap(1, 9), 4))]).toEqual([
    [1, 4],
    [4, 9],
  ]);
});

test('decimals are what a reader computes', () => {
  expect([mul(0.07, 100), add(0.1, 0.2), sub(0.3, 0.1), mul(0.3, 10), div(3, 10)]).toEqual([
    7, 0.3, 0.2, 3, 0.3,
  ]);
});

test('every completion lies within the bounds', () => {
  const known = fc.integer({ min: -50, max: 50 });
  const part = fc.tuple(known, fc.nat(20), fc.nat(20)).map(([value, below, above]) => ({
    value,
    num: below + above === 0 ? value : gap(value - below, value + above),
  }));
  const operations: readonly ((a: Num, b: Num) => Num)[] = [add, sub, mul, min, max];
  fc.assert(
    fc.property(part, part, fc.constantFrom(...operations), (a, b, operation) => {
      const exact = operation(a.value, b.value);
      const found = operation(a.num, b.num);
      expect(isGap(exact)).toBe(false);
      expect(lo(found)).toBeLessThanOrEqual(lo(exact));
      expect(hi(found)).toBeGreaterThanOrEqual(hi(exact));
    }),
  );
});

test('shares: exact at the threshold, bounded while parts are unknown, defined when empty', () => {
  for (let whole = 1; whole <= 200; whole += 1) {
    for (const percent of [7, 29, 30, 33, 50, 57]) {
      const part = Math.ceil((whole * percent) / 100);
      expect(lo(share(part, whole, 0)) >= percent / 100).toBe(part * 100 >= percent * whole);
      expect(lo(share(part - 1, whole, 0)) >= percent / 100).toBe((part - 1) * 100 >= percent * whole);
    }
  }
  expect(share(0, 0, 1)).toBe(1);
  expect(bounds(share(gap(1, 2), 5, 0))).toEqual([0.2, 0.4]);
  expect(bounds(share(gap(0, Infinity), gap(0, Infinity), 1))).toEqual([0, Infinity]);
  expect(bounds(share(1, gap(2, 4), 0))).toEqual([0.25, 0.5]);
});

test('whole years and months: the anniversary counts, 29 February is completed on 1 March', () => {
  expect(years('2024-10-08', '2025-10-08')).toBe(1);
  expect(years('2024-10-09', '2025-10-08')).toBe(0);
  expect(years('2004-02-29', '2005-02-28')).toBe(0);
  expect(years('2004-02-29', '2005-03-01')).toBe(1);
  expect(months('2025-01-31', '2025-02-28')).toBe(0);
  expect(years('2025-10-08', '2024-10-09')).toBe(-1);
  expect(days('2024-02-28', '2024-03-01')).toBe(2);
  expect(bounds(years(gap(), '2025-10-08'))).toEqual([-Infinity, Infinity]);
});

test('dates must exist', () => {
  const written = ['2024-02-29', '2023-02-29', '2025-1-1', '2025-13-01', '', 20250101, null];
  expect(written.map(isDate)).toEqual([true, false, false, false, false, false, false]);
});
