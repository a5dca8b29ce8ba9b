import type { JsonObject, ProcedureEvent } from '@zhinan/model';
import { describe, expect, it } from 'vitest';
import { effectLabel } from './effect.ts';
import { activeLeaves } from './machine-index.ts';
import { createKernelMachine } from './machine.ts';
import { explainRefusal } from './refusal.ts';
import type { Snapshot } from './snapshot.ts';
import { dueTimers, fire, formOf, step } from './step.ts';
import { caseMachine, environment, withCase } from './testing/fixture.ts';

const START = '2025-09-20T10:00:00+08:00';
const application = { name: '测试人甲', level: 'senior', finish: '2025-12-31', amount: 50000 };
const as = (role: string, type: string, more: Partial<ProcedureEvent> = {}): ProcedureEvent => ({
  type,
  actor: { role },
  ...more,
});

/** Plays accepted events in turn, each on its day. */
function play(...events: readonly (readonly [at: string, event: ProcedureEvent])[]): Snapshot {
  let { snapshot } = step(environment, 'case', undefined, undefined, START);
  for (const [at, event] of events) {
    const result = step(environment, 'case', snapshot, event, at);
    expect(result.refusal).toBeUndefined();
    snapshot = result.snapshot;
  }
  return snapshot;
}

const submitted = ['2025-09-25T10:00:00+08:00', as('applicant', 'SUBMIT', { data: application })] as const;
const posted = ['2025-09-26T10:00:00+08:00', as('employer', 'POST')] as const;
const noticeOver = ['2025-10-10T00:00:00+08:00', as('employer', 'SIGN_UNIT')] as const;
const officeSigned = ['2025-10-10T09:00:00+08:00', as('office', 'SIGN_OFFICE')] as const;
const closed: ProcedureEvent = {
  type: 'BATCH_CLOSED',
  from: { machine: 'batch', id: 'b1', status: 'closed' },
};

const go = (target: string, by: string) => ({ target, meta: { by } });

describe('step', () => {
  it('enters the machine, arms its waits and gives plain JSON', () => {
    const { snapshot, accepted } = step(environment, 'case', undefined, undefined, START);
    expect(accepted).toBe(true);
    expect(snapshot.value).toBe('drafting');
    expect(snapshot.timers.map(({ delay, dueAt }) => [delay, dueAt])).toEqual([
      ['filing', '2025-10-08T20:00:00+08:00'],
    ]);
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
  });

  it('stores answers, asks for effects with keys, and cancels the waits of the state left', () => {
    const opened = play();
    const { snapshot, effects } = step(environment, 'case', opened, submitted[1], submitted[0]);
    expect(snapshot.context.forms).toEqual({ application });
    expect(effects).toEqual([
      { type: 'notify', to: 'employer', template: 'submitted', key: 'case/1/0', at: submitted[0] },
    ]);
    expect(snapshot.timers.map(({ delay, dueAt }) => [delay, dueAt])).toEqual([
      ['reminder', '2025-10-01T00:00:00+08:00'],
    ]);
    expect(snapshot.visited).toEqual([
      { path: 'drafting', enteredAt: START, leftAt: submitted[0] },
      { path: 'review', enteredAt: submitted[0] },
    ]);
    expect(opened.value).toBe('drafting');
  });

  it('counts a notice over the National Day break and its make-up Saturday', () => {
    const running = play(submitted, ['2025-09-30T10:00:00+08:00', as('employer', 'POST')]);
    // 9, 10 and 11 October are the three working days after 30 September.
    expect(running.timers.map(({ dueAt }) => dueAt)).toEqual(['2025-10-12T00:00:00+08:00']);
  });

  it('fires what is due before a late event, dated at its due instant', () => {
    const late = step(
      environment,
      'case',
      play(),
      as('applicant', 'SUBMIT', { data: application }),
      '2025-10-09T09:00:00+08:00',
    );
    expect(late.accepted).toBe(false);
    expect(late.refusal?.code).toBe('finished');
    expect(late.snapshot.value).toBe('expired');
    expect(late.snapshot.visited.at(-1)).toEqual({ path: 'expired', enteredAt: '2025-10-08T20:00:00+08:00' });
  });

  it('lets the deadline go first when an event comes at that very instant', () => {
    const sharp = step(
      environment,
      'case',
      play(),
      as('applicant', 'SUBMIT', { data: application }),
      '2025-10-08T12:00:00Z',
    );
    expect(sharp.snapshot.value).toBe('expired');
  });

  it('changes nothing for a key it has seen', () => {
    const event = as('employer', 'FLAG', { key: 'k1' });
    const first = step(environment, 'case', play(submitted), event, '2025-09-26T09:00:00+08:00');
    const again = step(environment, 'case', first.snapshot, event, '2025-09-27T09:00:00+08:00');
    expect(first.effects.map(effectLabel)).toEqual(['flag:申报件/待核']);
    expect(again).toEqual({ snapshot: first.snapshot, effects: [], accepted: true, repeated: true });
  });

  it('does not remember the key of a refused event, so that it may be tried again', () => {
    const event = as('employer', 'RETURN', { key: 'k1' });
    const refused = step(environment, 'case', play(submitted), event, '2025-09-26T09:00:00+08:00');
    expect(refused.accepted).toBe(false);
    const retry = step(
      environment,
      'case',
      refused.snapshot,
      { ...event, reason: '缺页' },
      '2025-09-26T09:05:00+08:00',
    );
    expect(retry.accepted).toBe(true);
    expect(retry.snapshot.context.lists['returns']).toEqual([
      { at: '2025-09-26T09:05:00+08:00', by: 'employer', reason: '缺页' },
    ]);
  });

  it('waits for an answered date to the end of that day', () => {
    const support = step(
      environment,
      'case',
      play(submitted, posted, noticeOver, officeSigned),
      closed,
      '2025-10-11T09:00:00+08:00',
    );
    expect(support.snapshot.timers.map(({ delay, dueAt }) => [delay, dueAt])).toEqual([
      ['plan', '2026-01-01T00:00:00+08:00'],
      ['support', '2026-10-12T00:00:00+08:00'],
    ]);
    expect(support.effects.map(effectLabel)).toEqual(['pay:grant', 'render:certificate']);
    expect(support.effects[0]).toMatchObject({ value: 50000 });
  });

  it('leaves an amount undecided that the facts do not decide', () => {
    const { amount: _, finish: __, ...open } = application;
    const paid = step(
      environment,
      'case',
      play([submitted[0], as('applicant', 'SUBMIT', { data: open })], posted, noticeOver, officeSigned),
      closed,
      '2025-10-11T09:00:00+08:00',
    );
    expect(paid.effects[0]).toMatchObject({ type: 'pay', value: null, max: null });
    expect(paid.snapshot.undated.map(({ delay, why }) => [delay, why])).toEqual([['plan', 'date-missing']]);
  });

  it('does not guess a wait beyond the calendar', () => {
    const inSupport = step(
      environment,
      'case',
      play(submitted, posted, noticeOver, officeSigned),
      closed,
      '2025-10-11T09:00:00+08:00',
    );
    const { snapshot } = step(
      environment,
      'case',
      inSupport.snapshot,
      as('employer', 'PUBLISH'),
      '2025-10-13T09:00:00+08:00',
    );
    expect(snapshot.timers).toEqual([]);
    expect(snapshot.undated).toMatchObject([
      { delay: 'faraway', why: 'beyond-calendar', since: '2025-10-13T09:00:00+08:00' },
    ]);
    const done = step(environment, 'case', snapshot, as('office', 'FINISH'), '2025-10-14T09:00:00+08:00');
    expect(done.snapshot).toMatchObject({ value: 'done', status: 'done', undated: [], timers: [] });
  });

  it('dates a wait once its date is answered, and once the calendar reaches it', () => {
    const answering = withCase({
      config: {
        initial: 'a',
        states: {
          a: {
            meta: { role: 'applicant' },
            after: { plan: 'b' },
            on: { ANSWER: { actions: { type: 'store', params: { form: 'application' } } } },
          },
          b: { type: 'final' },
        },
      },
    });
    const opened = step(answering, 'case', undefined, undefined, START).snapshot;
    expect(opened.undated).toMatchObject([{ delay: 'plan', why: 'date-missing' }]);
    const { snapshot } = step(
      answering,
      'case',
      opened,
      as('applicant', 'ANSWER', { data: application }),
      START,
    );
    expect(snapshot.undated).toEqual([]);
    expect(snapshot.timers.map(({ dueAt }) => dueAt)).toEqual(['2026-01-01T00:00:00+08:00']);
    // As stored by a version whose calendar ended in 2025.
    const { timers: _, ...rest } = snapshot;
    const wait = {
      id: 'xstate.after.plan.case.a',
      delay: 'plan',
      event: 'xstate.after.plan.case.a',
      since: START,
    };
    const old: Snapshot = { ...rest, timers: [], undated: [{ ...wait, why: 'beyond-calendar' }] };
    const later = step(answering, 'case', old, undefined, '2026-01-02T00:00:00+08:00').snapshot;
    expect(later.visited.at(-1)).toEqual({ path: 'b', enteredAt: '2026-01-01T00:00:00+08:00' });
  });

  it('keeps history over a pause and goes on where it stood', () => {
    const paused = play(submitted, posted, noticeOver, ['2025-10-10T08:00:00+08:00', as('office', 'PAUSE')]);
    const stored = JSON.parse(JSON.stringify(paused)) as Snapshot;
    const { snapshot } = step(
      environment,
      'case',
      stored,
      as('office', 'RESUME'),
      '2025-10-10T09:00:00+08:00',
    );
    expect(activeLeaves(snapshot.value)).toEqual(['signing.unit.signed', 'signing.office.pending']);
  });

  it('passes over a transition that is another role’s, and takes the next', () => {
    const shared = withCase({
      config: {
        initial: 'a',
        states: {
          a: { on: { GO: [go('b', 'office'), go('c', 'employer')] } },
          b: { type: 'final' },
          c: { type: 'final' },
        },
      },
    });
    const { snapshot } = step(shared, 'case', undefined, undefined, START);
    expect(step(shared, 'case', snapshot, as('office', 'GO'), START).snapshot.value).toBe('b');
    expect(step(shared, 'case', snapshot, as('employer', 'GO'), START).snapshot.value).toBe('c');
    expect(step(shared, 'case', snapshot, as('public', 'GO'), START).refusal?.code).toBe('not-permitted');
  });

  it('names the form an event asks for in the present state', () => {
    expect(formOf(environment, play(), 'SUBMIT')).toBe('application');
    expect(formOf(environment, play(submitted), 'SUBMIT')).toBeUndefined();
  });
});

const refusal = (snapshot: Snapshot, event: ProcedureEvent, at = '2025-09-26T09:00:00+08:00') => {
  const result = step(environment, 'case', snapshot, event, at);
  expect(result).toMatchObject({ accepted: false, effects: [] });
  expect(result.snapshot).toEqual(snapshot);
  return result.refusal;
};

const submit = (data: JsonObject) => refusal(play(), as('applicant', 'SUBMIT', { data }));

describe('refusals', () => {
  it('tell false from unknown, with clause, condition and what is missing', () => {
    const failed = submit({ name: '测试人乙', level: 'junior' });
    expect(failed).toMatchObject({
      code: 'guard-false',
      clauses: ['一'],
      notes: [{ truth: false, clauses: ['一'] }],
    });
    const open = submit({ name: '测试人乙' });
    expect(open).toMatchObject({
      code: 'guard-unknown',
      notes: [{ truth: null, missing: [{ pointer: '/level' }] }],
    });
    expect(open && explainRefusal(open)).toBe('“提交”的条件尚不能判定：等级须为高级。');
  });

  it.each([
    ['not-permitted', as('employer', 'SUBMIT', { data: application })],
    ['not-permitted', { type: 'SUBMIT', data: application }],
    ['form-missing', as('applicant', 'SUBMIT')],
    ['form-invalid', as('applicant', 'SUBMIT', { data: { level: 'senior' } })],
    ['reason-missing', as('applicant', 'WITHDRAW', { reason: '  ' })],
    ['not-accepted-here', as('employer', 'POST')],
    ['not-accepted-here', as('applicant', 'NO_SUCH_EVENT')],
    ['not-accepted-here', as('applicant', 'xstate.after.filing.case.drafting')],
    ['not-accepted-here', as('applicant', '*')],
    ['not-accepted-here', as('applicant', 'constructor')],
  ] as const)('%s', (code, event) => {
    expect(refusal(play(), event)?.code).toBe(code);
  });

  it('keep messages and persons apart', () => {
    const waiting = play(submitted, posted, noticeOver, officeSigned);
    expect(refusal(waiting, as('office', 'BATCH_CLOSED'), '2025-10-11T09:00:00+08:00')?.code).toBe(
      'wrong-sender',
    );
    const round = { type: 'BATCH_CLOSED', from: { machine: 'round', id: 'r', status: 'x' } } as const;
    expect(refusal(waiting, round, '2025-10-11T09:00:00+08:00')?.code).toBe('not-permitted');
  });

  it('of time and contract', () => {
    expect(refusal(play(submitted), as('employer', 'POST'), '2025-09-24T09:00:00+08:00')?.code).toBe(
      'time-runs-back',
    );
    expect(refusal(play(), as('applicant', 'SUBMIT'), '2025-09-24 09:00')?.code).toBe('instant-invalid');
    const other: Snapshot = { ...play(), contractHash: 'b'.repeat(64) };
    expect(refusal(other, as('applicant', 'SUBMIT', { data: application }))?.code).toBe('contract-mismatch');
  });

  it('give validation issues in the person’s words', () => {
    const invalid = submit({ level: 'senior' });
    expect(invalid && explainRefusal(invalid)).toBe('《申报书》有 1 处须改正：请填写名称。');
  });
});

describe('fire', () => {
  it('re-arms a repeating wait and never fires one twice', () => {
    const review = play(submitted);
    const [timer] = dueTimers(review, '2025-10-01T00:00:00+08:00');
    if (!timer) throw new Error('no timer');
    const first = fire(environment, 'case', review, timer);
    expect(first.effects.map(effectLabel)).toEqual(['notify:employer/reminder']);
    expect(first.snapshot.timers.map(({ dueAt }) => dueAt)).toEqual(['2025-10-07T00:00:00+08:00']);
    expect(fire(environment, 'case', first.snapshot, timer).refusal?.code).toBe('timer-not-running');
  });

  it('records a wait that ends while its guard is unknown', () => {
    const guarded = withCase({
      config: {
        initial: 'a',
        states: {
          a: { after: { reminder: { target: 'b', guard: { type: 'is', params: { key: 'x', in: [1] } } } } },
          b: { type: 'final' },
        },
      },
    });
    const opened = step(guarded, 'case', undefined, undefined, START);
    const { snapshot } = step(guarded, 'case', opened.snapshot, undefined, '2025-10-01T00:00:00+08:00');
    expect(snapshot.value).toBe('a');
    expect(snapshot.lapsed).toMatchObject([{ delay: 'reminder', refusal: { code: 'guard-unknown' } }]);
  });
});

const state = (a: JsonObject) => withCase({ config: { initial: 'a', states: { a, b: { type: 'final' } } } });

describe('an unsound machine is not built', () => {
  it.each<[string, JsonObject]>([
    ['unknown guard "eligble"', { always: { target: 'b', guard: { type: 'eligble' } } }],
    ['unknown guard "toString"', { always: { target: 'b', guard: { type: 'toString' } } }],
    [
      'unknown guard "nope"',
      { always: { target: 'b', guard: { type: 'not', params: { guard: { type: 'nope' } } } } },
    ],
    ['guard "before": param "instant" missing', { always: { target: 'b', guard: { type: 'before' } } }],
    [
      'guard "eligible": param "x" unknown',
      { always: { target: 'b', guard: { type: 'eligible', params: { x: 1 } } } },
    ],
    [
      'unknown instant "nope"',
      { always: { target: 'b', guard: { type: 'before', params: { instant: 'nope' } } } },
    ],
    ['unknown action "notfy"', { entry: 'notfy' }],
    ['unknown role "boss"', { entry: { type: 'notify', params: { to: 'boss', template: 't' } } }],
    ['unknown document "nope"', { entry: { type: 'render', params: { document: 'nope' } } }],
    ['unknown amount "nope"', { entry: { type: 'pay', params: { amount: 'nope' } } }],
    ['unknown form "nope"', { on: { GO: { target: 'b', meta: { form: 'nope' } } } }],
    ['unknown role "boss"', { meta: { role: 'boss' } }],
    ['unknown delay "nope"', { after: { nope: 'b' } }],
    ['unknown delay "1000"', { after: { 1000: 'b' } }],
    ['a: key "invoke"', { invoke: { src: 'somewhere' } }],
    ['a: key "cond"', { always: { target: 'b', cond: 'x' } }],
    ['event name "*"', { on: { '*': 'b' } }],
    ['no state "nope"', { on: { GO: 'nope' } }],
  ])('%s', (fault, a) => {
    const broken = state(a);
    expect(() => createKernelMachine(broken.program.machines['case'] ?? caseMachine, broken)).toThrow(fault);
  });

  it('nor a delay without a usable interpretation', () => {
    const delays = { d: { title: 'd', clause: '一', workdays: 3, postingDayCounts: 'nope' } };
    const broken = withCase({ delays, config: { initial: 'a', states: { a: {} } } });
    expect(() => step(broken, 'case', undefined, undefined, START)).toThrow('interpretation "nope"');
  });

  it('nor does one run for ever', () => {
    const choosing = withCase({
      config: { initial: 'a', states: { a: { always: 'b' }, b: { always: 'a' } } },
    });
    expect(() => step(choosing, 'case', undefined, undefined, START)).toThrow('Infinite loop');
    const waiting = withCase({
      config: { initial: 'a', states: { a: { after: { filing: { target: 'a', reenter: true } } } } },
    });
    const { snapshot } = step(waiting, 'case', undefined, undefined, START);
    expect(() => step(waiting, 'case', snapshot, undefined, '2025-10-09T00:00:00+08:00')).toThrow(
      'begins again when it ends',
    );
  });

  it('nor one machine’s snapshot given to another', () => {
    expect(() => step(environment, 'batch', play(), undefined, '2025-09-26T09:00:00+08:00')).toThrow(
      '"case"',
    );
  });
});
