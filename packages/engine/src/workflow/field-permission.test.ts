import type { FormSchema } from '@zhinan/model';
import { askedFields } from './asked-fields.ts';
import { describe, expect, test } from 'vitest';
import {
  fieldAccess,
  lockedChanges,
  missingAnswers,
  missingPointers,
  withHidden,
} from './field-permission.ts';

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
    const after = { name: '', team: [{ level: '高' }, {}] };
    expect(missingAnswers(fields, after)).toEqual(['name', 'team.level']);
    expect(missingPointers(fields, after)).toEqual(['/name', '/team/1/level']);
    expect(missingPointers(fields, { name: '甲' })).toEqual(['/team/level']);
  });

  test('all that is asked and not hidden, in the step’s own columns as well', () => {
    const fields = { required: ['*', 'team.level'], hidden: ['score'] };
    const asked = ['name', 'team', 'score'];
    expect(missingAnswers(fields, { team: [{}] }, asked)).toEqual(['name', 'team.level']);
    expect(missingPointers(fields, { name: '甲' }, asked)).toEqual(['/team', '/team/level']);
  });

  test('a field of a condition is asked while the condition holds', () => {
    const schema: FormSchema = {
      type: 'object',
      properties: { kind: { type: 'string', enum: ['a', 'b'] } },
      allOf: [
        {
          if: { properties: { kind: { const: 'b' } }, required: ['kind'] },
          then: { properties: { why: { type: 'string' } } },
        },
      ],
    };
    expect(askedFields(schema, { kind: 'a' })).toEqual(['kind']);
    expect(askedFields(schema, { kind: 'b' })).toEqual(['kind', 'why']);
    expect(askedFields(schema, {})).toEqual(['kind']);
  });

  test.each([
    [{}, 'name', 'editable'],
    [{ readonly: ['*'], editable: ['team'] }, 'team.level', 'editable'],
    [{ editable: ['team.name'] }, 'team', 'readonly'],
    [{ editable: ['team'], hidden: ['team.level'] }, 'team.level', 'hidden'],
    // What is hidden is not sent: shown it would look unanswered.
    [{ hidden: ['*'], editable: ['name'] }, 'name', 'hidden'],
  ])('%j of %s: %s', (fields, path, access) => {
    expect(fieldAccess(fields, path)).toBe(access);
  });
});

describe('what a step hides', () => {
  const fields = { hidden: ['score', 'team.level'] };

  test('comes back from what is stored, in its row', () => {
    const sent = { name: '丁', team: [{ name: '乙' }, { name: '丙' }] };
    expect(withHidden(fields, before, sent)).toEqual({
      name: '丁',
      score: 1,
      team: [{ name: '乙', level: '高' }, { name: '丙' }],
    });
  });

  test('is left as it was sent where it was sent, so that a change is told', () => {
    const sent = { ...before, score: 5 };
    expect(withHidden(fields, before, sent)).toEqual(sent);
    expect(lockedChanges(fields, before, withHidden(fields, before, sent))).toEqual(['score']);
  });

  test('what is shown and left out stays out', () => {
    expect(withHidden(fields, before, { team: [] })).toEqual({ score: 1, team: [] });
    expect(withHidden({}, before, {})).toEqual({});
  });
});
