import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ge } from './compare.ts';
import { flag, number } from './fields.ts';
import type { Scope } from './fields.ts';
import { hi, isGap, lo } from './gap.ts';
import { count, every, filter, greatest, least, list, some, sum } from './rows.ts';

const scope = (rows?: readonly unknown[], open: readonly string[] = []): Scope => ({
  data: { form: rows ? { rows } : {} },
  at: '',
  label: '',
  open: new Set(open),
});
const rows = list('form/rows');
const fee = number('fee', 0, 100);
const student = flag('student');
const bounds = (value: ReturnType<typeof count>) => [lo(value), hi(value)];
const missing = (value: unknown) => (isGap(value) ? value.needs.map((need) => need().pointer) : []);
const of = (answers: readonly unknown[], open: readonly string[] = []) => rows(scope(answers, open));
const students = (answers: readonly unknown[]) => filter(rows(scope(answers)), student);

test('an absent list is unknown, a present one closed, a marked one open', () => {
  expect(bounds(count(rows(scope())))).toEqual([0, Infinity]);
  expect(missing(count(rows(scope())))).toEqual(['/rows']);
  expect(count(rows(scope([])))).toBe(0);
  expect(bounds(count(rows(scope([{}, {}], ['form/rows']))))).toEqual([2, Infinity]);
});

test('rows whose answers are missing may or may not count', () => {
  const found = filter(rows(scope([{ student: true }, { student: false }, {}])), student);
  expect(bounds(count(found))).toEqual([1, 2]);
  expect(missing(count(found))).toEqual(['/rows/2/student']);
  const waiting = count(found);
  expect(isGap(waiting) && waiting.needs.map((need) => need().title)).toEqual(['rows第3项·student']);
});

test('sums, least and greatest', () => {
  const three = rows(scope([{ fee: 5 }, { fee: 7 }, { fee: 2 }]));
  expect([sum(three, fee), least(three, fee), greatest(three, fee)]).toEqual([14, 2, 7]);
  const partly = rows(scope([{ fee: 5 }, {}]));
  expect([sum(partly, fee), least(partly, fee), greatest(partly, fee)].map(bounds)).toEqual([
    [5, 105],
    [0, 5],
    [5, 100],
  ]);
  expect(sum(rows(scope([])), fee)).toBe(0);
  expect(bounds(least(rows(scope([])), fee))).toEqual([-Infinity, Infinity]);
});

test('some and every', () => {
  const [yes, no, blank] = [{ student: true }, { student: false }, {}];
  const open = ['form/rows'];
  expect([some(of([]), student), every(of([]), student)]).toEqual([false, true]);
  expect(some(of([blank, yes]), student)).toBe(true);
  expect(some(of([yes], open), student)).toBe(true);
  expect(every(of([no], open), student)).toBe(false);
  expect(
    [some(of([no], open), student), every(of([yes], open), student), some(of([no, blank]), student)].map(
      isGap,
    ),
  ).toEqual([true, true, true]);
});

test('bounds of a filtered sum hold every completion', () => {
  const person = fc.record({ fee: fc.nat(100), student: fc.boolean() });
  const blanks = fc.infiniteStream(fc.boolean());
  fc.assert(
    fc.property(fc.array(person, { maxLength: 6 }), blanks, (people, blank) => {
      const holes = people.map((one) =>
        Object.fromEntries(Object.entries(one).filter(() => blank.next().value === true)),
      );
      for (const total of [
        (answers: readonly unknown[]) => sum(students(answers), fee),
        (answers: readonly unknown[]) => least(students(answers), fee),
        (answers: readonly unknown[]) => greatest(students(answers), fee),
        (answers: readonly unknown[]) => count(filter(students(answers), (row) => ge(fee(row), 50))),
      ]) {
        const [exact, found] = [total(people), total(holes)];
        if (isGap(exact)) continue;
        expect(lo(found)).toBeLessThanOrEqual(exact);
        expect(hi(found)).toBeGreaterThanOrEqual(exact);
      }
    }),
  );
});

test('a list of any length neither overflows nor takes long', () => {
  const many = of(Array.from({ length: 200_000 }, () => ({})));
  const begun = performance.now();
  expect(bounds(count(filter(many, student)))).toEqual([0, 200_000]);
  expect(bounds(sum(many, fee))).toEqual([0, 20_000_000]);
  expect(bounds(greatest(many, fee))).toEqual([0, 100]);
  expect([some(many, student), every(many, student)].map(isGap)).toEqual([true, true]);
  expect(performance.now() - begun).toBeLessThan(5000);
});
