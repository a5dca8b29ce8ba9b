import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { objectsIn, pointerOf, pointerSegments, valueAt } from './pointer.ts';

test('a pointer and its segments are two forms of one path (RFC 6901)', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (path) => {
      expect(pointerSegments(pointerOf(path))).toEqual(path);
    }),
  );
});

test('a pointer sees own members only', () => {
  expect(valueAt({ a: 1 }, '/constructor')).toBeUndefined();
  expect(valueAt({ a: [{ 'b/c': 2 }] }, '/a/0/b~1c')).toBe(2);
});

test('every object is met once, outermost first', () => {
  expect([...objectsIn({ a: [{ b: {} }], c: null })].map(({ pointer }) => pointer)).toEqual([
    '',
    '/a/0',
    '/a/0/b',
  ]);
});
