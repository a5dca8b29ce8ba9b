import type { Browser } from 'playwright-core';
import { answersOf, controlsOf } from './answers.ts';
import type { Engine } from './engine.ts';
import { accessibility, type Accessibility, type StrictRun, strictRun } from './inspect.ts';
import { launch } from './session.ts';
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
  /** Forms that were not drawn or did not take the letters, and why. */
  readonly failures: Readonly<Partial<Record<FormName, string>>>;
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
  readonly failures: Partial<Record<FormName, string>>;
}
type Measured = Map<Engine, Visits>;

/** A page that computes without end cannot be closed: its whole browser is given up, and another one started. */
class Browsers {
  #current = launch();

  get current(): Promise<Browser> {
    return this.#current;
  }

  async within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`not done in ${milliseconds / 1000} s`)), milliseconds);
    });
    try {
      return await Promise.race([work, late]);
    } catch (error) {
      // What was given up fails later on its own, when nobody waits for it any more.
      work.catch(() => undefined);
      const stuck = this.#current;
      this.#current = launch();
      void stuck.then((browser) => browser.close());
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Milliseconds on the wall for one visit of a page, typing included. */
const PATIENCE = 60_000;

async function rounds(
  browsers: Browsers,
  at: Stand,
  engines: readonly Engine[],
  plan: Plan,
): Promise<Measured> {
  const measured: Measured = new Map(
    engines.map((engine) => [
      engine,
      { visits: { application: [], members: [] }, lengths: {}, failures: {} },
    ]),
  );
  const pairs = engines.flatMap((engine) => formsOf(engine).map((form) => ({ engine, form })));
  // Who needs so long, or fails, would need most of the run: that form of that engine is measured once.
  const once = new Set<string>();
  for (let round = 1; round <= plan.rounds; round += 1) {
    plan.tell(`round ${round} of ${plan.rounds}`);
    const blank = await blankHeap(await browsers.current, at);
    for (const { engine, form } of shuffled(pairs)) {
      const name = nameOf(engine, form);
      if (once.has(name)) continue;
      try {
        const browser = await browsers.current;
        const found = await browsers.within(
          PATIENCE,
          visit(browser, at, engine, form, { keys: plan.keys, blank }),
        );
        if (found.paint.work > 4000) once.add(name);
        measured.get(engine)?.visits[form].push(found);
      } catch (error) {
        if (engine.id === 'ours' || engine.id === 'hand') throw error;
        once.add(name);
        plan.tell(String(error));
        const failures = measured.get(engine)?.failures;
        if (failures) failures[form] = String(error);
      }
    }
  }
  const long = engines.filter(({ id }) => id === 'ours' || id === 'hand');
  for (let round = 1; round <= plan.lengthRounds; round += 1)
    for (const rows of shuffled(plan.lengths))
      for (const engine of shuffled(long)) {
        plan.tell(`${rows} rows, ${engine.id}`);
        const browser = await browsers.current;
        const found = await visit(browser, at, engine, 'members', { rows, keys: plan.keys, blank: 0 });
        const lengths = measured.get(engine)?.lengths ?? {};
        (lengths[rows] ??= []).push(found);
      }
  return measured;
}

/** All rounds, engines in turns and in another order each time; then what needs to be seen once only. */
export async function run(at: Stand, engines: readonly Engine[], plan: Plan): Promise<readonly Row[]> {
  const browsers = new Browsers();
  const measured = await rounds(browsers, at, engines, plan);
  const rows: Row[] = [];
  /** What cannot be inspected is left out and told: the other engines' numbers stand. */
  const inspect = async <T>(what: string, look: (browser: Browser) => Promise<T>): Promise<T | undefined> => {
    plan.tell(what);
    try {
      return await browsers.within(PATIENCE, look(await browsers.current));
    } catch (error) {
      plan.tell(`${what}: ${String(error)}`);
      return undefined;
    }
  };
  for (const [engine, { visits, lengths, failures }] of measured) {
    const common = { id: engine.id, title: engine.title, ...visits, lengths, failures };
    if (visits.application.length === 0) {
      rows.push(common);
      continue;
    }
    const name = nameOf(engine, 'application');
    const given = [answersOf('application'), controlsOf('application')] as const;
    const strict = await inspect(`policy: ${engine.id}`, (browser) =>
      strictRun(browser, at.host.url(name, true), ...given),
    );
    const found = await inspect(`accessibility: ${engine.id}`, (browser) =>
      accessibility(browser, at.host.url(name), ...given),
    );
    rows.push({
      ...common,
      sizes: sizes(at, name),
      ...(strict && { strict }),
      ...(found && { accessibility: found }),
    });
  }
  await (await browsers.current).close();
  return rows;
}
