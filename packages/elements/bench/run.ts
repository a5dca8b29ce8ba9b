import type { Browser } from 'playwright-core';
import { answersOf, controlsOf } from './answers.ts';
import type { Engine } from './engine.ts';
import { accessibility, type Accessibility, type StrictRun, strictRun } from './inspect.ts';
import { blankHeap, formsOf, nameOf, sizes, type Sizes, type Stand, type Visit, visit } from './measure.ts';
import type { FormName } from './package.ts';

export interface Row {
  readonly id: string;
  readonly title: string;
  /** One per round, in the order of the rounds. */
  readonly application: readonly Visit[];
  readonly members: readonly Visit[];
  /** By number of rows: one per round of lengths. */
  readonly lengths: Readonly<Record<number, readonly Visit[]>>;
  readonly sizes?: Sizes;
  readonly strict?: StrictRun;
  readonly accessibility?: Accessibility;
}

export interface Plan {
  readonly rounds: number;
  readonly lengths: readonly number[];
  readonly lengthRounds: number;
  readonly keys: number;
  readonly tell: (message: string) => void;
}

function shuffled<T>(values: readonly T[]): readonly T[] {
  return values
    .map((value) => ({ value, at: Math.random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ value }) => value);
}

interface Visits {
  readonly visits: Record<FormName, Visit[]>;
  readonly lengths: Record<number, Visit[]>;
}
type Measured = Map<Engine, Visits>;

async function rounds(
  browser: Browser,
  at: Stand,
  engines: readonly Engine[],
  plan: Plan,
): Promise<Measured> {
  const measured: Measured = new Map(
    engines.map((engine) => [engine, { visits: { application: [], members: [] }, lengths: {} }]),
  );
  const pairs = engines.flatMap((engine) => formsOf(engine).map((form) => ({ engine, form })));
  // An engine that needs long for the list would need most of the run: it takes part in fewer rounds.
  const slow = new Set<string>();
  for (let round = 1; round <= plan.rounds; round += 1) {
    plan.tell(`round ${round} of ${plan.rounds}`);
    const blank = await blankHeap(browser, at);
    for (const { engine, form } of shuffled(pairs)) {
      const name = nameOf(engine, form);
      if (slow.has(name) && round > 3) continue;
      const started = performance.now();
      const found = await visit(browser, at, engine, form, { keys: plan.keys, blank });
      if (performance.now() - started > 8000) slow.add(name);
      measured.get(engine)?.visits[form].push(found);
    }
  }
  const long = engines.filter(({ id }) => id === 'ours' || id === 'hand');
  for (let round = 1; round <= plan.lengthRounds; round += 1)
    for (const rows of shuffled(plan.lengths))
      for (const engine of shuffled(long)) {
        plan.tell(`${rows} rows, ${engine.id}`);
        const found = await visit(browser, at, engine, 'members', { rows, keys: plan.keys, blank: 0 });
        const lengths = measured.get(engine)?.lengths ?? {};
        (lengths[rows] ??= []).push(found);
      }
  return measured;
}

/** All rounds, engines in turns and in another order each time; then what needs to be seen once only. */
export async function run(
  browser: Browser,
  at: Stand,
  engines: readonly Engine[],
  plan: Plan,
): Promise<readonly Row[]> {
  const measured = await rounds(browser, at, engines, plan);
  const rows: Row[] = [];
  for (const [engine, { visits, lengths }] of measured) {
    const common = { id: engine.id, title: engine.title, ...visits, lengths };
    if (visits.application.length === 0) {
      rows.push(common);
      continue;
    }
    plan.tell(`policy and accessibility: ${engine.id}`);
    const name = nameOf(engine, 'application');
    const given = [answersOf('application'), controlsOf('application')] as const;
    rows.push({
      ...common,
      sizes: sizes(at, name),
      strict: await strictRun(browser, at.host.url(name, true), ...given),
      accessibility: await accessibility(browser, at.host.url(name), ...given),
    });
  }
  return rows;
}
