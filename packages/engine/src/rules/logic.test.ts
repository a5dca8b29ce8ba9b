import { expect, test } from 'vitest';
import { Gap, and, choose, either, isGap, not, or } from './gap.ts';
import type { Logic } from './gap.ts';
import { eq, ge, gt, inRange, le, lt, ne, oneOf } from './compare.ts';

const view = (pointer: string) => ({ form: 'application', pointer, title: pointer });
const gap = (pointer: string, from?: number, to?: number) => new Gap([() => view(pointer)], from, to);
const said = (value: Logic) => (isGap(value) ? 'unknown' : value);
const needs = (value: unknown) => (isGap(value) ? value.needs.map((need) => need().pointer) : []);

const u = gap('/u');
const truths = [true, false, u] as const;

test('Kleene conjunction and disjunction', () => {
  const table = (op: (a: Logic, b: Logic) => Logic) => truths.map((a) => truths.map((b) => said(op(a, b))));
  expect(table(and)).toEqual([
    [true, false, 'unknown'],
    [false, false, false],
    ['unknown', false, 'unknown'],
  ]);
  expect(table(or)).toEqual([
    [true, true, true],
    [true, false, 'unknown'],
    [true, 'unknown', 'unknown'],
  ]);
  expect(truths.map((a) => said(not(a)))).toEqual([false, true, 'unknown']);
  expect([and(), or()]).toEqual([true, false]);
});

test('an unknown names only the answers that can still decide', () => {
  expect(needs(and(gap('/a'), true, gap('/b')))).toEqual(['/a', '/b']);
  expect(needs(and(gap('/a'), false))).toEqual([]);
  expect(needs(or(and(gap('/a'), false), gap('/b')))).toEqual(['/b']);
});

test('a conditional with an unknown condition keeps what both branches agree on', () => {
  expect(choose(u, 5, 5)).toBe(5);
  expect(choose(true, 1, 2)).toBe(1);
  expect(choose(u, 1, 2)).toMatchObject({ lo: 1, hi: 2 });
  expect(either('a', 'b')).toMatchObject({ lo: -Infinity, hi: Infinity });
  expect(said(choose<Logic>(u, true, true))).toBe(true);
  expect(said(choose<Logic>(u, true, false))).toBe('unknown');
});

test('comparisons decide as soon as bounds do not overlap', () => {
  const some = gap('/n', 3, 6);
  const all = (other: number) => [lt, le, gt, ge, eq, ne].map((op) => said(op(some, other)));
  const x = 'unknown';
  expect(all(2)).toEqual([false, false, true, true, false, true]);
  expect(all(3)).toEqual([false, x, x, true, x, x]);
  expect(all(5)).toEqual([x, x, x, x, x, x]);
  expect(all(6)).toEqual([x, true, false, x, x, x]);
  expect(all(7)).toEqual([true, true, false, false, false, true]);
});

test('known values compare as they are; dates in the order of their text', () => {
  expect([lt(1, 2), ge(2, 2), gt(2, 2), le(2, 2), eq('a', 'a'), ne('a', 'b')]).toEqual([
    true,
    true,
    false,
    true,
    true,
    true,
  ]);
  expect(lt('2025-09-30', '2025-10-08')).toBe(true);
  expect(said(lt(gap('/d'), '2025-10-08'))).toBe('unknown');
  expect(said(ge('2025-10-08', gap('/d')))).toBe('unknown');
});

test('membership', () => {
  expect([oneOf('b', ['a', 'b']), oneOf('c', ['a', 'b'])]).toEqual([true, false]);
  expect(said(oneOf(u, ['a', 'b']))).toBe('unknown');
  expect(oneOf(u, [])).toBe(false);
  expect([inRange(1, 1, 3), inRange(3, 1, 3), inRange(4, 1, 3)]).toEqual([true, true, false]);
});
