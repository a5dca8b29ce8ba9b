import type { Facts, ScenarioFile } from '@zhinan/model';
import type { Base, Oracle } from './boundary.ts';

const mostBases = 24;

/** Complete applicants whom the forms and all rules accept, plain scenarios before those built upon others. */
export function basesOf(
  scenarios: readonly { readonly id: string; readonly scenario: ScenarioFile }[],
  program: string,
  oracle: Oracle,
): readonly Base[] {
  const accepted = new Map<string, Base>();
  const plainFirst = scenarios.toSorted((one, other) => Number(!isPlain(one)) - Number(!isPlain(other)));
  for (const { id, scenario } of plainFirst) {
    const key = JSON.stringify(scenario.facts);
    if (scenario.program !== program || accepted.has(key)) continue;
    if (
      oracle.rules.eligibility(scenario.facts).verdict === 'eligible' &&
      oracle.valid(scenario.facts as Facts)
    ) {
      accepted.set(key, { scenario: id, facts: scenario.facts });
    }
  }
  return [...accepted.values()].slice(0, mostBases);
}

const isPlain = ({ id, scenario }: { readonly id: string; readonly scenario: ScenarioFile }): boolean =>
  scenario.extends === undefined && scenario.steps === undefined && id.startsWith('eligible');
