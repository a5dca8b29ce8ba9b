import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '@zhinan/model';
import {
  act,
  advance,
  available,
  indexMachine,
  openCase,
  openProcedure,
  receive,
  replay,
  requests,
  type Environment,
  type Message,
  type Procedure,
} from '@zhinan/engine';
import { editionsIn } from '@zhinan/compiler';
import { readDefinitions } from '@zhinan/compiler/node';
import { playable, type Playable } from '@zhinan/compiler/testing';

// Whatever people do, in whatever order, with whatever the network repeats and wherever the clock jumps.

const files = await readDefinitions(new URL('../definitions', import.meta.url).pathname);
const editions = await Promise.all(editionsIn(files).map((edition) => playable(files, edition)));
const programs = editions.flatMap((edition) =>
  [...edition.environments].map(([program, environment]) => ({
    name: `${edition.edition}/${program}`,
    environment,
    answers: answersOf(edition, program),
    start: startOf(edition, program),
  })),
);

/** Answers by form as the scenarios give them. */
function answersOf({ scenarios }: Playable, program: string): Readonly<Record<string, JsonObject>> {
  const own = scenarios.filter((scenario) => scenario.program === program);
  const given = own.flatMap(({ facts, steps = [] }) => [
    ...Object.entries(facts),
    ...steps.flatMap((step) => ('data' in step && step.data ? [['', step.data] as const] : [])),
  ]);
  return Object.fromEntries(
    given.filter(([form, data]) => form !== '' && data !== undefined).toReversed(),
  ) as Readonly<Record<string, JsonObject>>;
}

function startOf({ scenarios }: Playable, program: string): string {
  const first = scenarios.find((scenario) => scenario.program === program && scenario.steps?.length)
    ?.steps?.[0];
  return first === undefined
    ? '2025-09-01T09:00:00+08:00'
    : 'advanceTo' in first
      ? first.advanceTo
      : first.at;
}

/** Which of the things possible, and how far the clock moves: hours, days over 调休, years over year ends. */
const move = fc.record({
  what: fc.oneof(
    { weight: 8, arbitrary: fc.constant('offer' as const) },
    { weight: 2, arbitrary: fc.constant('anything' as const) },
    { weight: 1, arbitrary: fc.constant('again' as const) },
    { weight: 1, arbitrary: fc.constant('case' as const) },
    { weight: 2, arbitrary: fc.constant('clock' as const) },
  ),
  pick: fc.nat(10_000),
  hours: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 30 }) },
    { weight: 2, arbitrary: fc.integer({ min: 24, max: 12 * 24 }) },
    { weight: 1, arbitrary: fc.integer({ min: 90 * 24, max: 800 * 24 }) },
  ),
});
type Move = typeof move extends fc.Arbitrary<infer T> ? T : never;

const at = (from: string, hours: number): string =>
  new Date(Date.parse(from) + (hours + 8) * 3_600_000).toISOString().replace('.000Z', '+08:00');

function moved(
  environment: Environment,
  answers: Readonly<Record<string, JsonObject>>,
  before: Procedure,
  { what, pick, hours }: Move,
): Procedure {
  const moment = at(before.at, hours);
  if (what === 'clock') return advance(environment, before, moment);
  if (what === 'again') return receive(environment, before, sent(before, pick));
  if (what === 'case') {
    const id = `case:${1 + (pick % 2)}`;
    return id in before.instances
      ? before
      : openCase(environment, before, id, pick % 3 ? undefined : 'batch:b');
  }
  const roles = Object.keys(environment.contract.roles);
  const ids = Object.keys(before.instances);
  const asked = roles.flatMap((role) =>
    requests(environment, before, { role }).map(({ instance }) => instance),
  );
  const choices =
    what === 'offer'
      ? [...ids, ...new Set(asked)].flatMap((instance) =>
          available(environment, before, instance)
            .filter(
              ({ by, escape, allowed }) => by.length > 0 && allowed !== false && (!escape || pick % 20 === 0),
            )
            .map(({ event, by, form }) => ({ instance, event, role: by[pick % by.length] ?? '', form })),
        )
      : ids.flatMap((instance) =>
          eventsOf(environment, before, instance).map((event) => ({
            instance,
            event,
            role: roles[pick % roles.length] ?? '',
            form: undefined,
          })),
        );
  const chosen = choices[pick % Math.max(1, choices.length)];
  if (!chosen) return advance(environment, before, moment);
  const { instance, event, role, form } = chosen;
  const data = form === undefined ? undefined : answers[form];
  return act(environment, before, {
    instance,
    at: moment,
    event: {
      type: event,
      actor: { role, person: '测试人' },
      reason: '（测试）',
      ...(data ? { data } : {}),
      // Now and then the same key: a button pressed twice.
      ...(pick % 5 === 0 ? { key: `key-${pick % 7}` } : {}),
    },
  });
}

function eventsOf(environment: Environment, { instances }: Procedure, id: string): readonly string[] {
  const machine = Object.values(environment.program.machines).find(
    (each) => each.id === instances[id]?.machine,
  );
  return machine ? [...indexMachine(machine).values()].flatMap(({ on }) => Object.keys(on)) : [];
}

/** A message taken before, as a network would bring it once more. */
function sent({ log }: Procedure, pick: number): readonly Message[] {
  const taken = log.flatMap(({ instance, cause, accepted }): readonly Message[] =>
    accepted && cause?.from && cause.key !== undefined
      ? [
          {
            key: cause.key,
            to: instance,
            event: cause.type,
            from: cause.from,
            ...(cause.data ? { data: cause.data } : {}),
          },
        ]
      : [],
  );
  const chosen = taken[pick % Math.max(1, taken.length)];
  return chosen ? [chosen] : [];
}

/** Messages sent that were neither taken, nor refused with an entry, nor wait. */
function lost({ log, pending }: Procedure): readonly string[] {
  const arrived = new Set([
    ...pending.map(({ from, key }) => `${from.id} ${key}`),
    ...log.flatMap(({ cause }) => (cause?.from ? [`${cause.from.id} ${cause.key ?? cause.type}`] : [])),
  ]);
  return log.flatMap(({ instance, effects }) =>
    effects.flatMap((effect) =>
      effect.type !== 'send' ||
      arrived.has(`${instance} ${effect.key}`) ||
      arrived.has(`${instance} ${effect.event}`)
        ? []
        : [`${instance} ${effect.event} ${effect.key}`],
    ),
  );
}

describe.each(programs)('$name', ({ environment, answers, start }) => {
  test('never throws, loses no message, never runs back, and its log replays to the same machines', () => {
    let longest = 0;
    fc.assert(
      fc.property(fc.array(move, { minLength: 5, maxLength: 40 }), (moves) => {
        let procedure = openProcedure(environment, start);
        for (const each of moves) {
          const before = procedure;
          procedure = moved(environment, answers, before, each);
          expect(Date.parse(procedure.at)).toBeGreaterThanOrEqual(Date.parse(before.at));
          // A message that comes once more changes nothing.
          const kept = each.what === 'again' ? before.instances : procedure.instances;
          expect(procedure.instances).toEqual(kept);
        }
        const times = procedure.log.map((entry) => Date.parse(entry.at));
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        expect(lost(procedure)).toEqual([]);
        const steps = procedure.log.filter(({ accepted }) => accepted).length;
        longest = Math.max(longest, steps);
        expect(replay(environment, procedure.log)).toEqual(procedure.instances);
        // What a host stores as JSON says the same.
        const stored = JSON.parse(JSON.stringify(procedure.log)) as Procedure['log'];
        expect(replay(environment, stored)).toEqual(procedure.instances);
      }),
      { numRuns: 12, seed: 20_251_128 },
    );
    // The runs get somewhere: else the property would hold of nothing.
    expect(longest).toBeGreaterThan(8);
  });
});
