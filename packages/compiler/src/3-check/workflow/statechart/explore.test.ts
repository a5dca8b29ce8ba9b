import type { JsonObject } from '@zhinan/model';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMachine, getInitialSnapshot, getNextSnapshot, type AnyMachineSnapshot } from 'xstate';
import { buildStatechart } from './build.ts';
import { explore, type Exploration, type Stop } from './explore.ts';

const KEYS = ['a', 'b', 'c'];
const EVENTS = ['E', 'F', 'G'];
const DELAYS = ['d1', 'd2'];
const GUARDS = ['g1', 'g2', 'g3'];

interface Shape {
  readonly kind: 'atomic' | 'compound' | 'parallel' | 'final';
  readonly children: readonly Shape[];
}

const leaf: fc.Arbitrary<Shape> = fc.constantFrom<Shape>(
  { kind: 'atomic', children: [] },
  { kind: 'atomic', children: [] },
  { kind: 'final', children: [] },
);
const { root: shape } = fc.letrec<{ root: Shape; inner: Shape }>((tie) => ({
  root: fc
    .array(tie('inner'), { minLength: 2, maxLength: 3 })
    .map((children) => ({ kind: 'compound', children })),
  inner: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    leaf,
    fc
      .tuple(
        fc.constantFrom('compound' as const, 'parallel' as const),
        fc.array(tie('inner'), { minLength: 2, maxLength: 3 }),
      )
      .map(([kind, children]) => ({ kind, children })),
  ),
}));

/** Paths of all states below the root. */
function pathsOf({ children }: Shape, path: readonly string[] = []): string[] {
  return children.flatMap((child, index) => {
    const own = [...path, KEYS[index] ?? ''];
    return [own.join('.'), ...pathsOf(child, own)];
  });
}

/** Draws what is written on each state: transitions anywhere, `always` only under a guard so that XState comes to rest. */
function configOf(tree: Shape, draw: (options: readonly string[]) => string, guarded: boolean): JsonObject {
  const paths = pathsOf(tree).map((path) => `#m.${path}`);
  const candidate = (mustGuard: boolean): JsonObject => ({
    ...(mustGuard || (guarded && draw(['yes', 'no']) === 'yes') ? { guard: draw(GUARDS) } : {}),
    ...(draw(['go', 'go', 'go', 'stay']) === 'go' ? { target: draw(paths) } : {}),
    ...(draw(['no', 'no', 'reenter']) === 'reenter' ? { reenter: true } : {}),
  });
  const candidates = () =>
    draw(['one', 'two']) === 'one' ? [candidate(false)] : [candidate(guarded), candidate(false)];
  const state = ({ kind, children }: Shape): JsonObject => {
    if (kind === 'final') return { type: 'final' };
    return {
      ...(kind === 'parallel' ? { type: 'parallel' } : {}),
      ...(kind === 'compound' ? { initial: 'a' } : {}),
      ...(children.length > 0
        ? { states: Object.fromEntries(children.map((child, index) => [KEYS[index] ?? '', state(child)])) }
        : {}),
      ...(draw(['on', 'on', 'off']) === 'on'
        ? { on: { [draw(EVENTS)]: candidates(), [draw(EVENTS)]: candidates() } }
        : {}),
      ...(draw(['after', 'off', 'off']) === 'after' ? { after: { [draw(DELAYS)]: candidates() } } : {}),
      ...(guarded && draw(['always', 'off', 'off', 'off']) === 'always' ? { always: [candidate(true)] } : {}),
      ...(children.length > 0 && draw(['done', 'off']) === 'done' ? { onDone: candidates() } : {}),
    };
  };
  return { id: 'm', ...state(tree) };
}

function nodesOf(snapshot: AnyMachineSnapshot): AnyMachineSnapshot['_nodes'] {
  // oxlint-disable-next-line no-underscore-dangle -- the only list of active states XState gives
  return snapshot._nodes;
}

/** Leaves of an XState value as our configurations write them. */
function keyOf(snapshot: AnyMachineSnapshot): string {
  const nodes = nodesOf(snapshot);
  return nodes
    .filter((node) => !nodes.some((other) => other.parent === node))
    .sort((one, other) => one.order - other.order)
    .map((node) => node.path.join('.'))
    .join(' | ');
}

function timersOf(snapshot: AnyMachineSnapshot): { label: string; type: string }[] {
  return nodesOf(snapshot).flatMap((node) =>
    node.after.map(({ delay, eventType }) => ({ label: `after ${String(delay)}`, type: eventType })),
  );
}

interface Walk {
  /** Shown when a comparison fails. */
  readonly text: string;
  readonly exploration: Exploration;
  readonly begin: AnyMachineSnapshot;
  /** The snapshot after one event with the guards' answers of that moment, or null where XState gives up on a loop. */
  readonly next: (
    from: AnyMachineSnapshot,
    type: string,
    answers: readonly boolean[],
  ) => AnyMachineSnapshot | null;
}

/** null where XState gives up on a loop. */
function quietly(run: () => AnyMachineSnapshot): AnyMachineSnapshot | null {
  try {
    const snapshot = run();
    return snapshot.status === 'error' ? null : snapshot;
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Infinite loop')) return null;
    throw error;
  }
}

function walkOf(config: JsonObject): Walk | undefined {
  let current: readonly boolean[] = GUARDS.map(() => false);
  const guards = Object.fromEntries(GUARDS.map((name, index) => [name, () => current[index] ?? false]));
  const machine = createMachine({ ...structuredClone(config), options: { maxIterations: 200 } } as object, {
    guards,
    delays: Object.fromEntries(DELAYS.map((name) => [name, 1_000])),
  });
  const begin = quietly(() => getInitialSnapshot(machine));
  if (!begin) return undefined;
  const chart = buildStatechart({ id: 'm', kind: 'case', title: 'm', delays: {}, config });
  return {
    text: JSON.stringify(config),
    exploration: explore(chart),
    begin,
    next: (from, type, answers) => {
      current = answers;
      // The kernel refuses what nobody hears; XState would still look at the eventless transitions.
      if (machine.getTransitionData(from as never, { type }).length === 0) return from;
      return quietly(() => getNextSnapshot(machine, from, { type }));
    },
  };
}

function edgeKeys(stop: Stop | undefined, label: string): readonly string[] {
  return stop?.edges.filter((edge) => edge.label === label).map(({ to }) => to.config.key) ?? [];
}

function stopOf({ stops }: Exploration, snapshot: AnyMachineSnapshot): Stop | undefined {
  return stops.find(({ config }) => config.key === keyOf(snapshot));
}

const steps = fc.array(fc.tuple(fc.nat(), fc.tuple(fc.boolean(), fc.boolean(), fc.boolean())), {
  maxLength: 12,
});

function draws(seeds: readonly number[]): (options: readonly string[]) => string {
  let at = 0;
  return (options) => {
    at += 1;
    return options[(seeds[at % seeds.length] ?? 0) % options.length] ?? '';
  };
}
const seeds = fc.array(fc.nat({ max: 59 }), { minLength: 60, maxLength: 60 });

test('wherever XState goes under any answers of the guards, the explorer has been', () => {
  let compared = 0;
  fc.assert(
    fc.property(shape, seeds, steps, (tree, numbers, moves) => {
      const walk = walkOf(configOf(tree, draws(numbers), true));
      if (!walk || walk.exploration.bounded) return;
      let at = walk.begin;
      expect(stopOf(walk.exploration, at), `start ${keyOf(at)} of ${walk.text}`).toBeDefined();
      for (const [choice, answers] of moves) {
        if (at.status !== 'active') return;
        const triggers = [...EVENTS.map((type) => ({ label: type, type })), ...timersOf(at)];
        const { label, type } = triggers[choice % triggers.length] ?? { label: 'E', type: 'E' };
        const to = walk.next(at, type, answers);
        if (!to) return;
        const allowed = [keyOf(at), ...edgeKeys(stopOf(walk.exploration, at), label)];
        expect(allowed, `${label} from ${keyOf(at)} in ${walk.text}`).toContain(keyOf(to));
        if (keyOf(to) !== keyOf(at)) compared += 1;
        expect(stopOf(walk.exploration, to)?.over, `${label} to ${keyOf(to)} in ${walk.text}`).toBe(
          to.status === 'done',
        );
        at = to;
      }
    }),
    { numRuns: 1_500, seed: 7 },
  );
  expect(compared).toBeGreaterThan(1_000);
});

test('without guards every edge of the explorer is the step XState takes', () => {
  let compared = 0;
  fc.assert(
    fc.property(shape, seeds, steps, (tree, numbers, moves) => {
      const walk = walkOf(configOf(tree, draws(numbers), false));
      if (!walk || walk.exploration.bounded) return;
      let at = walk.begin;
      for (const [choice] of moves) {
        if (at.status !== 'active') return;
        const events = EVENTS.map((type) => ({ label: type, type }));
        for (const { label, type } of events) {
          const to = walk.next(at, type, []);
          if (!to) continue;
          const keys = edgeKeys(stopOf(walk.exploration, at), label);
          expect(keys.length).toBeLessThanOrEqual(1);
          expect(keys[0] ?? keyOf(at), `${label} from ${keyOf(at)} in ${walk.text}`).toBe(keyOf(to));
          compared += 1;
        }
        const { type } = events[choice % events.length] ?? { type: 'E' };
        at = walk.next(at, type, []) ?? at;
      }
    }),
    { numRuns: 1_000, seed: 11 },
  );
  expect(compared).toBeGreaterThan(1_000);
});

test('the shortest path to each stop is kept', () => {
  const config = {
    id: 'm',
    initial: 'a',
    states: { a: { on: { E: 'b', F: 'c' } }, b: { on: { E: 'c' } }, c: { type: 'final' } },
  };
  const { stops } = explore(buildStatechart({ id: 'm', kind: 'case', title: 'm', delays: {}, config }));
  expect(stops.map(({ config: { key }, path }) => [key, path])).toEqual([
    ['a', []],
    ['b', ['E']],
    ['c', ['F']],
  ]);
});

test('the bound is told, never silent', () => {
  const on = { E: 'b', F: 'a' };
  const part = { initial: 'a', states: { a: { on }, b: { on } } };
  const config = { id: 'm', type: 'parallel', states: { one: part, two: part } };
  const chart = buildStatechart({ id: 'm', kind: 'case', title: 'm', delays: {}, config });
  expect(explore(chart, 1)).toMatchObject({ bounded: true });
  expect(explore(chart)).toMatchObject({ bounded: false });
});
