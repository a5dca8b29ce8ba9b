import type { FormValidator, ValidationIssue } from '@zhinan/model';
import { describe, expect, it } from 'vitest';
import { FormModel } from './form-model.ts';

/** Complains of each of two names that has no answer. */
function missing(data: unknown): readonly ValidationIssue[] {
  return ['name', 'side']
    .filter((key) => !Object.hasOwn(data as object, key))
    .map((key) => ({
      pointer: `/${key}`,
      path: [key],
      keyword: 'required',
      params: {},
      title: key,
      message: `「${key}」还没有填写`,
    }));
}

const validator = Object.assign((data: unknown) => missing(data).length === 0, {
  issues: missing,
  '~standard': { version: 1, vendor: 'zhinan', validate: (value: unknown) => ({ value }) },
}) as unknown as FormValidator<unknown>;

const form = (): FormModel => new FormModel({ validator, asked: {} });

describe('a form without a screen', () => {
  it('shows an issue only after its field was left, and all after a try', () => {
    const model = form();
    expect(model.issues).toHaveLength(2);
    expect([...model.shown.keys()]).toEqual([]);
    model.leave('/name');
    expect([...model.shown.keys()]).toEqual(['/name']);
    model.try();
    expect([...model.shown.keys()]).toEqual(['/name', '/side']);
    model.put(model.answers, 'name', '甲');
    expect([...model.shown.keys()]).toEqual(['/side']);
  });

  it('puts what cannot be read as an answer before what the validator says of the same field', () => {
    const model = form();
    model.local.set('/name', { pointer: '/name', title: 'name', message: '日期不完整' });
    model.changed();
    expect(model.issues.map(({ message }) => message)).toEqual(['日期不完整', '「side」还没有填写']);
  });

  it('keeps a nested object out of the data until one of its fields is answered, and again when emptied', () => {
    const model = form();
    const part = model.partOf(model.answers, 'account');
    expect(model.partOf(model.answers, 'account')).toBe(part);
    expect(model.answers).toEqual({});
    model.put(model.partOf(part, 'bank'), 'name', '测试银行');
    expect(model.answers).toEqual({ account: { bank: { name: '测试银行' } } });
    model.put(model.partOf(part, 'bank'), 'name', undefined);
    expect(model.answers).toEqual({});
  });

  it('forgets what was left in rows that have moved', () => {
    const model = form();
    model.leave('/rows/0/name');
    model.leave('/name');
    model.forgetBelow('/rows');
    model.local.set('/rows/0/date', { pointer: '/rows/0/date', title: '', message: '' });
    model.forgetBelow('/rows');
    expect(model.local.size).toBe(0);
    expect([...model.shown.keys()]).toEqual(['/name']);
  });
});
