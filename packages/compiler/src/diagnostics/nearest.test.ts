import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

test.each([
  ['skilLevel', ['skillLevel', 'side'], 'skillLevel'],
  ['SUBMIT', ['submit', 'SUMMIT'], 'submit'],
  ['ab', ['ba'], 'ba'],
  ['技师', ['高级技师', '技师'], '技师'],
  ['高级枝师', ['高级技师', '技师'], '高级技师'],
  ['x', ['employer', 'applicant'], ''],
  ['', ['employer'], ''],
  ['anything', [], ''],
])('%s among %j is %s', (name, candidates, expected) => {
  expect(nearest(name, candidates)).toBe(expected);
});
