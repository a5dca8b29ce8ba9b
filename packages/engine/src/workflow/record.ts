import type { Facts, JsonObject, ScenarioFile, ScenarioStep } from '@zhinan/model';
import { outcomeOf } from './case-view.ts';
import type { Environment } from './environment.ts';
import { activeLeaves } from './machine-index.ts';
import { kernelOf } from './machine.ts';
import { advance, instanceOf, openProcedure, type Procedure } from './procedure.ts';
import { formAsked, openingCases, runScenario, type ScenarioRun } from './scenario.ts';

/** What somebody did, without any promise: the steps carry their own data. */
export interface Recording {
  readonly title: string;
  readonly steps: readonly ScenarioStep[];
  /** Answers to judge eligibility and amounts by, where nothing was submitted. */
  readonly facts?: Facts;
  /** Further cases, and the batch of the first. */
  readonly cases?: ScenarioFile['cases'];
  readonly batch?: ScenarioFile['batch'];
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
  { title, steps, facts = {}, cases, batch }: Recording,
): ScenarioFile {
  const { program, rules } = environment;
  const others = { ...(cases ? { cases } : {}), ...(batch === undefined ? {} : { batch }) };
  const bare: ScenarioFile = { title, program: program.id, clauses: [], facts, ...others, expect: {}, steps };
  const run = runScenario(environment, bare);
  const places = around(environment, bare, run);
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
    ...others,
    expect: { verdict: rules.eligibility(given).verdict, ...endOf(environment, run.procedure) },
    ...(steps.length === 0 ? {} : { steps: promised }),
  };
}

/** The procedure before and after each step that could be played. */
function around(environment: Environment, scenario: ScenarioFile, { after }: ScenarioRun): readonly Around[] {
  const [first] = scenario.steps ?? [];
  if (first === undefined || after.length === 0) return [];
  const opened = openProcedure(
    environment,
    'advanceTo' in first ? first.advanceTo : first.at,
    openingCases(scenario),
  );
  return after.map((procedure, position) => ({ before: after[position - 1] ?? opened, after: procedure }));
}

/** The first answers submitted on each form; what nobody submitted stays as it was given. */
function answersOf(
  environment: Environment,
  steps: readonly ScenarioStep[],
  places: readonly Around[],
  facts: Facts,
): Facts {
  const submitted: Record<string, JsonObject> = {};
  for (const [position, step] of steps.entries()) {
    const form = formOfStep(environment, places[position]?.before, step);
    if (form !== undefined && 'data' in step && step.data !== undefined) submitted[form] ??= step.data;
  }
  return { ...facts, ...submitted };
}

/** A step leaves out the data that the facts supply by themselves. */
function withoutGiven(
  environment: Environment,
  before: Procedure,
  step: ScenarioStep,
  facts: Facts,
): ScenarioStep {
  if ('advanceTo' in step || step.data === undefined) return step;
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

function endOf(environment: Environment, procedure: Procedure | undefined): Partial<ScenarioFile['expect']> {
  const snapshot = procedure?.instances.case;
  if (snapshot === undefined) return {};
  const outcome = outcomeOf(kernelOf(environment, snapshot.machine).index, snapshot);
  const state = oneOrMore(activeLeaves(snapshot.value));
  return { ...(state === undefined ? {} : { state }), ...(outcome === undefined ? {} : { outcome }) };
}

function oneOrMore(states: readonly string[]): string | readonly string[] | undefined {
  return states.length > 1 ? states : states[0];
}
