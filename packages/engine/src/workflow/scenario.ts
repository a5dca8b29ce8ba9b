import type { Eligibility, JsonObject, ProcedureEvent, ScenarioFile, ScenarioStep } from '@zhinan/model';
import { compareInstants, parseInstant, type IsoInstant } from '../calendar/instant.ts';
import { outcomeOf } from './case-view.ts';
import { effectLabel, type Effect } from './effect.ts';
import { machineOfKind, type Environment } from './environment.ts';
import { textsOf } from './json.ts';
import { activeLeaves } from './machine-index.ts';
import { kernelOf } from './machine.ts';
import { act, advance, openProcedure, type Procedure } from './procedure.ts';
import { explainRefusal, type Refusal } from './refusal.ts';
import type { StateValue } from './snapshot.ts';
import { formOf } from './step.ts';

/** A promise of the scenario that did not hold. `step` is its position, absent for `expect`. */
export interface Mismatch {
  readonly step?: number;
  readonly what:
    | 'time'
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
  let procedure = openProcedure(environment, start);
  const after: Procedure[] = [];
  for (const [position, step] of steps.entries()) {
    const at = momentOfStep(step);
    if (parseInstant(at) === null || compareInstants(at, procedure.at) < 0) {
      mismatches.push(timeMismatch(position, at, procedure.at));
      break;
    }
    const played = playStep(environment, procedure, scenario, step);
    mismatches.push(
      ...checkProcedureStep(procedure, played, step).map((each) => ({ ...each, step: position })),
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
  scenario: Pick<ScenarioFile, 'facts'>,
  step: ScenarioStep,
): Procedure {
  if ('advanceTo' in step) return advance(environment, procedure, step.advanceTo);
  const machine = step.machine ?? 'case';
  // The form asked for is known only once the waits due before have fired.
  const before = advance(environment, procedure, step.at);
  const snapshot = before.instances[machine];
  const form = snapshot && formOf(environment, snapshot, step.event);
  const data: JsonObject | undefined = step.data ?? (form === undefined ? undefined : scenario.facts[form]);
  const event: ProcedureEvent = {
    type: step.event,
    actor: { role: step.as },
    ...(data ? { data } : {}),
    ...(step.reason === undefined ? {} : { reason: step.reason }),
  };
  return act(environment, before, { machine, event, at: step.at });
}

/** What one step promised and did not keep; `before` and `after` are the procedure around it. */
export function checkProcedureStep(
  before: Procedure,
  after: Procedure,
  step: ScenarioStep,
): readonly Mismatch[] {
  const mismatches: Mismatch[] = [];
  const entries = after.log.slice(before.log.length);
  const machine = step.machine ?? 'case';
  if ('event' in step) {
    const own = entries.find(
      (entry) => entry.machine === machine && entry.event === step.event && !entry.from,
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
    const value = after.instances[machine]?.value ?? '';
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
  const snapshot = procedure?.instances.case;
  const machine = machineOfKind(environment, 'case');
  const mismatches: Mismatch[] = [];
  if (
    expect.state !== undefined &&
    !(snapshot && standsAt(snapshot.value, textsOf(expect.state as string)))
  ) {
    const found = snapshot ? activeLeaves(snapshot.value).join(', ') : '(not played)';
    mismatches.push({ what: 'state', expected: textsOf(expect.state as string).join(', '), found });
  }
  if (expect.outcome !== undefined) {
    const found =
      snapshot && machine ? outcomeOf(kernelOf(environment, machine.id).index, snapshot) : undefined;
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
