import type { GuardRef, ProcedureEvent, Truth } from '@zhinan/model';
import { describe, expect, it } from 'vitest';
import { emptyContext } from '../snapshot.ts';
import { environment } from '../testing/fixture.ts';
import { evaluateGuard, guardCatalogue } from './guards.ts';
import { parameterFaults } from './parameter.ts';
import type { Scope } from './scope.ts';

const event: ProcedureEvent = {
  type: 'X',
  actor: { role: 'office' },
  data: { decision: '同意', name: '甲' },
};
const scope: Scope = {
  environment,
  at: '2025-10-08T20:00:00+08:00',
  event,
  context: {
    forms: {
      application: {
        level: 'senior',
        fields: ['焊工', '钳工'],
        site: { region: '南疆' },
        amount: 3,
        none: null,
        channel: 'south',
        person: { staff: true },
      },
    },
    values: { selected: true, route: { via: '兵团' } },
    lists: { votes: [{}, {}] },
    members: { a: { status: 'ready', facts: {} }, b: { status: 'late' } },
  },
};
const truth = (guard: GuardRef, more: Partial<Scope> = {}): Truth =>
  evaluateGuard(guard, { ...scope, ...more }).truth;
const answer = (field: string, ...options: readonly (string | number)[]): GuardRef => ({
  type: 'answer',
  params: { form: 'application', field, in: options },
});
const yes = answer('level', 'senior');
const no = answer('level', 'junior');
const open = answer('nowhere', 'x');

const all = (...guards: readonly GuardRef[]) => truth({ type: 'all', params: { guards } });
const any = (...guards: readonly GuardRef[]) => truth({ type: 'any', params: { guards } });
const not = (guard: GuardRef) => truth({ type: 'not', params: { guard } });
const notes = (type: 'all' | 'any', ...guards: readonly GuardRef[]) =>
  evaluateGuard({ type, params: { guards } } as GuardRef, scope).notes.map(({ text, truth: value }) => [
    value,
    text,
  ]);

const text = (guard: GuardRef) => evaluateGuard(guard, scope).notes.map((note) => note.text);

describe('guards', () => {
  it.each<[Truth, GuardRef]>([
    [true, yes],
    [false, no],
    [null, open],
    [null, answer('none', 'x')],
    [null, { type: 'answer', params: { form: 'contract', field: 'x', in: ['y'] } }],
    [true, answer('fields', '钳工')],
    [false, answer('fields', '车工')],
    [true, answer('site.region', '南疆')],
    [null, answer('constructor', 'x')],
    [true, answer('amount', 3)],
    [false, answer('amount', '3')],
    [true, { type: 'answer', params: { form: 'event', field: 'decision', in: ['同意'] } }],
    [true, { type: 'is', params: { key: 'selected', in: [true] } }],
    [true, { type: 'is', params: { key: 'route', in: [{ via: '兵团' }] } }],
    [null, { type: 'is', params: { key: 'unset', in: [true] } }],
    [true, { type: 'count', params: { list: 'votes', min: 2, max: 2 } }],
    [false, { type: 'count', params: { list: 'votes', min: 3 } }],
    [false, { type: 'count', params: { list: 'votes', max: 1 } }],
    [true, { type: 'count', params: { list: 'none', max: 0 } }],
    // At the instant itself it is no longer before.
    [false, { type: 'before', params: { instant: 'filing' } }],
    [true, { type: 'notBefore', params: { instant: 'filing' } }],
    [true, { type: 'eligible' }],
    [false, { type: 'ineligible' }],
    [true, { type: 'rule', params: { id: 'level' } }],
    [null, { type: 'rule', params: { id: 'nope' } }],
    [false, { type: 'everyMember', params: { in: ['ready'] } }],
    [true, { type: 'everyMember', params: { in: ['ready', 'late'] } }],
    [false, { type: 'withinQuota', params: { quota: 'places' } }],
    [null, { type: 'withinQuota', params: { quota: 'nope' } }],
    [false, { type: 'hasReason' }],
  ])('is %s: %j', (expected, guard) => {
    expect(truth(guard)).toBe(expected);
  });

  it('one second earlier it is still before', () => {
    const earlier = { at: '2025-10-08T19:59:59+08:00' };
    expect(truth({ type: 'before', params: { instant: 'filing' } }, earlier)).toBe(true);
    expect(truth({ type: 'notBefore', params: { instant: 'filing' } }, earlier)).toBe(false);
  });

  it('combine by Kleene’s tables', () => {
    expect([all(yes, yes), all(yes, open), all(open, no), all(yes, no)]).toEqual([true, null, false, false]);
    expect([any(no, no), any(no, open), any(open, yes), any(no, yes)]).toEqual([false, null, true, true]);
    expect([not(yes), not(no), not(open)]).toEqual([false, true, null]);
  });

  it('say only what decides: open parts of an open whole, false parts of a false one', () => {
    expect(notes('all', yes, no, open)).toEqual([[false, '“栏目level”为senior']]);
    expect(notes('any', no, open)).toEqual([[null, '还缺“nowhere”']]);
  });

  it('speak in titles, also of a condition that must not hold', () => {
    expect(text(answer('channel', 'general'))).toEqual(['“评审通道”为南疆单列']);
    expect(text({ type: 'not', params: { guard: answer('channel', 'south') } })).toEqual([
      '“评审通道”为南疆单列',
    ]);
    expect(text(answer('person.staff', 'x'))).toEqual(['“在编”为是']);
  });

  it('see the answers an event brings in place of the stored ones', () => {
    const brought = { event: { ...event, data: { level: 'junior' } }, form: 'application' };
    expect(truth({ type: 'eligible' }, brought)).toBe(false);
    expect(truth(yes, brought)).toBe(false);
  });

  it('prove nothing of nobody', () => {
    const nobody = { context: emptyContext };
    expect(truth({ type: 'everyMember', params: { in: ['ready'] } }, nobody)).toBeNull();
  });
});

describe('catalogue', () => {
  it('tells missing, unknown and wrong params', () => {
    expect(parameterFaults(guardCatalogue.answer, { form: 'a', in: [], feild: 'x' })).toEqual([
      { param: 'feild', fault: 'unknown' },
      { param: 'field', fault: 'missing' },
      { param: 'in', fault: 'wrong' },
    ]);
    expect(parameterFaults(guardCatalogue.count, { list: 'a', min: 1.5 })).toEqual([
      { param: 'min', fault: 'wrong' },
    ]);
    expect(parameterFaults(guardCatalogue.count, { list: 'a' })).toEqual([]);
  });
});
