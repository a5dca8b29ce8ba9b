import type { AnswerView, JsonObject, ReviewView } from '@zhinan/model';
import { describe, expect, it } from 'vitest';
import { advance } from '../workflow/procedure.ts';
import { caseViewFor } from './case-view-for.ts';
import { inboxView } from './inbox-view.ts';
import { reviewView } from './review-view.ts';
import { desk, endless, given, played, START } from './testing/desk.ts';

const employer = { role: 'employer' };
const corrected: JsonObject = {
  ...given,
  level: 'b',
  why: '单列',
  budget: 100000,
  helpers: [
    { name: '徒弟乙', level: '钳工', years: 5 },
    { name: '徒弟丙', level: '电工', years: 1 },
  ],
  proof: [],
};
const marks = [
  { pointer: '/helpers/1/years', note: '与证明不符' },
  { pointer: '/level' },
  7,
  { note: '没有位置' },
];
const returned = () =>
  played(desk, ['applicant', 'SUBMIT', given], ['employer', 'RETURN', { $reason: '年限有误', marks }]);
const resubmitted = () =>
  played(
    desk,
    ['applicant', 'SUBMIT', given],
    ['employer', 'RETURN', { $reason: '年限有误', marks }],
    ['applicant', 'SUBMIT', corrected],
  );

function items({ forms }: ReviewView, form = 'application'): Readonly<Record<string, AnswerView>> {
  const sections = forms.find(({ id }) => id === form)?.sections ?? [];
  return Object.fromEntries(sections.flatMap((each) => each.items).map((item) => [item.pointer, item]));
}
function review(procedure = resubmitted(), actor: { role: string; person?: string } = employer): ReviewView {
  const view = reviewView(desk, procedure, 'case', actor);
  if (view === undefined) throw new Error('no case');
  return view;
}

describe('reviewView', () => {
  it('tells field by field what changed since the case was given back, rows matched by likeness', () => {
    const view = review();
    const found = items(view);
    expect(found['/name']).toEqual({ pointer: '/name', title: '姓名', text: '测试甲', clauses: [] });
    expect(found['/level']).toMatchObject({ text: '乙级', was: '甲级', clauses: ['二'] });
    expect(found['/why']).toMatchObject({ text: '单列', was: '' });
    expect(found['/proof']).toMatchObject({ text: '', was: '证书.pdf' });
    const rows = found['/helpers']?.rows?.map(({ title, change, items: columns }) => [
      title,
      change,
      columns.filter(({ was }) => was !== undefined).map(({ was, text }) => `${was} → ${text}`),
    ]);
    expect(rows).toEqual([
      ['徒弟 1', 'removed', []],
      ['徒弟 1', 'changed', ['4 年 → 5 年']],
      ['徒弟 2', 'added', []],
    ]);
    expect(view.forms[0]).toMatchObject({ changes: 6, by: '申报人' });
    expect(view.returned).toMatchObject({ reason: '年限有误', actor: '用人单位', clauses: ['二'] });
    expect(view.returned?.answeredAt).toBe('2025-09-22T12:00:00+08:00');
  });

  it('compares with nothing while the case was never given back, and with the last time when it was twice', () => {
    expect(review(played(desk, ['applicant', 'SUBMIT', given])).forms[0]?.changes).toBe(0);
    const twice = played(
      desk,
      ['applicant', 'SUBMIT', given],
      ['employer', 'RETURN', '一'],
      ['applicant', 'SUBMIT', corrected],
      ['employer', 'RETURN', '二'],
      ['applicant', 'SUBMIT', { ...corrected, name: '测试乙' }],
    );
    expect(review(twice).forms[0]?.changes).toBe(1);
    expect(items(review(twice))['/name']?.was).toBe('测试甲');
  });

  it('keeps what the step hides out of answers, comparison and step form alike', () => {
    const text = JSON.stringify(review());
    expect(text).not.toContain('100,000');
    expect(text).not.toContain('200,000');
    expect(text).not.toContain('100000');
    expect(items(review())['/budget']).toBeUndefined();
  });

  it('offers what may be done, what gives back, and nothing of one’s own application', () => {
    const acts = review().acts.map(({ event, allowed, returns }) => [event, allowed, returns]);
    expect(acts).toEqual([
      ['RETURN', true, true],
      ['APPROVE', true, undefined],
      ['REJECT', true, undefined],
    ]);
    const mine = played(desk, ['applicant', 'SUBMIT', given, 22, '甲']);
    const own = review(mine, { role: 'employer', person: '甲' });
    expect(own.own).toBe(true);
    expect(own.acts.every(({ allowed, why }) => allowed === false && /本人/.test(why.join()))).toBe(true);
    expect(own.stepForms[0]?.readonly).toBe(true);
    expect(review(mine, { role: 'employer', person: '乙' }).own).toBeUndefined();
    expect(review(mine).own).toBeUndefined();
  });

  it('tells why an act is not possible', () => {
    const late = advance(desk, resubmitted(), '2025-10-20T19:00:00+08:00');
    const view = reviewView(desk, late, 'case', employer, '2025-10-20T20:00:00+08:00');
    expect(view?.acts.find(({ event }) => event === 'RETURN')).toMatchObject({ allowed: false });
    expect(view?.acts.find(({ event }) => event === 'RETURN')?.why).toHaveLength(1);
  });

  it('shows a declaration as declared, with what people decided of the same clause, and never among the scores', () => {
    const judged = played(
      desk,
      ['applicant', 'SUBMIT', given],
      ['employer', 'APPROVE', { conduct: '属实', opinion: '同意推荐' }],
    );
    const view = review(judged);
    expect(view.declarations).toEqual([
      {
        form: 'application',
        pointer: '/honest',
        title: '品行承诺',
        text: '遵纪守法，没有弄虚作假。',
        clauses: ['三'],
        declared: true,
        by: '申报人',
        at: '2025-09-22T10:00:00+08:00',
        decisions: [{ by: '用人单位', title: '品行结论', text: '属实' }],
      },
    ]);
    expect(Object.keys(items(view))).not.toContain('/honest');
    expect(view.opinions.at(-1)).toMatchObject({ title: '推荐', actor: '用人单位', clauses: ['三'] });
    expect(view.opinions.at(-1)?.items.map(({ text }) => text)).toEqual(['属实', '同意推荐']);
  });

  it('keeps score sheets shut until the panel is done, then adds them up', () => {
    const before = [
      ['applicant', 'SUBMIT', given],
      ['employer', 'APPROVE', { conduct: '属实', opinion: '同意推荐' }],
      ['office', 'SCORE', { skill: 50, plan: 30, remark: '扎实' }, 29],
      ['office', 'SCORE', { skill: 40 }, 29],
    ] as const;
    const shut = review(played(desk, ...before), { role: 'office' });
    expect(shut.scoring).toMatchObject([{ title: '评审', count: 2, sealed: true, sheets: [] }]);
    expect(JSON.stringify(shut)).not.toContain('扎实');
    expect(shut.stepForms[0]?.criteria?.map(({ title, min, max }) => [title, min, max])).toEqual([
      ['技术', 0, 60],
      ['计划', 0, 40],
    ]);
    const open = review(played(desk, ...before, ['employer', 'CONCLUDE', {}, 29]));
    expect(open.scoring).toMatchObject([{ sealed: false, count: 2, result: 45 }]);
    expect(open.scoring[0]?.sheets.map(({ sum }) => sum)).toEqual([80, null]);
    expect(open.scoring[0]?.sheets[0]?.remarks.map(({ text }) => text)).toEqual(['扎实']);
  });

  it('is undefined for a machine that is not there', () => {
    expect(reviewView(desk, resubmitted(), 'case:9', employer)).toBeUndefined();
  });
});

describe('inboxView', () => {
  it('names whom it is about, the step, until when, and what may be done', () => {
    const view = inboxView(desk, resubmitted(), employer);
    expect(view).toMatchObject({
      role: { id: 'employer', title: '用人单位' },
      at: '2025-09-22T12:00:00+08:00',
    });
    expect(view.entries).toMatchObject([
      { instance: 'case', title: '测试甲', kind: '测试申报件', steps: ['单位审核'], program: { id: 'test' } },
    ]);
    expect(view.entries[0]?.acts.map(({ event }) => event)).toEqual(['RETURN', 'APPROVE', 'REJECT']);
  });

  it('counts from the moment asked for: a wait that is over and was not fired is overdue', () => {
    const procedure = played(desk);
    const at = '2025-10-21T09:00:00+08:00';
    const [entry] = inboxView(desk, procedure, { role: 'applicant' }, at).entries;
    expect(entry?.due).toMatchObject({ title: '申报截止', workdaysLeft: 0 });
    expect((entry?.due?.at ?? '') < at).toBe(true);
  });
});

describe('caseViewFor', () => {
  it('tells the applicant what to do now, and what to correct', () => {
    const view = caseViewFor(desk, returned(), 'case', { role: 'applicant' });
    expect(view?.acts).toMatchObject([
      { event: 'SUBMIT', allowed: true, form: { id: 'application', tag: 'zn-test-application' } },
    ]);
    expect(view?.returned).toMatchObject({ reason: '年限有误' });
    expect(view?.returned?.answeredAt).toBeUndefined();
    expect(view?.returned?.marks).toEqual([
      { form: 'application', pointer: '/helpers/1/years', title: '徒弟 2 · 年限', note: '与证明不符' },
      { form: 'application', pointer: '/level', title: '等级' },
    ]);
    expect(view?.receipts).toEqual([
      {
        at: '2025-09-22T10:00:00+08:00',
        title: '提交',
        form: '申报书',
        actor: '申报人',
        number: 'case#1',
      },
    ]);
  });

  it('tells publications with their period: running, over, and beyond the calendar', () => {
    const approved = [
      ['applicant', 'SUBMIT', given],
      ['employer', 'APPROVE', { conduct: '属实', opinion: '同意' }],
    ] as const;
    const running = caseViewFor(desk, played(desk, ...approved), 'case', { role: 'applicant' });
    // The deadline of the step stands beside the period and is none.
    expect(running?.notices).toEqual([
      {
        title: '公示',
        clauses: ['二'],
        from: '2025-09-22T11:00:00+08:00',
        until: '2025-09-26T00:00:00+08:00',
        workdaysLeft: 3,
        status: 'running',
      },
    ]);
    const over = advance(desk, played(desk, ...approved), '2025-09-28T09:00:00+08:00');
    expect(caseViewFor(desk, over, 'case', { role: 'applicant' })?.notices).toMatchObject([
      { status: 'over', until: '2025-09-26T00:00:00+08:00' },
    ]);
    const unknown = caseViewFor(endless, played(endless, ...approved), 'case', { role: 'applicant' });
    expect(unknown?.notices).toMatchObject([{ status: 'running', workdaysLeft: null }]);
    expect(unknown?.notices?.[0]?.until).toBeUndefined();
  });

  it('has nothing to say of a case that nobody opened', () => {
    expect(caseViewFor(desk, played(desk), 'case:2', employer, START)).toBeUndefined();
  });
});
