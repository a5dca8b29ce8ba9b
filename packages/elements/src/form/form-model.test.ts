import type { ValidationIssue } from '@zhinan/model';
import { describe, expect, it } from 'vitest';
import type { Conditions } from './answers.ts';
import { FormModel } from './form-model.ts';
import { telling } from './issues.ts';

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

const verdict = (data: unknown): boolean => missing(data).length === 0;

function form(asked: Conditions = {}, titleOf?: (pointer: string) => string): FormModel {
  const model = new FormModel({ verdict, asked }, titleOf);
  model.tell = telling(missing);
  return model;
}

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

  it('knows that something is wrong before anybody can say what, and then shows nothing', () => {
    const model = new FormModel({ verdict, asked: {} });
    model.try();
    expect(model.issues).toMatchObject([{ pointer: '', keyword: 'unexplained' }]);
    expect([...model.shown.keys()]).toEqual([]);
    model.put(model.answers, 'name', '甲');
    model.put(model.answers, 'side', '甲');
    expect(model.issues).toEqual([]);
    model.put(model.answers, 'side', undefined);
    model.tell = telling(missing);
    expect([...model.shown.keys()]).toEqual(['/side']);
  });

  it('tells field by field what a group lacks that nobody began', () => {
    const of = (pointer: string): ValidationIssue =>
      ({ ...missing({ side: '' })[0], pointer }) as ValidationIssue;
    const inside = (data: unknown): readonly ValidationIssue[] => {
      const { bank } = data as { readonly bank?: { readonly name?: string } };
      if (bank === undefined) return [of('/bank')];
      return bank.name === undefined ? [of('/bank/name')] : [];
    };
    const model = new FormModel({
      verdict: (data) => inside(data).length === 0,
      asked: {},
      groups: ['bank'],
    });
    model.tell = telling(inside);
    expect(model.issues.map(({ pointer }) => pointer)).toEqual(['/bank/name']);
    expect(model.counted).toEqual({});
    // Where nothing in the group is required, the group itself is all there is to tell.
    model.tell = telling((data) => (Object.hasOwn(data, 'bank') ? [] : [of('/bank')]));
    model.changed();
    expect(model.issues.map(({ pointer }) => pointer)).toEqual(['/bank']);
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

describe('the permissions of a step', () => {
  const words = (model: FormModel) => model.issues.map(({ message }) => message);

  it('names what is wrong in a locked field with who must mend it, only at a try', () => {
    const model = form();
    model.permissions = { readonly: ['name'] };
    model.leave('/name');
    model.leave('/side');
    expect([...model.shown.keys()]).toEqual(['/side']);
    model.try();
    expect([...model.shown.values()].map(({ message, locked }) => [message, locked])).toEqual([
      ['「name」还没有填写（由前一环节填写）', true],
      ['「side」还没有填写', undefined],
    ]);
  });

  it('does not miss a hidden answer that was never sent', () => {
    const model = form();
    model.permissions = { hidden: ['name'] };
    expect(words(model)).toEqual(['「side」还没有填写']);
    model.put(model.answers, 'side', '甲');
    expect(model.issues).toEqual([]);
  });

  it('asks for what the step requires, in every row, once', () => {
    const model = form({ extra: () => false }, (pointer) => `字段 ${pointer}`);
    model.replace({ side: '甲', team: [{ level: '高' }, {}] });
    model.permissions = { required: ['name', 'team.level', 'extra'] };
    expect(words(model)).toEqual(['「name」还没有填写', '「字段 /team/1/level」还没有填写']);
  });

  it('knows of a list whether a column is locked', () => {
    const model = form();
    model.permissions = { editable: ['team'], readonly: ['team.level'] };
    expect(model.access('/team')).toBe('editable');
    expect(model.access('/team/3/level')).toBe('readonly');
    expect([model.locksPartOf('/team'), model.locksPartOf('/tea')]).toEqual([true, false]);
  });
});
