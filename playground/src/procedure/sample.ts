import type { JsonObject, ScenarioStep } from '@zhinan/model';
import { factsOf, type LoadedProgram, type ScenarioEntry } from '../packages.ts';

interface Fired {
  readonly machine: string;
  readonly role: string;
  readonly event: string;
  /** Form that it asks for. */
  readonly form?: string;
}

/**
 * Sample data of an action: what the scenario's own step of that event carries, else its answers of the form asked.
 * `before` tells how often this was done already: the second time gets the data of the scenario's second such step.
 */
export function sampleFor(
  loaded: LoadedProgram,
  scenario: ScenarioEntry | undefined,
  fired: Fired,
  before = 0,
): JsonObject | undefined {
  const steps = scenario?.steps?.filter((each) => matches(each, fired)) ?? [];
  const step = steps[Math.min(before, steps.length - 1)];
  if (step !== undefined && 'data' in step && step.data !== undefined) return step.data;
  const { form } = fired;
  if (form === undefined) return undefined;
  return (
    factsOf(scenario, form) ?? loaded.scenarios.map((each) => factsOf(each, form)).find((facts) => facts)
  );
}

function matches(step: ScenarioStep, { machine, role, event }: Fired): boolean {
  return 'event' in step && step.event === event && step.as === role && (step.machine ?? 'case') === machine;
}
