import { describe, expect, test } from 'vitest';
import { lockedChanges, missingAnswers } from './field-permission.ts';

const before = { name: '甲', score: 1, team: [{ name: '乙', level: '高' }] };

describe('what a step may change', () => {
  test.each([
    ['nothing is locked without a word', {}, { name: '丁' }, []],
    ['read-only', { readonly: ['name'] }, { ...before, name: '丁' }, ['name']],
    ['a value left as it was is no change', { readonly: ['*'] }, before, []],
    ['left out is a change', { readonly: ['name'] }, { score: 1, team: before.team }, ['name']],
    ['only what is editable', { editable: ['score'] }, { ...before, score: 2, name: '丁' }, ['name']],
    ['an exception from everything', { readonly: ['*'], editable: ['score'] }, { ...before, score: 2 }, []],
    [
      'a column',
      { editable: ['team'], readonly: ['team.level'] },
      { ...before, team: [{ name: '丙', level: '低' }] },
      ['team.level'],
    ],
    [
      'a new row is a change of its columns',
      { editable: ['team.name'] },
      { ...before, team: [...before.team, { name: '丙', level: '高' }] },
      ['team.level'],
    ],
    [
      'hidden answers do not come back',
      { hidden: ['score', 'team.level'] },
      { name: '甲', team: [{ name: '乙' }] },
      [],
    ],
    ['hidden answers cannot be written', { hidden: ['score'] }, { ...before, score: 5 }, ['score']],
  ])('%s', (_, fields, after, locked) => {
    expect(lockedChanges(fields, before, after)).toEqual(locked);
  });

  test('what it must bring, in every row', () => {
    const fields = { required: ['name', 'team.level'] };
    expect(missingAnswers(fields, before)).toEqual([]);
    expect(missingAnswers(fields, { name: '', team: [{ level: '高' }, {}] })).toEqual(['name', 'team.level']);
  });
});
