import type { ValidationIssue } from '@zhinan/model';
import { describe, expect, it } from 'vitest';
import { carryOver, describeLeft, isDraft, reasonOf, revisionOf, timeOf } from './draft.ts';

const draft = {
  format: 1,
  form: 'entry',
  contract: 'a',
  savedAt: '2025-10-01T09:05:00+08:00',
  value: {},
} as const;

const issue = (pointer: string, keyword: string, title = ''): ValidationIssue => ({
  pointer,
  path: [],
  keyword,
  params: {},
  title,
  message: '',
});

describe('a draft', () => {
  it('is one only with form, contract, time and answers', () => {
    expect(isDraft(draft, 'entry')).toBe(true);
    for (const wrong of [
      null,
      'x',
      [],
      { ...draft, form: 'other' },
      { ...draft, value: [] },
      { ...draft, format: 2 },
    ])
      expect(isDraft(wrong, 'entry')).toBe(false);
  });

  it('of old has its time for a revision', () => {
    expect(revisionOf(draft)).toBe(draft.savedAt);
    expect(revisionOf({ ...draft, revision: 'r' })).toBe('r');
    expect(revisionOf(undefined)).toBeUndefined();
  });

  it('of an earlier edition is parted into what fits and what has no field', () => {
    const found = [
      issue('/honour', 'unevaluatedProperties'),
      issue('/team/0/mark', 'additionalProperties'),
      issue('/place', 'enum', '工作地'),
      issue('/name', 'minLength', '姓名'),
    ];
    const given = { name: '甲', honour: 'x', place: 'z', team: [{ mark: 5, name: '乙' }] };
    expect(carryOver(given, {}, () => found)).toEqual({
      value: { name: '甲', place: 'z', team: [{ name: '乙' }] },
      left: { '/honour': 'x', '/team/0/mark': 5 },
      changed: ['工作地'],
    });
    expect(given.honour).toBe('x');
  });

  it('names a stranger as the person once read it, and never by an inherited name', () => {
    expect(describeLeft(['/team/0/mark', 5], { 'team/mark': '分数' })).toEqual({ title: '分数', text: '5' });
    expect(describeLeft(['/constructor', { a: 1 }], {})).toEqual({ title: 'constructor', text: '{"a":1}' });
  });

  it('says what the complaint of a storage means', () => {
    expect(reasonOf(new DOMException('', 'QuotaExceededError'))).toBe('full');
    expect(reasonOf(new DOMException('', 'SecurityError'))).toBe('denied');
    expect(reasonOf('offline')).toBe('other');
  });

  it('tells the date where it is not of today', () => {
    expect(timeOf('2025-10-01T09:05:00+08:00', '2025-10-01T10:00:00+08:00')).toBe('09:05');
    expect(timeOf('2025-09-30T09:05:00+08:00', '2025-10-01T10:00:00+08:00')).toBe('2025-09-30 09:05');
  });
});
