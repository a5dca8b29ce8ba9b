import type {
  Eligibility,
  Facts,
  InstanceId,
  JsonObject,
  ProcedureEvent,
  ScenarioFile,
  ScenarioStep,
} from '@zhinan/model';
import { compareInstants, parseInstant, type IsoInstant } from '../calendar/instant.ts';
import { available } from './available.ts';
import { outcomeOf } from './case-view.ts';
import { effectLabel, type Effect } from './effect.ts';
import type { Environment } from './environment.ts';
import { textsOf } from './json.ts';
import { activeLeaves } from './machine-index.ts';
import { kernelOf } from './machine.ts';
import { addressOf, caseOf } from './instances.ts';
import { act, advance, instanceOf, openProcedure, type OpeningCases, type Procedure } from './procedure.ts';
import { explainRefusal, type Refusal } from './refusal.ts';
import type { StateValue } from './snapshot.ts';
import { formOf } from './step.ts';

/** A promise of the scenario that did not hold. `step` is its position, absent for `expect`. */
export interface Mismatch {
  readonly step?: number;
  readonly what:
    | 'time'
    /** No such machine in the programme, or it was never opened. */
    | 'instance'
    | 'accepted'
    | 'refused'
    | 'state'
    | 'effect'
    | 'verdict'
    | 'rule'
    | 'missing'
    | 'amount'
    | 'outcome';
  /** What it is about: rule id, amount id, field. */
  readonly name?: string;
  readonly expected: string;
  readonly found: string;
}

export interface ScenarioRun {
  readonly procedure?: Procedure;
  readonly mismatches: readonly Mismatch[];
  /** Procedure after each step, for a player. */
  readonly after: readonly Procedure[];
}

/** Plays a scenario (its `extends` already merged by the compiler) and compares what it promises. Pure. */
export function runScenario(environment: Environment, scenario: ScenarioFile): ScenarioRun {
  const mismatches: Mismatch[] = [...factMismatches(environment, scenario)];
  const steps = scenario.steps ?? [];
  const start = steps[0] && momentOfStep(steps[0]);
  if (start === undefined || !steps[0])
    return { mismatches: [...mismatches, ...endMismatches(environment, scenario)], after: [] };
  if (parseInstant(start) === null) {
    return { mismatches: [...mismatches, timeMismatch(0, start, '')], after: [] };
  }
  let procedure = openProcedure(environment, start, openingCases(scenario));
  const after: Procedure[] = [];
  for (const [position, step] of steps.entries()) {
    const at = momentOfStep(step);
    if (parseInstant(at) === null || compareInstants(at, procedure.at) < 0) {
      mismatches.push(timeMismatch(position, at, procedure.at));
      break;
    }
    const unknown = unknownInstance(environment, step);
    if (unknown) {
      mismatches.push({ ...unknown, step: position });
      break;
    }
    const played = playStep(environment, procedure, scenario, step);
    mismatches.push(
      ...checkProcedureStep(environment, procedure, played, step).map((each) => ({
        ...each,
        step: position,
      })),
    );
    procedure = played;
    after.push(procedure);
  }
  return {
    procedure,
    mismatches: [...mismatches, ...endMismatches(environment, scenario, procedure)],
    after,
  };
}

/** One step of a scenario on a procedure. */
export function playStep(
  environment: Environment,
  procedure: Procedure,
  scenario: Pick<ScenarioFile, 'facts' | 'cases'>,
  step: ScenarioStep,
): Procedure {
  if ('advanceTo' in step) return advance(environment, procedure, step.advanceTo);
  const instance = instanceOf(environment, step);
  // The form asked for is known only once the waits due before have fired.
  const before = advance(environment, procedure, step.at);
  const form = formAsked(environment, before, instance, step.event);
  const facts = factsOf(scenario, instance);
  const data: JsonObject | undefined = step.data ?? (form === undefined ? undefined : facts[form]);
  const event: ProcedureEvent = {
    type: step.event,
    actor: {
      role: step.as,
      ...(step.person === undefined ? {} : { person: step.person }),
      ...(step.for === undefined ? {} : { for: step.for }),
      ...(step.body === undefined ? {} : { body: step.body }),
    },
    ...(data ? { data } : {}),
    ...(step.reason === undefined ? {} : { reason: step.reason }),
  };
  return act(environment, before, { instance, event, at: step.at });
}

/** Cases that a scenario has from the start. */
export function openingCases({ cases = {}, batch }: Pick<ScenarioFile, 'cases' | 'batch'>): OpeningCases {
  const others = Object.entries(cases).map(
    ([id, each]) => [id, each.batch === undefined ? {} : { batch: each.batch }] as const,
  );
  return { ...(batch === undefined ? {} : { case: { batch } }), ...Object.fromEntries(others) };
}

/** The answers of the case that a machine belongs to; a batch and a round are played with the first case's. */
function factsOf({ facts, cases = {} }: Pick<ScenarioFile, 'facts' | 'cases'>, instance: InstanceId): Facts {
  return cases[caseOf(instance)]?.facts ?? facts;
}

/** Form that an event asks for on a machine that runs, or on an amendment that it would open. */
export function formAsked(
  environment: Environment,
  procedure: Procedure,
  instance: InstanceId,
  event: string,
): string | undefined {
  const snapshot = procedure.instances[instance];
  if (snapshot) return formOf(environment, snapshot, event);
  return available(environment, procedure, instance).find((each) => each.event === event)?.form;
}

function unknownInstance(environment: Environment, step: ScenarioStep): Mismatch | undefined {
  const id = step.instance ?? step.machine ?? 'case';
  if (addressOf(environment, id)) return undefined;
  return { what: 'instance', expected: id, found: '(no such machine)' };
}

/** What one step promised and did not keep; `before` and `after` are the procedure around it. */
export function checkProcedureStep(
  environment: Environment,
  before: Procedure,
  after: Procedure,
  step: ScenarioStep,
): readonly Mismatch[] {
  const mismatches: Mismatch[] = [];
  const entries = after.log.slice(before.log.length);
  const instance = instanceOf(environment, step);
  if ('event' in step) {
    const own = entries.find(
      (entry) => entry.instance === instance && entry.event === step.event && !entry.from,
    );
    if (own && own.accepted === (step.refused === true)) {
      const found = own.refusal ? refusalText(own.refusal) : 'accepted';
      mismatches.push(
        step.refused
          ? { what: 'refused', name: step.event, expected: 'refused', found }
          : { what: 'accepted', name: step.event, expected: 'accepted', found },
      );
    }
  }
  if (step.state !== undefined) {
    const value = after.instances[instance]?.value ?? '';
    const expected = textsOf(step.state as string);
    if (!standsAt(value, expected)) {
      mismatches.push({
        what: 'state',
        expected: expected.join(', '),
        found: activeLeaves(value).join(', '),
      });
    }
  }
  const effects = entries.flatMap((entry) => entry.effects);
  for (const expected of step.effects ?? []) {
    if (!effects.some((effect) => isEffect(effect, expected))) {
      mismatches.push({ what: 'effect', expected, found: effects.map(effectLabel).join(', ') || '(none)' });
    }
  }
  return mismatches;
}

/** Whether every named state is active and every active leaf lies in one of them. */
export function standsAt(value: StateValue, paths: readonly string[]): boolean {
  const leaves = activeLeaves(value);
  return (
    paths.every((path) => leaves.some((leaf) => covers(path, leaf))) &&
    leaves.every((leaf) => paths.some((path) => covers(path, leaf)))
  );
}

function covers(path: string, leaf: string): boolean {
  return leaf === path || leaf.startsWith(`${path}.`);
}

/** `notify`, `notify:applicant` or `notify:applicant/returned`. */
function isEffect(effect: Effect, expected: string): boolean {
  const label = effectLabel(effect);
  return label === expected || label.startsWith(`${expected}:`) || label.startsWith(`${expected}/`);
}

function factMismatches(environment: Environment, { facts, expect }: ScenarioFile): readonly Mismatch[] {
  const mismatches: Mismatch[] = [];
  const compare = (what: Mismatch['what'], name: string, expected: string, found: string) => {
    if (expected !== found) mismatches.push({ what, name, expected, found });
  };
  if (expect.verdict !== undefined || expect.rules || expect.missing) {
    const eligibility: Eligibility = environment.rules.eligibility(facts);
    if (expect.verdict !== undefined) compare('verdict', '', expect.verdict, eligibility.verdict);
    for (const [id, verdict] of Object.entries(expect.rules ?? {})) {
      compare(
        'rule',
        id,
        verdict,
        eligibility.rules.find((rule) => rule.id === id)?.verdict ?? '(no such rule)',
      );
    }
    const missing = eligibility.missing.map(({ form, pointer }) => form + pointer);
    for (const field of expect.missing ?? []) {
      if (!missing.includes(field))
        mismatches.push({
          what: 'missing',
          name: field,
          expected: field,
          found: missing.join(', ') || '(none)',
        });
    }
  }
  const amounts = expect.amounts ? environment.rules.amounts(facts) : [];
  for (const [id, expected] of Object.entries(expect.amounts ?? {})) {
    const found = amounts.find((amount) => amount.id === id);
    const bounds = typeof expected === 'number' ? { min: expected, max: expected } : expected;
    compare('amount', id, range(bounds), found ? range(found) : '(no such amount)');
  }
  return mismatches;
}

function range({ min, max }: { readonly min: number; readonly max: number | null }): string {
  return min === max ? String(min) : `${min}–${max ?? '∞'}`;
}

function endMismatches(
  environment: Environment,
  { expect }: ScenarioFile,
  procedure?: Procedure,
): readonly Mismatch[] {
  const { state, outcome, instances = {} } = expect;
  const ends = Object.entries(instances).flatMap(([id, expected]) =>
    endOf(environment, procedure, id, expected).map((each) => ({ ...each, name: id })),
  );
  return [...endOf(environment, procedure, 'case', { state, outcome }), ...ends];
}

function endOf(
  environment: Environment,
  procedure: Procedure | undefined,
  name: InstanceId,
  expect: {
    readonly state?: string | readonly string[] | undefined;
    readonly outcome?: string | undefined;
    readonly absent?: true;
  },
): readonly Mismatch[] {
  const id = addressOf(environment, name)?.id;
  if (id === undefined) return [{ what: 'instance', expected: name, found: '(no such machine)' }];
  const snapshot = procedure?.instances[id];
  const mismatches: Mismatch[] = [];
  if (expect.absent) {
    if (!snapshot) return [];
    return [{ what: 'instance', expected: '(not opened)', found: activeLeaves(snapshot.value).join(', ') }];
  }
  if (
    expect.state !== undefined &&
    !(snapshot && standsAt(snapshot.value, textsOf(expect.state as string)))
  ) {
    const found = snapshot ? activeLeaves(snapshot.value).join(', ') : '(not played)';
    mismatches.push({ what: 'state', expected: textsOf(expect.state as string).join(', '), found });
  }
  if (expect.outcome !== undefined) {
    const found = snapshot && outcomeOf(kernelOf(environment, snapshot.machine).index, snapshot);
    if (found !== expect.outcome)
      mismatches.push({ what: 'outcome', expected: expect.outcome, found: found ?? '(none)' });
  }
  return mismatches;
}

function momentOfStep(step: ScenarioStep): IsoInstant {
  return 'advanceTo' in step ? step.advanceTo : step.at;
}

function timeMismatch(step: number, at: string, last: string): Mismatch {
  return {
    step,
    what: 'time',
    expected: last === '' ? 'instant with offset' : `not before ${last}`,
    found: at,
  };
}

function refusalText(refusal: Refusal): string {
  return `${refusal.code}: ${explainRefusal(refusal)}`;
}
