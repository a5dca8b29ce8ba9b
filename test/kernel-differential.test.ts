import { describe, expect, test } from 'vitest';
import { effectLabel, runScenario, type Environment, type Procedure } from '@zhinan/engine';
import { editionsIn } from '@zhinan/compiler';
import { readDefinitions } from '@zhinan/compiler/node';
import { playable } from '@zhinan/compiler/testing';
import { activeLeaves } from '@zhinan/engine';
import { actorOf, entriesOf } from './xstate-actor.ts';

// The kernel uses XState's pure transitions, rebuilds XState's state from JSON at each step and keeps the timers itself.
// Here XState runs on its own: one actor per machine with its timers on a simulated clock, fed what the log says came.

const files = await readDefinitions(new URL('../definitions', import.meta.url).pathname);
const editions = await Promise.all(editionsIn(files).map((edition) => playable(files, edition)));

describe.each(editions)('$edition', ({ environments, scenarios }) => {
  test('every scenario: the same states, memory and effects after every step', () => {
    const steps = { compared: 0, timers: 0 };
    const wrong = scenarios.flatMap((scenario) => {
      const environment = environments.get(scenario.program);
      const procedure = environment && runScenario(environment, scenario).procedure;
      if (!procedure) return [];
      return Object.keys(procedure.instances).flatMap((id) =>
        differences(environment, procedure, id, steps).map((each) => `${scenario.id} ${id}: ${each}`),
      );
    });
    expect(wrong).toEqual([]);
    expect(steps.compared).toBeGreaterThan(100);
    expect(steps.timers).toBeGreaterThan(0);
  });
});

function differences(
  environment: Environment,
  procedure: Procedure,
  id: string,
  steps: { compared: number; timers: number },
): readonly string[] {
  const snapshot = procedure.instances[id];
  const contract = Object.values(environment.program.machines).find((each) => each.id === snapshot?.machine);
  const entries = entriesOf(procedure.log, id);
  const [first] = entries;
  if (!snapshot || !contract || !first) return ['no machine'];
  const { given } = first.opening ?? {};
  const context = { forms: given?.forms ?? {}, values: given?.values ?? {}, lists: {}, members: {} };
  const actor = actorOf(environment, contract, first.at, context);
  const found: string[] = [];
  let expected: string[] = [];
  for (const [position, entry] of entries.entries()) {
    actor.until(entry.at);
    if (entry.cause) actor.send(entry.cause);
    if (entry.timer) steps.timers += 1;
    expected.push(...entry.effects.map(effectLabel));
    // Waits that end at one instant end together on XState's clock.
    const next = entries[position + 1];
    if (next?.timer && next.at === entry.at) continue;
    const effects = actor.effects();
    const leaves = activeLeaves(actor.value());
    steps.compared += 1;
    if (leaves.join() !== entry.states.join()) {
      found.push(`after ${entry.event}: ${leaves.join()} instead of ${entry.states.join()}`);
      break;
    }
    if (effects.join() !== expected.join()) {
      found.push(`after ${entry.event}: ${effects.join()} instead of ${expected.join()}`);
      break;
    }
    expected = [];
  }
  if (found.length === 0) {
    // A message of its case brings an entitlement up to date before the step: XState knows nothing of that.
    if (!given) compareMemory(actor.context(), snapshot.context, found);
    if (actor.done() !== (snapshot.status === 'done')) found.push(`done is ${actor.done()}`);
  }
  actor.stop();
  return found;
}

function compareMemory(actual: object, expected: object, found: string[]): void {
  const [a, b] = [JSON.stringify(sorted(actual)), JSON.stringify(sorted(expected))];
  if (a !== b) found.push(`remembers ${a} instead of ${b}`);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
