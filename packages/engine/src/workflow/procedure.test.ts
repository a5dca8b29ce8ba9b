import type { JsonObject, ProcedureEvent } from '@zhinan/model';
import { describe, expect, it } from 'vitest';
import { available } from './available.ts';
import { caseView } from './case-view.ts';
import { act, advance, nextTimer, openProcedure, receive, type Procedure } from './procedure.ts';
import { step } from './step.ts';
import { caseMachine, environment, withCase } from './testing/fixture.ts';

const START = '2025-09-20T10:00:00+08:00';
const application: JsonObject = { name: '测试人甲', level: 'senior', finish: '2025-12-31', amount: 50000 };

const open = () => openProcedure(environment, START);

function doing(
  procedure: Procedure,
  at: string,
  role: string,
  type: string,
  more: Partial<ProcedureEvent> & { machine?: 'case' | 'batch' } = {},
): Procedure {
  const { machine = 'case', ...event } = more;
  return act(environment, procedure, { machine, event: { type, actor: { role }, ...event }, at });
}

/** Up to the joint signatures done; the batch is still preparing. */
function signed(): Procedure {
  let procedure = doing(open(), '2025-09-25T10:00:00+08:00', 'applicant', 'SUBMIT', { data: application });
  procedure = doing(procedure, '2025-09-26T10:00:00+08:00', 'employer', 'POST');
  procedure = doing(procedure, '2025-10-09T10:00:00+08:00', 'employer', 'SIGN_UNIT');
  return doing(procedure, '2025-10-09T11:00:00+08:00', 'office', 'SIGN_OFFICE');
}

const readyFrom = (id: string): ProcedureEvent => ({
  type: 'READY',
  key: 'case/4/0',
  from: { machine: 'case', id, status: 'x' },
});

describe('procedure', () => {
  it('keeps a message until its receiver is ready, and answers it', () => {
    const early = signed();
    expect(early.pending.map(({ event }) => event)).toEqual(['READY']);
    const collecting = doing(early, '2025-10-10T09:00:00+08:00', 'office', 'OPEN', { machine: 'batch' });
    expect(collecting.pending).toEqual([]);
    expect(collecting.instances.batch?.context.members).toEqual({
      case: { status: 'ready', facts: { application } },
    });
    const closed = doing(collecting, '2025-10-11T09:00:00+08:00', 'office', 'CLOSE', { machine: 'batch' });
    expect(closed.instances.batch?.value).toBe('closed');
    expect(closed.instances.case?.value).toBe('support');
  });

  it('takes a repeated message once', () => {
    const [message] = signed().pending;
    if (!message) throw new Error('no message');
    const twice = { ...signed(), pending: [message, message] };
    const collecting = doing(twice, '2025-10-10T09:00:00+08:00', 'office', 'OPEN', { machine: 'batch' });
    expect(collecting.instances.batch?.sequence).toBe(2);
    expect(collecting.pending).toEqual([]);
  });

  it('drops a message whose receiver is closed, and says so', () => {
    const closed = doing(open(), '2025-09-25T10:00:00+08:00', 'applicant', 'WITHDRAW', {
      reason: '另有安排',
    });
    const from = { machine: 'batch', id: 'batch', status: 'closed' } as const;
    const after = receive(environment, closed, [{ key: 'k', to: 'case', event: 'BATCH_CLOSED', from }]);
    expect(after.pending).toEqual([]);
    expect(after.log.at(-1)).toMatchObject({
      event: 'BATCH_CLOSED',
      accepted: false,
      refusal: { code: 'finished' },
    });
  });

  it('tells messages of two senders with the same key apart', () => {
    const batch = step(
      environment,
      'batch',
      undefined,
      { type: 'OPEN', actor: { role: 'office' } },
      START,
    ).snapshot;
    const both = ['c1', 'c2', 'c1'].reduce(
      (snapshot, id) => step(environment, 'batch', snapshot, readyFrom(id), START).snapshot,
      batch,
    );
    expect(both.context.members).toEqual({ c1: { status: 'ready' }, c2: { status: 'ready' } });
    expect(both.sequence).toBe(3);
    const over = step(environment, 'batch', both, { type: 'CLOSE', actor: { role: 'office' } }, START);
    expect(over.refusal).toMatchObject({
      code: 'guard-false',
      notes: [{ guard: 'withinQuota', text: '名额：现有 2，至多 1' }],
    });
  });

  it('fires waits in order while the clock moves, each at its own instant', () => {
    const review = doing(open(), '2025-09-25T10:00:00+08:00', 'applicant', 'SUBMIT', { data: application });
    expect(nextTimer(review)).toMatchObject({ instance: 'case', timer: { delay: 'reminder' } });
    const later = advance(environment, review, '2025-10-20T00:00:00+08:00');
    expect(later.log.filter(({ event }) => event === 'after:reminder').map(({ at }) => at)).toEqual([
      '2025-10-01T00:00:00+08:00',
      '2025-10-07T00:00:00+08:00',
      '2025-10-13T00:00:00+08:00',
      '2025-10-19T00:00:00+08:00',
    ]);
    expect(later.at).toBe('2025-10-20T00:00:00+08:00');
  });

  it('is a value: the earlier one stands unchanged, for undo', () => {
    const before = open();
    const copy = structuredClone(before);
    doing(before, '2025-09-25T10:00:00+08:00', 'applicant', 'SUBMIT', { data: application });
    expect(before).toEqual(copy);
  });

  it('logs refused attempts and fires at once a wait that was over before it began', () => {
    const refused = doing(open(), '2025-09-25T10:00:00+08:00', 'employer', 'SUBMIT');
    expect(refused.log.at(-1)).toMatchObject({
      accepted: false,
      refusal: { code: 'not-permitted' },
      states: ['drafting'],
    });
    const review = doing(open(), '2025-09-25T10:00:00+08:00', 'applicant', 'SUBMIT', { data: application });
    const returned = doing(review, '2025-10-09T10:00:00+08:00', 'employer', 'RETURN', { reason: '缺页' });
    expect(returned.instances.case?.value).toBe('expired');
    expect(returned.instances.case?.visited.at(-1)?.enteredAt).toBe('2025-10-09T10:00:00+08:00');
  });

  it('does not go back in time', () => {
    expect(() => doing(open(), '2025-09-01T00:00:00+08:00', 'applicant', 'SUBMIT')).toThrow(RangeError);
  });
});

const events = (procedure: Procedure) => available(environment, procedure, 'case').map(({ event }) => event);

describe('available', () => {
  it('lists what a role may do now, with form, reason and what is still open', () => {
    expect(available(environment, open(), 'case', 'applicant')).toEqual([
      {
        event: 'SUBMIT',
        title: '提交',
        clauses: ['一'],
        by: ['applicant'],
        state: 'drafting',
        form: 'application',
        escape: false,
        allowed: null,
        why: [expect.objectContaining({ guard: 'eligible', truth: null })],
      },
      {
        event: 'WITHDRAW',
        title: '撤回',
        clauses: [],
        by: ['applicant'],
        state: '',
        reason: 'required',
        escape: true,
        allowed: true,
        why: [],
      },
    ]);
    expect(available(environment, open(), 'case', 'office')).toEqual([]);
  });

  it('does not judge a form to be filled again by its old answers', () => {
    const review = doing(open(), '2025-09-25T10:00:00+08:00', 'applicant', 'SUBMIT', { data: application });
    const again = doing(review, '2025-09-26T10:00:00+08:00', 'employer', 'RETURN', { reason: '缺页' });
    expect(available(environment, again, 'case', 'applicant')[0]).toMatchObject({
      event: 'SUBMIT',
      allowed: null,
    });
  });

  it('offers no messages, and nothing in a closed machine', () => {
    expect(events(signed())).toEqual(['WITHDRAW']);
    expect(events(advance(environment, open(), '2025-10-09T00:00:00+08:00'))).toEqual([]);
  });

  it('shows an outer event again when the inner one of that name is ruled out', () => {
    const never = { type: 'is', params: { key: 'x', in: [1] } };
    const go = { target: '#case.b', meta: { title: '走', by: 'office' } };
    const nested = withCase({
      config: {
        id: 'case',
        initial: 'a',
        states: {
          a: {
            initial: 'inner',
            entry: { type: 'set', params: { key: 'x', value: 2 } },
            on: { GO: go },
            states: { inner: { on: { GO: { ...go, guard: never } } } },
          },
          b: { type: 'final' },
        },
      },
    });
    const offers = available(nested, openProcedure(nested, START), 'case', 'office');
    expect(offers.map(({ state, allowed }) => [state, allowed])).toEqual([
      ['a.inner', false],
      ['a', true],
    ]);
  });

  it('says which condition stands against it', () => {
    const collecting = doing(open(), '2025-10-10T09:00:00+08:00', 'office', 'OPEN', { machine: 'batch' });
    const [close] = available(environment, collecting, 'batch', 'office');
    expect(close).toMatchObject({
      event: 'CLOSE',
      allowed: null,
      why: [{ guard: 'everyMember', text: '尚无成员' }],
    });
  });
});

const view = (procedure: Procedure) => {
  const snapshot = procedure.instances.case;
  if (!snapshot) throw new Error('no case');
  return caseView(environment, caseMachine, snapshot, procedure.at);
};

const line = (procedure: Procedure) => view(procedure).steps.map(({ status, title }) => `${status} ${title}`);

const to = (target: string, more: JsonObject = {}) => ({ target, meta: { by: 'office', ...more } });

const via = (value: string) => ({ type: 'is', params: { key: 'via', in: [value] } });

describe('case view', () => {
  it('shows what was, is and comes, without detours and inner ends', () => {
    const review = doing(open(), '2025-09-25T10:00:00+08:00', 'applicant', 'SUBMIT', { data: application });
    expect(line(review)).toEqual([
      'done 填写',
      'current 审核',
      'upcoming 公示中',
      'upcoming 会签：单位签',
      'upcoming 会签：办公室签',
      'upcoming 等待批次',
      'upcoming 支持期',
      'upcoming 结项',
    ]);
    expect(view(review).steps[1]).toMatchObject({
      actors: ['用人单位'],
      clauses: ['二'],
      enteredAt: '2025-09-25T10:00:00+08:00',
    });
  });

  it('shows each region of a joint signature', () => {
    const half = doing(
      doing(
        doing(open(), '2025-09-25T10:00:00+08:00', 'applicant', 'SUBMIT', { data: application }),
        '2025-09-26T10:00:00+08:00',
        'employer',
        'POST',
      ),
      '2025-10-09T10:00:00+08:00',
      'employer',
      'SIGN_UNIT',
    );
    expect(line(half).slice(2)).toEqual([
      'done 公示中',
      'done 会签：单位签',
      'current 会签：办公室签',
      'upcoming 等待批次',
      'upcoming 支持期',
      'upcoming 结项',
    ]);
  });

  it('counts the working days left, and owns up to a wait without date', () => {
    const running = doing(
      doing(open(), '2025-09-25T10:00:00+08:00', 'applicant', 'SUBMIT', { data: application }),
      '2025-09-30T10:00:00+08:00',
      'employer',
      'POST',
    );
    expect(view(running).due).toEqual([
      { title: '公示3个工作日', clause: '二', at: '2025-10-12T00:00:00+08:00', workdaysLeft: 3 },
    ]);
    let long = doing(signed(), '2025-10-10T09:00:00+08:00', 'office', 'OPEN', { machine: 'batch' });
    long = doing(long, '2025-10-11T09:00:00+08:00', 'office', 'CLOSE', { machine: 'batch' });
    long = doing(long, '2025-10-13T09:00:00+08:00', 'employer', 'PUBLISH');
    expect(view(long).due).toEqual([]);
    expect(view(long).undated).toEqual([
      { title: '远期公示', clause: '四', since: '2025-10-13T09:00:00+08:00' },
    ]);
  });

  it('promises no way out, no way back and no branch that is still open', () => {
    const branching = withCase({
      config: {
        initial: 'a',
        states: {
          a: { on: { SKIP: to('done', { escape: true }), GO: to('b') } },
          b: { on: { BACK: to('a'), GO: to('choice') } },
          choice: { always: [{ target: 'left', guard: via('left') }, { target: 'right' }] },
          left: { on: { GO: to('back') } },
          right: { on: { GO: to('back') } },
          back: { on: { AGAIN: to('b'), GO: to('last') } },
          last: { on: { GO: to('done') } },
          done: { type: 'final', meta: { outcome: 'completed' } },
        },
      },
    });
    const machine = branching.program.machines['case'] ?? caseMachine;
    const paths = (...roles: readonly string[]) => {
      const procedure = roles.reduce(
        (current, type, at) =>
          act(branching, current, {
            machine: 'case',
            at: `2025-09-2${at + 1}T10:00:00+08:00`,
            event: { type, actor: { role: 'office' } },
          }),
        openProcedure(branching, START),
      );
      const snapshot = procedure.instances.case;
      return snapshot && caseView(branching, machine, snapshot, procedure.at).steps.map(({ path }) => path);
    };
    expect(paths()).toEqual(['a', 'b', 'back', 'last', 'done']);
    expect(paths('GO', 'BACK')).toEqual(['a', 'b', 'a', 'b', 'back', 'last', 'done']);
  });

  it('tells of a wait that ended without effect', () => {
    const guarded = withCase({
      config: {
        initial: 'a',
        states: {
          a: { after: { reminder: { target: 'b', guard: { type: 'is', params: { key: 'x', in: [1] } } } } },
          b: { type: 'final' },
        },
      },
    });
    const late = advance(guarded, openProcedure(guarded, START), '2025-10-01T00:00:00+08:00');
    const machine = guarded.program.machines['case'] ?? caseMachine;
    const shown = late.instances.case && caseView(guarded, machine, late.instances.case, late.at);
    expect(shown?.log).toEqual([
      { at: '2025-09-26T00:00:00+08:00', title: '“催办”的条件尚不能判定：“x”尚未确定。', clauses: ['二'] },
    ]);
  });

  it('names outcome, actors and reasons at the end', () => {
    const withdrawn = doing(open(), '2025-09-25T10:00:00+08:00', 'applicant', 'WITHDRAW', {
      reason: '另有安排',
    });
    expect(view(withdrawn)).toMatchObject({
      status: 'done',
      outcome: 'withdrawn',
      log: [{ title: '撤回', actor: '申报人', reason: '另有安排' }],
    });
    expect(line(withdrawn)).toEqual(['done 填写', 'done 已撤回']);
  });
});
