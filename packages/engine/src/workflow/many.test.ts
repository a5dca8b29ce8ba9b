import { expect, test } from 'vitest';
import { stepMany } from './many.ts';
import { step } from './step.ts';
import { environment } from './testing/fixture.ts';

const at = '2025-09-01T09:00:00+08:00';
const open = () => step(environment, 'batch', undefined, undefined, at).snapshot;
const event = { type: 'OPEN', actor: { role: 'office' }, key: 'all-1' };

test('one act on many machines: each is reported, none holds up another, sent again it does nothing', () => {
  const ahead = step(environment, 'batch', open(), { ...event, key: 'own' }, at).snapshot;
  const first = stepMany(environment, 'batch', { a: open(), b: ahead, c: open() }, event, at);
  expect(Object.entries(first).map(([id, { accepted }]) => [id, accepted])).toEqual([
    ['a', true],
    ['b', false],
    ['c', true],
  ]);
  expect(first['b']?.refusal?.code).toBe('not-accepted-here');
  const snapshots = Object.fromEntries(Object.entries(first).map(([id, { snapshot }]) => [id, snapshot]));
  const again = stepMany(environment, 'batch', snapshots, event, at);
  expect(again['a']?.repeated).toBe(true);
  expect(again['a']?.snapshot).toEqual(first['a']?.snapshot);
});
