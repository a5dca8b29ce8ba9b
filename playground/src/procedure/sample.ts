import type { Facts, InstanceId, JsonObject, ScenarioStep } from '@zhinan/model';
import { factsOf, factsOfCase, type LoadedProgram, type ScenarioEntry } from '../packages.ts';
import type { Play } from './moves.ts';

interface Fired {
  readonly instance: InstanceId;
  readonly role: string;
  readonly event: string;
  /** Form that it asks for. */
  readonly form?: string;
}

/**
 * Sample data of an action: what the scenario's own step of that event carries, else its answers of the form asked, or
 * those of the scenario that the case was given. `before` tells how often this was done already: the second time gets
 * the data of the scenario's second such step.
 */
export function sampleFor(
  loaded: LoadedProgram,
  scenario: ScenarioEntry | undefined,
  cases: Play['cases'],
  fired: Fired,
  before = 0,
): JsonObject | undefined {
  const { form } = fired;
  const own = ownScenario(loaded, cases, fired.instance);
  if (own !== undefined && form !== undefined && own[form] !== undefined) return own[form];
  const steps = scenario?.steps?.filter((each) => matches(each, fired)) ?? [];
  const step = steps[Math.min(before, steps.length - 1)];
  if (step !== undefined && 'data' in step && step.data !== undefined) return step.data;
  if (form === undefined) return undefined;
  return (
    (scenario && factsOfCase(scenario, fired.instance)[form]) ??
    loaded.scenarios.map((each) => factsOf(each, form)).find((facts) => facts)
  );
}

function ownScenario(loaded: LoadedProgram, cases: Play['cases'], instance: InstanceId): Facts | undefined {
  const id = cases[instance.split('/')[0] ?? instance]?.scenario;
  return loaded.scenarios.find((each) => each.id === id)?.facts;
}

function matches(step: ScenarioStep, { instance, role, event }: Fired): boolean {
  if (!('event' in step) || step.event !== event || step.as !== role) return false;
  const kind = (id: string): string | undefined => id.split('/').at(-1)?.split(':')[0];
  // Another case's step of the same kind serves as well as the case's own.
  return kind(step.instance ?? step.machine ?? 'case') === kind(instance);
}
