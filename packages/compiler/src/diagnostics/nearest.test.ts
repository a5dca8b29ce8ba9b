import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

test.each([
  ['strenght', ['strength', 'string'], 'strength'],
  ['skilLevel', ['skillLevel', 'level'], 'skillLevel'],
  ['高级枝师', ['高级技师', '技师'], '高级技师'],
  ['completely-else', ['a', 'b'], ''],
  ['', ['a'], 'a'],
])('%s of %j is %s', (name, candidates, meant) => {
  expect(nearest(name, candidates)).toBe(meant);
});
