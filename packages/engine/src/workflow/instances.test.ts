import type { InstanceId, JsonObject, ProcedureEvent } from '@zhinan/model';
import { describe, expect, it } from 'vitest';
import { available } from './available.ts';
import { caseView } from './case-view.ts';
import { evaluateGuard } from './catalogue/guards.ts';
import { dueOf } from './catalogue/delays.ts';
import { addressOf } from './instances.ts';
import { act, advance, openCase, openProcedure, parentOf, receive, type Procedure } from './procedure.ts';
import { explainRefusal } from './refusal.ts';
import { emptyContext } from './snapshot.ts';
import { environment } from './testing/many.ts';

const START = '2025-09-20T10:00:00+08:00';
const application: JsonObject = { name: '测试人甲', level: 'senior', finish: '2025-12-31', amount: 50000 };

function does(
  procedure: Procedure,
  role: string,
  type: string,
  instance: InstanceId = 'case',
  more: Partial<ProcedureEvent> = {},
): Procedure {
  return act(environment, procedure, {
    instance,
    event: { type, actor: { role }, ...more },
    at: procedure.at,
  });
}

const open = () => openProcedure(environment, START);
const submitted = (procedure: Procedure = open(), data: JsonObject = application, id = 'case') =>
  does(procedure, 'applicant', 'SUBMIT', id, { data });
const values = (procedure: Procedure) =>
  Object.fromEntries(Object.entries(procedure.instances).map(([id, snapshot]) => [id, snapshot?.value]));

describe('ids', () => {
  it.each([
    ['case', 'case', 'case', undefined],
    ['case:2', 'case:2', 'case', undefined],
    ['batch:hotan', 'batch:hotan', 'batch', undefined],
    ['case/housing', 'case/housing', 'housing', 'case'],
    ['case:2/replacement:3', 'case:2/replacement:3', 'replacement', 'case:2'],
    // The only one of its kind may be called by the kind; a bare child belongs to `case`.
    ['case:2/amendment', 'case:2/replacement', 'replacement', 'case:2'],
    ['amendment', 'case/replacement', 'replacement', 'case'],
  ])('%s is %s', (written, id, machine, of) => {
    const address = addressOf(environment, written);
    expect([address?.id, address?.machine.id, address?.of]).toEqual([id, machine, of]);
  });

  it.each([
    'case/entitlement',
    'case/nothing',
    'round',
    'batch/housing',
    'case:',
    'case:1:2',
    'case/case',
    '',
  ])('%s means nothing here', (id) => {
    expect(addressOf(environment, id)).toBeUndefined();
  });
});

describe('cases and batches', () => {
  const several = () => openProcedure(environment, START, { 'case:2': {}, 'case:3': { batch: 'batch:b' } });

  it('stand side by side, each case in its batch', () => {
    const procedure = several();
    expect(values(procedure)).toEqual({ batch: 'open', case: 'work', 'case:2': 'work', 'case:3': 'work' });
    const ids = ['case', 'case:2', 'case:3', 'case:3/housing', 'batch:b', 'round'];
    expect(ids.map((id) => parentOf(procedure, id))).toEqual([
      'batch',
      'batch',
      'batch:b',
      'case:3',
      'round',
      undefined,
    ]);
  });

  it('a batch tells its members and nobody else', () => {
    const joined = ['case', 'case:3'].reduce(
      (procedure, id) => does(procedure, 'office', 'JOIN', id),
      several(),
    );
    expect(Object.keys(joined.instances)).toContain('batch:b');
    const closed = does(joined, 'office', 'CLOSE', 'batch');
    expect(values(closed)).toMatchObject({ case: 'over', 'case:2': 'work', 'case:3': 'work' });
    // A batch that keeps a list of members and has none tells nobody; that is not lost silently.
    const empty = does(several(), 'office', 'CLOSE', 'batch');
    expect(empty.log.at(-1)).toMatchObject({
      event: 'CLOSED',
      accepted: false,
      refusal: { code: 'no-receiver' },
    });
  });

  it('an answer goes to the sender only', () => {
    const answered = does(several(), 'office', 'CHECK', 'case:2');
    const answers = Object.values(answered.instances).map(
      (snapshot) => snapshot?.context.lists['answers']?.length,
    );
    expect(answers).toEqual([undefined, undefined, 1, undefined]);
  });

  it('a case may be opened later, in a batch of its own', () => {
    const later = openCase(environment, open(), 'case:9', 'batch:z');
    const joined = does(later, 'office', 'JOIN', 'case:9');
    expect(joined.instances['batch:z']?.context.members).toEqual({ 'case:9': { status: 'work', facts: {} } });
  });
});

describe('entitlements', () => {
  it('are opened by their case with its answers and kept values', () => {
    const granted = does(does(submitted(), 'office', 'KEEP'), 'office', 'GRANT');
    expect(granted.instances['case/housing']).toMatchObject({
      value: 'due',
      context: { forms: { application }, values: { category: 'A' } },
    });
    const paid = does(granted, 'office', 'PAID', 'case/housing');
    expect(paid.log.at(-1)?.effects).toMatchObject([{ type: 'pay', value: 50000 }]);
    // Six months from the date answered, whenever the wait began.
    expect(paid.instances['case/housing']?.timers).toMatchObject([{ dueAt: '2026-07-01T00:00:00+08:00' }]);
    expect(values(advance(environment, paid, '2026-07-01T00:00:00+08:00'))['case/housing']).toBe('done');
  });

  it('are not opened by a message that their first state does not wait for, nor twice, nor by persons', () => {
    const stopped = does(open(), 'office', 'STOP');
    expect(Object.keys(stopped.instances)).toEqual(['batch', 'case']);
    expect(stopped.log.at(-1)).toMatchObject({ event: 'STOP', refusal: { code: 'no-receiver' } });
    const twice = does(does(open(), 'office', 'GRANT'), 'office', 'GRANT');
    expect(Object.keys(twice.instances)).toEqual(['batch', 'case', 'case/housing']);
    const person = does(open(), 'office', 'PAID', 'case/housing');
    expect(person.log.at(-1)).toMatchObject({ accepted: false, refusal: { code: 'not-opened' } });
    expect(person.instances['case/housing']).toBeUndefined();
  });

  it('a finished one is not opened again, another one is when asked for', () => {
    const over = does(does(does(open(), 'office', 'GRANT'), 'office', 'STOP'), 'office', 'GRANT');
    expect(values(over)).toMatchObject({ 'case/housing': 'stopped' });
    const again = does(does(over, 'office', 'AGAIN'), 'office', 'AGAIN');
    expect(values(again)).toMatchObject({
      'case/housing': 'stopped',
      'case/housing:2': 'due',
      'case/housing:3': 'due',
    });
  });

  it('a message to the kind reaches all of a case, of every machine, and no other case’s', () => {
    let procedure = openCase(environment, open(), 'case:2');
    for (const id of ['case', 'case:2']) {
      procedure = does(does(procedure, 'office', 'GRANT', id), 'office', 'LIVING', id);
    }
    const stopped = does(procedure, 'office', 'STOP', 'case:2');
    expect(values(stopped)).toMatchObject({
      'case/housing': 'due',
      'case/living': 'due',
      'case:2/housing': 'stopped',
      'case:2/living': 'stopped',
    });
  });

  it('later messages bring what the case has changed, not what the entitlement wrote itself', () => {
    const granted = does(does(submitted(), 'office', 'KEEP'), 'office', 'GRANT');
    const told = does(
      does(submitted(granted, { ...application, amount: 1 }), 'office', 'CHANGE'),
      'office',
      'TELL',
    );
    expect(told.instances['case/housing']?.context).toMatchObject({
      forms: { application: { amount: 1 } },
      values: { category: 'B' },
    });
    const own = does(
      does(does(granted, 'office', 'OWN', 'case/housing'), 'office', 'CHANGE'),
      'office',
      'TELL',
    );
    expect(own.instances['case/housing']?.context.values).toEqual({ category: 'own' });
  });

  it('a wait from a date not answered is undated, and begins when a message brings the answer', () => {
    const { finish: _, ...without } = application;
    const waiting = does(
      does(submitted(open(), without), 'office', 'GRANT'),
      'office',
      'PAID',
      'case/housing',
    );
    expect(waiting.instances['case/housing']?.undated).toMatchObject([{ why: 'date-missing' }]);
    const told = does(submitted(waiting), 'office', 'TELL');
    expect(told.instances['case/housing']).toMatchObject({
      undated: [],
      timers: [{ dueAt: '2026-07-01T00:00:00+08:00' }],
    });
  });
});

describe('amendments', () => {
  const request = { data: { ...application, name: '测试人丙' } };
  const kept = () => does(submitted(), 'office', 'KEEP');

  it('are asked for by a person, judged by what the case knows, and answer the case with their form', () => {
    const asked = does(kept(), 'applicant', 'REQUEST', 'case/replacement', request);
    expect(values(asked)).toMatchObject({ 'case/replacement': 'review' });
    const approved = does(asked, 'office', 'APPROVE', 'case/replacement');
    expect(approved.instances.case?.context.lists['replaced']).toMatchObject([
      { name: '测试人丙', by: 'amendment' },
    ]);
    const second = does(approved, 'applicant', 'REQUEST', 'case/replacement:2', request);
    expect(values(second)).toMatchObject({ 'case/replacement': 'approved', 'case/replacement:2': 'review' });
  });

  it('a refused request leaves nothing behind but the entry', () => {
    const refused = does(submitted(), 'applicant', 'REQUEST', 'case/replacement', request);
    expect(refused.instances['case/replacement']).toBeUndefined();
    expect(refused.log.at(-1)).toMatchObject({
      instance: 'case/replacement',
      accepted: false,
      refusal: { code: 'guard-unknown' },
    });
  });

  it('are offered before they exist', () => {
    expect(available(environment, kept(), 'case/replacement', 'applicant')).toMatchObject([
      { event: 'REQUEST', form: 'application', allowed: true },
    ]);
    expect(available(environment, submitted(), 'case/replacement')).toMatchObject([{ allowed: null }]);
    expect(available(environment, kept(), 'case/housing')).toEqual([]);
  });
});

describe('messages', () => {
  it('delivered again, in whatever order, change nothing', () => {
    const before = does(submitted(), 'office', 'KEEP');
    const after = does(does(before, 'office', 'GRANT'), 'office', 'TELL');
    const sent = after.log
      .flatMap(({ effects }) => effects)
      .flatMap((effect) => (effect.type === 'send' ? [effect] : []))
      .map(({ key, event, facts, given }) => ({
        key,
        event,
        to: 'case/housing',
        from: { machine: 'case', id: 'case', status: 'work', facts, ...(given ? { given } : {}) } as const,
      }));
    expect(sent.map(({ event }) => event)).toEqual(['START', 'NEWS']);
    const again = receive(environment, after, [...sent.toReversed(), ...sent]);
    expect(again.instances).toEqual(after.instances);
    expect(again.pending).toEqual([]);
    // A host that delivers the later one first: it waits until it can be taken.
    const early = receive(environment, before, sent.slice(1));
    expect(early.pending).toHaveLength(1);
    const both = receive(environment, early, sent.slice(0, 1));
    expect(both.pending).toEqual([]);
    expect(both.instances['case/housing']?.value).toBe('due');
    expect(both.instances['case/housing']?.context.lists['news']).toHaveLength(1);
  });
});

describe('roles from a table', () => {
  it('let nobody act while the answer is missing, and name it', () => {
    const refused = does(open(), 'employer', 'DESK');
    const refusal = refused.log.at(-1)?.refusal;
    expect(refusal).toMatchObject({ code: 'role-unknown', notes: [{ missing: [{ pointer: '/level' }] }] });
    expect(refusal && explainRefusal(refusal)).toBe(
      '“办理”由谁办理尚不能确定：“分工”尚不能确定由谁办理，还缺：等级。',
    );
    expect(available(environment, open(), 'case').find(({ event }) => event === 'DESK')).toMatchObject({
      by: [],
      allowed: null,
    });
  });

  it('give the role that the stored answers decide, beside those written', () => {
    const decided = submitted();
    expect(does(decided, 'employer', 'DESK').log.at(-1)?.accepted).toBe(true);
    expect(does(decided, 'public', 'DESK').log.at(-1)?.refusal?.code).toBe('not-permitted');
    expect(does(decided, 'office', 'ROUTE').log.at(-1)?.accepted).toBe(true);
    expect(does(open(), 'office', 'ROUTE').log.at(-1)?.accepted).toBe(true);
    expect(available(environment, decided, 'case').find(({ event }) => event === 'ROUTE')?.by).toEqual([
      'employer',
      'office',
    ]);
  });
});

describe('guards', () => {
  const scope = (forms: Readonly<Record<string, JsonObject>>) => ({
    environment,
    at: START,
    context: { ...emptyContext, forms },
  });

  it('over a table: an undecided one is unknown', () => {
    const guard = { type: 'table', params: { table: 'desk', in: ['employer'] } } as const;
    const truths = [{}, { application }, { application: { level: 'junior' } }].map(
      (forms) => evaluateGuard(guard, scope(forms)).truth,
    );
    expect(truths).toEqual([null, true, false]);
    const nowhere = { type: 'table', params: { table: 'nowhere', in: ['x'] } } as const;
    expect(evaluateGuard(nowhere, scope({ application })).truth).toBeNull();
  });

  it('over a set of rules.json', () => {
    const guard = { type: 'answer', params: { form: 'application', field: 'place', set: '南部' } } as const;
    const truths = [{}, { place: 'a' }, { place: 'b' }].map(
      (answers) => evaluateGuard(guard, scope({ application: answers })).truth,
    );
    expect(truths).toEqual([null, true, false]);
  });
});

describe('waits counted from a date', () => {
  const due = (delay: object, forms: Readonly<Record<string, JsonObject>>, kept: JsonObject = {}) =>
    dueOf(
      { title: '期限', clause: '一', ...delay } as never,
      START,
      { ...emptyContext, forms, values: kept },
      environment,
    );

  it.each([
    [{ months: 3, from: 'application.day' }, { at: '2025-05-29T00:00:00+08:00' }],
    [{ years: 1, from: 'application.day' }, { at: '2026-03-01T00:00:00+08:00' }],
    [{ days: 1, from: 'application.day' }, { at: '2025-03-02T00:00:00+08:00' }],
    [{ workdays: 1, from: 'hired' }, { at: '2025-10-10T00:00:00+08:00' }],
    [{ months: 3, from: 'application.none' }, { why: 'date-missing' }],
    [{ months: 3, from: 'application.name' }, { why: 'date-unusable' }],
  ])('%j', (delay, expected) => {
    const forms = { application: { day: '2025-02-28', name: '测试人甲' } };
    expect(due(delay, forms, { hired: '2025-09-30' })).toEqual(expected);
  });
});

it('a case view names the desk, or what decides it', () => {
  const actors = (procedure: Procedure) => {
    const machine = environment.program.machines['case'];
    const snapshot = procedure.instances.case;
    return machine && snapshot && caseView(environment, machine, snapshot, START).steps[0]?.actors;
  };
  expect(actors(open())).toEqual(['“分工”尚不能确定由谁办理，还缺：等级']);
  expect(actors(submitted())).toEqual(['用人单位']);
});
