import type { Facts, JsonObject, ScenarioFile, ScenarioStep } from '@zhinan/model';
import { outcomeOf } from './case-view.ts';
import { machineOfKind, type Environment } from './environment.ts';
import { activeLeaves } from './machine-index.ts';
import { kernelOf } from './machine.ts';
import { advance, openProcedure, type Procedure } from './procedure.ts';
import { runScenario, type ScenarioRun } from './scenario.ts';
import { formOf } from './step.ts';

/** What somebody did, without any promise: the steps carry their own data. */
export interface Recording {
  readonly title: string;
  readonly steps: readonly ScenarioStep[];
  /** Answers to judge eligibility and amounts by, where nothing was submitted. */
  readonly facts?: Facts;
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
  { title, steps, facts = {} }: Recording,
): ScenarioFile {
  const { program, rules } = environment;
  const bare: ScenarioFile = { title, program: program.id, clauses: [], facts, expect: {}, steps };
  const run = runScenario(environment, bare);
  const places = around(environment, steps, run);
  const given = answersOf(environment, steps, places, facts);
  const promised = steps.map((step, position): ScenarioStep => {
    const place = places[position];
    if (place === undefined) return step;
    return { ...withoutGiven(environment, place.before, step, given), ...promisesOf(place, step) };
  });
  const clauses = [
    ...new Set((run.procedure?.log ?? []).flatMap((entry) => (entry.accepted ? entry.clauses : []))),
  ];
  return {
    title,
    program: program.id,
    clauses: clauses.length > 0 ? clauses : program.clauses.slice(0, 1),
    facts: given,
    expect: { verdict: rules.eligibility(given).verdict, ...endOf(environment, run.procedure) },
    ...(steps.length === 0 ? {} : { steps: promised }),
  };
}

/** The procedure before and after each step that could be played. */
function around(
  environment: Environment,
  steps: readonly ScenarioStep[],
  { after }: ScenarioRun,
): readonly Around[] {
  const [first] = steps;
  if (first === undefined || after.length === 0) return [];
  const opened = openProcedure(environment, 'advanceTo' in first ? first.advanceTo : first.at);
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
    const form = formAsked(environment, places[position]?.before, step);
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
  const form = formAsked(environment, before, step);
  if (form === undefined || JSON.stringify(facts[form]) !== JSON.stringify(step.data)) return step;
  const { data: _, ...rest } = step;
  return rest;
}

function formAsked(
  environment: Environment,
  before: Procedure | undefined,
  step: ScenarioStep,
): string | undefined {
  if ('advanceTo' in step || before === undefined) return undefined;
  const snapshot = advance(environment, before, step.at).instances[step.machine ?? 'case'];
  return snapshot === undefined ? undefined : formOf(environment, snapshot, step.event);
}

function promisesOf(
  { before, after }: Around,
  step: ScenarioStep,
): { readonly refused?: true; readonly state?: string | readonly string[] } {
  const machine = step.machine ?? 'case';
  const own = after.log
    .slice(before.log.length)
    .find(
      (entry) => 'event' in step && entry.machine === machine && entry.event === step.event && !entry.from,
    );
  const value = after.instances[machine]?.value;
  const state = value === undefined ? undefined : oneOrMore(activeLeaves(value));
  return {
    ...(own?.accepted === false ? { refused: true as const } : {}),
    ...(state === undefined ? {} : { state }),
  };
}

function endOf(environment: Environment, procedure: Procedure | undefined): Partial<ScenarioFile['expect']> {
  const snapshot = procedure?.instances.case;
  const machine = machineOfKind(environment, 'case');
  if (snapshot === undefined || machine === undefined) return {};
  const outcome = outcomeOf(kernelOf(environment, machine.id).index, snapshot);
  const state = oneOrMore(activeLeaves(snapshot.value));
  return { ...(state === undefined ? {} : { state }), ...(outcome === undefined ? {} : { outcome }) };
}

function oneOrMore(states: readonly string[]): string | readonly string[] | undefined {
  return states.length > 1 ? states : states[0];
}
