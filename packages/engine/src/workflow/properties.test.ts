import type { JsonObject, MachineContract, ProcedureEvent } from '@zhinan/model';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createActor, createMachine, SimulatedClock } from 'xstate';
import { addDays } from '../calendar/date.ts';
import { compareInstants, formatInstant, millisOf } from '../calendar/instant.ts';
import { activeLeaves } from './machine-index.ts';
import { act, advance, openProcedure, type Procedure } from './procedure.ts';
import { step } from './step.ts';
import type { Snapshot } from './snapshot.ts';
import { environment, withCase } from './testing/fixture.ts';

const noonAfter = (day: number) => `${addDays('2025-09-20', day)}T12:00:00+08:00`;
const START = '2025-09-20T10:00:00+08:00';
const roles = ['applicant', 'employer', 'office', 'public'];
const types = [
  'SUBMIT',
  'RETURN',
  'POST',
  'FLAG',
  'OBJECT',
  'UPHELD',
  'DISMISSED',
  'SIGN_UNIT',
  'SIGN_OFFICE',
  'PAUSE',
  'RESUME',
  'BATCH_CLOSED',
  'PUBLISH',
  'FINISH',
  'WITHDRAW',
  'NOPE',
];

const data = fc.oneof(
  fc.constant<JsonObject>({ name: '测试人甲', level: 'senior', finish: '2026-12-31' }),
  fc.constant<JsonObject>({ name: '测试人乙', level: 'senior', finish: '没有日期' }),
  fc.constant<JsonObject>({ level: 'junior' }),
  fc.constant(undefined),
);
const event = fc
  .record({
    type: fc.constantFrom(...types),
    role: fc.constantFrom(...roles),
    key: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { nil: undefined }),
    reason: fc.option(fc.constant('理由'), { nil: undefined }),
    data,
    from: fc.option(fc.constant({ machine: 'batch', id: 'b', status: 'closed' } as const), {
      nil: undefined,
    }),
  })
  .map(({ type, role, key, reason, data, from }): ProcedureEvent => ({
    type,
    ...(from ? { from } : { actor: { role } }),
    ...(key === undefined ? {} : { key }),
    ...(reason === undefined ? {} : { reason }),
    ...(data ? { data } : {}),
  }));
/** Minutes to weeks, now and then a jump over year ends and the end of the calendar, or a step back. */
const wait = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 20 * 24 * 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: 60 * 24 * 60, max: 500 * 24 * 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: -5000, max: -1 }) },
);
const run = fc.array(fc.tuple(wait, event), { maxLength: 25 });

/** What the kernel is given it must not touch: a write to a frozen object throws. */
function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.values(Object.freeze(value)).forEach(deepFreeze);
  }
  return value;
}

function playAll(
  steps: readonly (readonly [number, ProcedureEvent])[],
  each?: (snapshot: Snapshot) => void,
): Snapshot {
  let { snapshot } = step(environment, 'case', undefined, undefined, START);
  let clock = millisOf(START);
  for (const [minutes, next] of steps) {
    clock += minutes * 60_000;
    const before = snapshot;
    const result = step(environment, 'case', snapshot, next, formatInstant(clock));
    snapshot = deepFreeze(result.snapshot);
    expect(result.repeated !== true || snapshot === before).toBe(true);
    expect(result.accepted).toBe(result.refusal === undefined);
    each?.(snapshot);
  }
  return snapshot;
}

describe('any order of events, with repeats and jumps of the clock', () => {
  it('never throws, keeps waits in order and in the future, and time moving on', () => {
    let past = 0;
    fc.assert(
      fc.property(run, (steps) => {
        let last = START;
        playAll(steps, (snapshot) => {
          const due = snapshot.timers.map(({ dueAt }) => millisOf(dueAt));
          expect(due).toEqual([...due].sort((a, b) => a - b));
          expect(compareInstants(snapshot.at, last)).toBeGreaterThanOrEqual(0);
          last = snapshot.at;
          expect(new Set(snapshot.seen).size).toBe(snapshot.seen.length);
          const waits = snapshot.timers.length + snapshot.undated.length;
          expect(snapshot.status === 'active' || waits === 0).toBe(true);
          const open = snapshot.visited.filter(({ leftAt }) => leftAt === undefined).map(({ path }) => path);
          for (const leaf of activeLeaves(snapshot.value)) expect(open).toContain(leaf);
          if (snapshot.value !== 'drafting') past += 1;
        });
      }),
      { numRuns: 300 },
    );
    // The runs get somewhere: else the property would hold of nothing.
    expect(past).toBeGreaterThan(100);
  });

  it('gives the same snapshot when replayed, also through JSON between steps', () => {
    fc.assert(
      fc.property(run, (steps) => {
        const first = playAll(steps);
        let { snapshot } = step(environment, 'case', undefined, undefined, START);
        let clock = millisOf(START);
        for (const [minutes, next] of steps) {
          clock += minutes * 60_000;
          const stored = JSON.parse(JSON.stringify(snapshot)) as Snapshot;
          snapshot = step(environment, 'case', stored, next, formatInstant(clock)).snapshot;
        }
        expect(snapshot).toEqual(first);
      }),
      { numRuns: 100 },
    );
  });

  it('does not depend on how often somebody looks at the clock', () => {
    const days = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 8 });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 400 }), (looks, end) => {
        const start = act(environment, openProcedure(environment, START), {
          machine: 'case',
          at: '2025-09-25T10:00:00+08:00',
          event: {
            type: 'SUBMIT',
            actor: { role: 'applicant' },
            data: { name: '测试人甲', level: 'senior' },
          },
        });
        const stops = looks.filter((day) => day <= end).sort((a, b) => a - b);
        const often = stops.reduce<Procedure>(
          (procedure, day) => advance(environment, procedure, noonAfter(day)),
          start,
        );
        expect(advance(environment, often, noonAfter(end))).toEqual(
          advance(environment, start, noonAfter(end)),
        );
      }),
      { numRuns: 60 },
    );
  });
});

const on = (target: string) => ({ target, meta: { by: 'office' } });

/** From 00:00 of a day, `n` days end at 24:00 of the n-th day after: one day more on XState's clock. */
function days(count: number): MachineContract['delays'][string] {
  return { title: 'days', clause: '一', days: count - 1 };
}

describe('agreement with a running XState actor', () => {
  const day = 86_400_000;
  const events = ['A', 'B', 'OUT', 'BACK', 'STAY'];
  const config = {
    id: 'm',
    initial: 'work',
    states: {
      work: {
        type: 'parallel',
        on: { OUT: on('away') },
        states: {
          left: {
            initial: 'one',
            states: {
              one: { after: { short: 'two' }, on: { A: on('two'), STAY: { ...on('one'), reenter: true } } },
              two: { after: { long: 'one' }, on: { B: on('end') } },
              end: { type: 'final' },
            },
          },
          right: {
            initial: 'one',
            states: {
              one: { on: { A: on('two') } },
              two: { after: { long: 'end' } },
              end: { type: 'final' },
            },
          },
          was: { type: 'history', history: 'deep' },
        },
        onDone: 'over',
      },
      away: { after: { short: 'work.was' }, on: { BACK: on('work.was') } },
      over: { type: 'final' },
    },
  };

  it('reaches the same states and fires the same waits', () => {
    const moves = fc.array(fc.oneof(fc.constantFrom(...events), fc.integer({ min: 1, max: 9 })), {
      minLength: 1,
      maxLength: 30,
    });
    const visited = new Set<string>();
    fc.assert(
      fc.property(moves, (all) => {
        const clock = new SimulatedClock();
        const machine = createMachine(
          config as never,
          { delays: { short: 3 * day, long: 5 * day } } as never,
        );
        const actor = createActor(machine, { clock }).start();
        const ours = withCase({ config, delays: { short: days(3), long: days(5) } });
        // All happens at midnight, where waits in days end: so both clocks count alike.
        let now = millisOf('2025-09-01T00:00:00+08:00');
        let { snapshot } = step(ours, 'case', undefined, undefined, formatInstant(now));
        for (const move of all) {
          if (typeof move === 'number') {
            // XState dates what a late timer begins at the jump's end, we at the due instant: so it goes day by day.
            for (let passed = 0; passed < move; passed += 1) clock.increment(day);
            now += move * day;
            snapshot = step(ours, 'case', snapshot, undefined, formatInstant(now)).snapshot;
          } else {
            if (actor.getSnapshot().status === 'active') actor.send({ type: move } as never);
            snapshot = step(
              ours,
              'case',
              snapshot,
              { type: move, actor: { role: 'office' } },
              formatInstant(now),
            ).snapshot;
          }
          const value = JSON.parse(JSON.stringify(actor.getSnapshot().value)) as Snapshot['value'];
          expect(snapshot.value).toEqual(value);
          visited.add(JSON.stringify(value));
        }
        actor.stop();
      }),
      { numRuns: 300 },
    );
    expect(visited.size).toBeGreaterThan(6);
  });
});
