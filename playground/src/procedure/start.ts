import { openingCases } from '@zhinan/engine';
import type { InstanceId, ScenarioStep } from '@zhinan/model';
import { factsOfCase, type LoadedProgram, type ScenarioEntry } from '../packages.ts';
import { dayOf, plusDays } from '../time.ts';
import { NOTHING_SUPPOSED, type Move, type Play, type PlayedCase } from './moves.ts';

/** Days before the first fixed date of the guideline at which free play begins. */
const LEAD = 30;

/** What the procedure opens with: the scenario of that id, else the longest that ends well. */
export function scenarioOf({ scenarios }: LoadedProgram, id: string): ScenarioEntry | undefined {
  const good = scenarios.filter(
    ({ expect }) => expect.outcome === 'completed' || expect.outcome === 'accepted',
  );
  const [longest] = good.toSorted((a, b) => (b.steps?.length ?? 0) - (a.steps?.length ?? 0));
  return scenarios.find((scenario) => scenario.id === id) ?? longest ?? scenarios[0];
}

/** An empty play: it begins with the scenario's first step, else some weeks before the guideline's first date. */
export function startOfPlay(loaded: LoadedProgram, scenarioId: string): Play {
  const scenario = scenarioOf(loaded, scenarioId);
  const first = scenario?.steps?.[0];
  return {
    start: first === undefined ? beforeFirstDate(loaded) : timeOf(first),
    scenario: scenario?.id ?? '',
    cases: scenario === undefined ? {} : openingCases(scenario),
    moves: [],
    supposed: NOTHING_SUPPOSED,
  };
}

function timeOf(step: ScenarioStep): string {
  return 'advanceTo' in step ? step.advanceTo : step.at;
}

function beforeFirstDate(loaded: LoadedProgram): string {
  const first = Object.values(loaded.contract.instants)
    .map(({ at }) => at)
    .sort()[0];
  return `${dayOf(plusDays(first ?? '2025-10-01T09:00:00+08:00', -LEAD))}T09:00:00+08:00`;
}

/** A scenario's step as a move; `form` is what the procedure asks for at that point, filled from the scenario. */
export function moveOf(
  scenario: ScenarioEntry,
  step: ScenarioStep,
  instance: InstanceId,
  form: string | undefined,
): Move {
  if ('advanceTo' in step) return { kind: 'advance', at: step.advanceTo };
  const data = step.data ?? (form === undefined ? undefined : factsOfCase(scenario, instance)[form]);
  return {
    kind: 'act',
    at: step.at,
    instance,
    role: step.as,
    ...(step.person === undefined ? {} : { person: step.person }),
    ...(step.for === undefined ? {} : { for: step.for }),
    event: step.event,
    ...(step.reason === undefined ? {} : { reason: step.reason }),
    ...(data === undefined ? {} : { data }),
  };
}

/** The play with one more case from its beginning on, filled with the scenario's answers; in a batch of its own if asked. */
export function withCase(play: Play, ownBatch: boolean): Play {
  let number = 2;
  while (play.cases[`case:${number}`] !== undefined) number += 1;
  const own: PlayedCase = { scenario: play.scenario, ...(ownBatch ? { batch: `batch:${number}` } : {}) };
  return { ...play, cases: { ...play.cases, [`case:${number}`]: own } };
}
