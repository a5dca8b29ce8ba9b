import type { Facts, JsonObject, ScenarioFile, ScenarioStep } from '@zhinan/model';
import { outcomeOf } from './case-view.ts';
import type { Environment } from './environment.ts';
import { caseOf } from './instances.ts';
import { activeLeaves } from './machine-index.ts';
import { kernelOf } from './machine.ts';
import { advance, instanceOf, openProcedure, type OpeningCases, type Procedure } from './procedure.ts';
import { formAsked, runScenario, type ScenarioRun } from './scenario.ts';

/** What somebody did, without any promise: the steps carry their own data. */
export interface Recording {
  readonly title: string;
  readonly steps: readonly ScenarioStep[];
  /** Answers to judge eligibility and amounts by, where nothing was submitted. */
  readonly facts?: Facts;
  /** Cases that were open from the start beside `case`, or `case` itself in another batch. */
  readonly cases?: OpeningCases;
}

interface Around {
  readonly before: Procedure;
  readonly after: Procedure;
}

/**
 * What was done as a scenario file that holds: each step promises the state it led to (or that it is refused), the end
 * promises verdict, state and outcome of the case. Answers given once per form move to `facts`. Pure.
 */
export function recordScenario(
  environment: Environment,
  { title, steps, facts = {}, cases = {} }: Recording,
): ScenarioFile {
  const { program, rules } = environment;
  const bare: ScenarioFile = {
    title,
    program: program.id,
    clauses: [],
    facts,
    expect: {},
    ...opening(cases),
    steps,
  };
  const run = runScenario(environment, bare);
  const places = around(environment, steps, cases, run);
  const given = answersOf(environment, steps, places, facts);
  const promised = steps.map((step, position): ScenarioStep => {
    const place = places[position];
    if (place === undefined) return step;
    return {
      ...withoutGiven(environment, place.before, step, given),
      ...promisesOf(environment, place, step),
    };
  });
  const clauses = [
    ...new Set((run.procedure?.log ?? []).flatMap((entry) => (entry.accepted ? entry.clauses : []))),
  ];
  return {
    title,
    program: program.id,
    clauses: clauses.length > 0 ? clauses : program.clauses.slice(0, 1),
    facts: given,
    ...opening(cases),
    expect: { verdict: rules.eligibility(given).verdict, ...endOf(environment, run.procedure) },
    ...(steps.length === 0 ? {} : { steps: promised }),
  };
}

/** The procedure before and after each step that could be played. */
function around(
  environment: Environment,
  steps: readonly ScenarioStep[],
  cases: OpeningCases,
  { after }: ScenarioRun,
): readonly Around[] {
  const [first] = steps;
  if (first === undefined || after.length === 0) return [];
  const opened = openProcedure(environment, 'advanceTo' in first ? first.advanceTo : first.at, cases);
  return after.map((procedure, position) => ({ before: after[position - 1] ?? opened, after: procedure }));
}

/** How a scenario writes the cases it begins with. */
function opening({ case: first, ...others }: OpeningCases): Pick<ScenarioFile, 'batch' | 'cases'> {
  return {
    ...(first?.batch === undefined ? {} : { batch: first.batch }),
    ...(Object.keys(others).length === 0 ? {} : { cases: others }),
  };
}

/** The first answers submitted on each form for the first case; what nobody submitted stays as it was given. */
function answersOf(
  environment: Environment,
  steps: readonly ScenarioStep[],
  places: readonly Around[],
  facts: Facts,
): Facts {
  const submitted: Record<string, JsonObject> = {};
  for (const [position, step] of steps.entries()) {
    if ('advanceTo' in step || ofAnotherCase(environment, step)) continue;
    const form = formOfStep(environment, places[position]?.before, step);
    if (form !== undefined && step.data !== undefined) submitted[form] ??= step.data;
  }
  return { ...facts, ...submitted };
}

/** Another case's answers stay with its steps: as a patch on the first case's they would take over what they lack. */
function ofAnotherCase(environment: Environment, step: ScenarioStep): boolean {
  const id = caseOf(instanceOf(environment, step));
  return id !== 'case' && id.startsWith('case');
}

/** A step leaves out the data that the facts supply by themselves. */
function withoutGiven(
  environment: Environment,
  before: Procedure,
  step: ScenarioStep,
  facts: Facts,
): ScenarioStep {
  if ('advanceTo' in step || step.data === undefined || ofAnotherCase(environment, step)) return step;
  const form = formOfStep(environment, before, step);
  if (form === undefined || JSON.stringify(facts[form]) !== JSON.stringify(step.data)) return step;
  const { data: _, ...rest } = step;
  return rest;
}

function formOfStep(
  environment: Environment,
  before: Procedure | undefined,
  step: ScenarioStep,
): string | undefined {
  if ('advanceTo' in step || before === undefined) return undefined;
  const instance = instanceOf(environment, step);
  return formAsked(environment, advance(environment, before, step.at), instance, step.event);
}

function promisesOf(
  environment: Environment,
  { before, after }: Around,
  step: ScenarioStep,
): { readonly refused?: true; readonly state?: string | readonly string[] } {
  const instance = instanceOf(environment, step);
  const own = after.log
    .slice(before.log.length)
    .find(
      (entry) => 'event' in step && entry.instance === instance && entry.event === step.event && !entry.from,
    );
  const value = after.instances[instance]?.value;
  const state = value === undefined ? undefined : oneOrMore(activeLeaves(value));
  return {
    ...(own?.accepted === false ? { refused: true as const } : {}),
    ...(state === undefined ? {} : { state }),
  };
}

/** State and outcome of the case, and of every other machine beside it. */
function endOf(environment: Environment, procedure: Procedure | undefined): Partial<ScenarioFile['expect']> {
  const ends = Object.entries(procedure?.instances ?? {}).flatMap(([id, snapshot]) => {
    if (snapshot === undefined) return [];
    const outcome = outcomeOf(kernelOf(environment, snapshot.machine).index, snapshot);
    const state = oneOrMore(activeLeaves(snapshot.value));
    const end = { ...(state === undefined ? {} : { state }), ...(outcome === undefined ? {} : { outcome }) };
    return [[id, end] as const];
  });
  const { case: own, ...others } = Object.fromEntries(ends);
  return { ...own, ...(Object.keys(others).length === 0 ? {} : { instances: others }) };
}

function oneOrMore(states: readonly string[]): string | readonly string[] | undefined {
  return states.length > 1 ? states : states[0];
}
