import type { Diagnostic, Json, JsonObject } from '@zhinan/model';
import { describe, expect, test } from 'vitest';
import { checkWorkflow } from './check-workflow.ts';
import { correct, delays, edited, subjectOf } from './correct-machine.ts';

const isError = ({ code }: { code: string }) => !['workflow/last-safe-day'].includes(code);

test('the correct machine is quiet', () => {
  expect(checkWorkflow(subjectOf(correct)).filter(isError)).toEqual([]);
});

const S = '/states';
type Row = [code: string, edit: string, value: Json | undefined, at: string, params?: Diagnostic['params']];
const rows: Row[] = [
  [
    'workflow/unknown-target',
    `${S}/review/on/RETURN/target`,
    'draftin',
    `${S}/review/on/RETURN/target`,
    { nearest: 'drafting' },
  ],
  [
    'workflow/unknown-target',
    `${S}/notice/states/investigating/on/UPHELD`,
    '#case.refusd',
    `${S}/notice/states/investigating/on/UPHELD`,
    { nearest: '#case.refused' },
  ],
  ['workflow/unknown-target', `${S}/meetings/onDone`, '.notice', `${S}/meetings/onDone`],
  ['workflow/unknown-initial', '/initial', 'draft', '/initial'],
  ['workflow/unknown-initial', `${S}/notice/initial`, undefined, `${S}/notice`],
  [
    'workflow/unreachable-state',
    `${S}/appeal`,
    { meta: { title: '申诉', role: 'office' }, on: { END: 'refused' } },
    `${S}/appeal`,
    { state: '申诉' },
  ],
  [
    'workflow/dead-state',
    `${S}/waiting/on`,
    {},
    `${S}/waiting`,
    { state: '等待批次', path: ['SUBMIT', 'PASS', 'FIRST_DONE', 'SECOND_DONE', 'after notice'] },
  ],
  ['workflow/dead-state', `${S}/notice/states/investigating/on`, {}, `${S}/notice/states/investigating`],
  [
    'workflow/deadlock',
    `${S}/waiting/on/BATCH_DONE/target`,
    'routing',
    `${S}/waiting`,
    { states: ['等待批次'] },
  ],
  [
    'workflow/completion-ignored',
    `${S}/notice/onDone`,
    undefined,
    `${S}/notice`,
    { state: '公示', child: '期满' },
  ],
  ['workflow/completion-ignored', `${S}/meetings/onDone`, undefined, `${S}/meetings`],
  [
    'workflow/part-never-completes',
    `${S}/meetings/states/second/states/sitting/on/SECOND_DONE`,
    'sitting',
    `${S}/meetings/states/second`,
    { part: '会议 SECOND_DONE' },
  ],
  [
    'workflow/no-default',
    `${S}/drafting/on/SUBMIT/1/guard`,
    { type: 'eligible' },
    `${S}/drafting/on/SUBMIT`,
    { trigger: 'SUBMIT' },
  ],
  ['workflow/no-default', `${S}/routing/always/1/guard`, { type: 'ineligible' }, `${S}/routing/always`],
  [
    'workflow/no-default',
    `${S}/notice/onDone`,
    { target: 'routing', guard: { type: 'eligible' } },
    `${S}/notice/onDone`,
  ],
  ['workflow/shadowed-transition', `${S}/drafting/on/SUBMIT/0/guard`, undefined, `${S}/drafting/on/SUBMIT/1`],
  [
    'workflow/nobody-can-act',
    `${S}/meetings/states/first/meta/role`,
    undefined,
    `${S}/meetings/states/first/states/sitting/on/FIRST_DONE`,
    { event: 'FIRST_DONE' },
  ],
  [
    'workflow/nobody-can-act',
    `${S}/drafting/meta/role`,
    undefined,
    `${S}/drafting/on/SUBMIT`,
    { state: '填写', event: '提交' },
  ],
  ['workflow/nobody-can-act', '/on/WITHDRAW/meta/by', undefined, '/on/WITHDRAW'],
  [
    'workflow/self-approval',
    `${S}/drafting/on/SUBMIT/0/target`,
    'accepted',
    `${S}/accepted`,
    { role: '申报人', path: ['SUBMIT'] },
  ],
  ['workflow/outcome-missing', `${S}/refused/meta/outcome`, undefined, `${S}/refused`],
  [
    'workflow/undeclared-delay',
    `${S}/notice/states/running/after`,
    { notise: 'passed' },
    `${S}/notice/states/running/after/notise`,
    { nearest: 'notice' },
  ],
  ['workflow/undeclared-delay', `${S}/waiting/after`, { 1000: 'refused' }, `${S}/waiting/after/1000`],
  ['workflow/unused-delay', `${S}/notice/states/running/after`, {}, '/delays/notice'],
  [
    'workflow/unknown-instant',
    `${S}/drafting/on/SUBMIT/0/guard/params/instant`,
    'closes',
    `${S}/drafting/on/SUBMIT/0/guard/params/instant`,
    { nearest: 'close' },
  ],
  [
    'workflow/unknown-rule',
    `${S}/review/on/REFUSE/guard`,
    { type: 'rule', params: { id: 'aged' } },
    `${S}/review/on/REFUSE/guard/params/id`,
    { nearest: 'age' },
  ],
  [
    'workflow/unknown-quota',
    `${S}/review/on/REFUSE/guard`,
    { type: 'withinQuota', params: { quota: 'place' } },
    `${S}/review/on/REFUSE/guard/params/quota`,
    { nearest: 'places' },
  ],
  [
    'workflow/unknown-amount',
    `${S}/waiting/on/BATCH_DONE/actions/params/amount`,
    'basics',
    `${S}/waiting/on/BATCH_DONE/actions/params/amount`,
  ],
  ['workflow/unknown-document', `${S}/review/meta/documents/0`, 'opinions', `${S}/review/meta/documents/0`],
  [
    'reference/unknown-role',
    `${S}/review/meta/role`,
    'ofice',
    `${S}/review/meta/role`,
    { nearest: 'office' },
  ],
  ['reference/unknown-role', `${S}/review/entry/0/params/to`, 'groups', `${S}/review/entry/0/params/to`],
  ['reference/unknown-role', '/on/WITHDRAW/meta/by', ['applicants'], '/on/WITHDRAW/meta/by/0'],
  [
    'reference/unknown-form',
    `${S}/drafting/on/SUBMIT/1/meta/form`,
    'aplication',
    `${S}/drafting/on/SUBMIT/1/meta/form`,
    { nearest: 'application' },
  ],
  [
    'reference/unknown-field',
    `${S}/review/on/PASS/0/guard/params/field`,
    'sides',
    `${S}/review/on/PASS/0/guard/params/field`,
    { nearest: 'side' },
  ],
  [
    'reference/unknown-field',
    `${S}/drafting/meta/fields/readonly/0`,
    'nam',
    `${S}/drafting/meta/fields/readonly/0`,
    { nearest: 'name' },
  ],
  [
    'workflow/impossible-answer',
    `${S}/review/on/PASS/0/guard/params/in/0`,
    '兵圑',
    `${S}/review/on/PASS/0/guard/params/in/0`,
    { nearest: '兵团' },
  ],
  [
    'workflow/unwritten-list',
    `${S}/review/on/COMMENT/actions/params/list`,
    'remarks',
    `${S}/review/on/REFUSE/guard/params/guards/1/params/list`,
  ],
  [
    'workflow/unwritten-key',
    `${S}/review/on/PASS/0/actions/0/params/key`,
    'pol',
    `${S}/routing/always/0/guard/params/key`,
    { nearest: 'pol' },
  ],
  [
    'workflow/unwritten-value',
    `${S}/routing/always/0/guard/params/in/0`,
    'souht',
    `${S}/routing/always/0/guard/params/in/0`,
    { nearest: 'south' },
  ],
  [
    'workflow/data-not-asked',
    `${S}/drafting/on/SUBMIT/0/meta/form`,
    undefined,
    `${S}/drafting/on/SUBMIT/0/actions/0/params/form`,
  ],
  ['workflow/no-receiver', `${S}/waiting/entry/params/to`, 'round', `${S}/waiting/entry/params/to`],
  [
    'workflow/unheard-message',
    `${S}/waiting/entry/params/event`,
    'JOINS',
    `${S}/waiting/entry/params/event`,
    { nearest: 'JOIN' },
  ],
  [
    'workflow/unsent-message',
    `${S}/review/on/STOP`,
    { target: 'refused', meta: { title: '中止', from: 'batch' } },
    `${S}/review/on/STOP`,
  ],
];

describe('one edit, one finding', () => {
  test.each(rows)('%s after %s = %j', (code, edit, value, at, params = {}) => {
    const found = checkWorkflow(subjectOf(edited(edit, value)));
    const match = found.find((each) => each.code === code && each.place.pointer === at);
    expect(found.map((each) => `${each.code} ${each.place.pointer}`)).toContain(`${code} ${at}`);
    expect(match?.params).toMatchObject(params);
  });
});

function unreachable(config: JsonObject): readonly unknown[] {
  return checkWorkflow(subjectOf(config))
    .filter(({ code }) => code === 'workflow/unreachable-state')
    .map(({ params }) => params['state']);
}

function withDate(dateOf: string): readonly string[] {
  const due = { title: '到期', clause: '二', dateOf };
  const subject = subjectOf(edited(`${S}/waiting/after`, { due: 'refused' }), { delays: { ...delays, due } });
  return checkWorkflow(subject)
    .filter(isError)
    .map(({ code, place }) => `${code} ${place.pointer}`);
}

describe('what needs more than one edit, or none', () => {
  test('an endless loop names the states that pass the case on', () => {
    const looping = edited(
      `${S}/routing/always`,
      'back',
      edited(`${S}/back`, { meta: { title: '折返' }, always: 'routing' }),
    );
    const found = checkWorkflow(subjectOf(looping)).find(({ code }) => code === 'workflow/endless-loop');
    expect(found?.params['states']).toEqual(['分流', '折返']);
  });

  test('a delay until a date asks for a known form and field, or a key that is kept', () => {
    expect(withDate('application.start')).toEqual([]);
    expect(withDate('application.strat')).toEqual(['reference/unknown-field /delays/due/dateOf']);
    expect(withDate('aplication.start')).toEqual(['reference/unknown-form /delays/due/dateOf']);
    expect(withDate('due')).toEqual(['workflow/unwritten-key /delays/due/dateOf']);
  });

  test.each<[string, string, Json]>([
    ['a permission under one guard', `${S}/waiting/on/BATCH_DONE/guard`, { type: 'eligible' }],
    [
      'before and not before cover all time',
      `${S}/drafting/on/SUBMIT/1/guard`,
      { type: 'notBefore', params: { instant: 'close' } },
    ],
    ['an instant written out', `${S}/drafting/on/SUBMIT/0/guard/params/instant`, '2025-10-08T20:00:00+08:00'],
    ['all fields at once', `${S}/drafting/meta/fields/readonly/0`, '*'],
    ['the event’s own data', `${S}/review/on/PASS/0/guard/params/form`, 'event'],
    ['a deep history state', `${S}/notice/states/back`, { type: 'history', history: 'deep' }],
    [
      'a wait under a guard beside other ways on',
      `${S}/review/after`,
      { close: { target: 'refused', guard: { type: 'eligible' } } },
    ],
  ])('no finding: %s', (_, edit, value) => {
    expect(checkWorkflow(subjectOf(edited(edit, value))).filter(isError)).toEqual([]);
  });

  test('of a chain of states that nothing leads to, the beginning is named', () => {
    const second = edited(`${S}/second`, {
      meta: { title: '再申诉', role: 'office' },
      on: { END: 'refused', BACK: 'third' },
    });
    const third = edited(
      `${S}/third`,
      { meta: { title: '三申诉', role: 'office' }, on: { AGAIN: 'second' } },
      second,
    );
    expect(
      unreachable(
        edited(`${S}/appeal`, { meta: { title: '申诉', role: 'office' }, on: { END: 'second' } }, third),
      ),
    ).toEqual(['申诉']);
    // In a circle none is the beginning.
    expect(unreachable(third)).toEqual(['再申诉', '三申诉']);
  });

  test('withdrawal is no way out: a state left only by an escape is dead', () => {
    const waiting = edited(`${S}/waiting/on`, {
      GIVE_UP: { target: 'withdrawn', meta: { title: '放弃', by: 'applicant', escape: true } },
    });
    expect(checkWorkflow(subjectOf(waiting)).map(({ code }) => code)).toContain('workflow/dead-state');
  });

  test('misshapen parts are passed over, never thrown at', () => {
    const shapes: Json[] = [null, 3, 'x', [], {}, [null], { a: null }];
    for (const pointer of [
      '/states',
      '/on',
      '/initial',
      `${S}/review/on`,
      `${S}/review/meta`,
      `${S}/routing/always`,
      `${S}/notice/states/running/after`,
      `${S}/review/entry`,
    ]) {
      for (const shape of shapes)
        expect(checkWorkflow(subjectOf(edited(pointer, shape)))).toBeInstanceOf(Array);
    }
  });
});
