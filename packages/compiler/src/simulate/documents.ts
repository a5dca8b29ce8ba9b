import type { Documents } from '@zhinan/engine/simulation';
import type { FormValidator, JsonObject } from '@zhinan/model';
import type { ResolvedScenario } from '../2-resolve/guideline.ts';

/** What officers fill in and hand over in a simulation: the answers of the edition's scenarios that the forms accept. */
export function documentsOf(
  scenarios: readonly ResolvedScenario[],
  program: string,
  validators: Readonly<Record<string, FormValidator<unknown>>>,
): Documents {
  const forms = new Map<string, Map<string, JsonObject>>();
  const events = new Map<string, Map<string, JsonObject>>();
  const keep = (into: typeof forms, name: string, data: JsonObject) => {
    const known = into.get(name) ?? new Map<string, JsonObject>();
    into.set(name, known.set(JSON.stringify(data), data));
  };
  for (const { scenario } of scenarios.filter((each) => each.scenario.program === program)) {
    const all = [scenario.facts, ...Object.values(scenario.cases ?? {}).map(({ facts }) => facts ?? {})];
    for (const [form, data] of all.flatMap((facts) => Object.entries(facts)))
      if (data && validators[form]?.(data)) keep(forms, form, data as JsonObject);
    for (const step of scenario.steps ?? []) {
      if (!('event' in step) || !step.data) continue;
      keep(events, step.event, step.data);
      for (const [form, validator] of Object.entries(validators))
        if (validator(step.data)) keep(forms, form, step.data);
    }
  }
  const plain = (from: typeof forms) =>
    Object.fromEntries([...from].map(([name, data]) => [name, [...data.values()]]));
  return { forms: plain(forms), events: plain(events) };
}
