import { html, type TemplateResult } from 'lit';
import { t } from './language.ts';
import type { ScenarioEntry } from './packages.ts';
import type { Word } from './words.ts';

/** Scenario ids begin with how they end: `<outcome>-<why>`. */
const GROUPS: Readonly<Record<string, Word>> = {
  completed: 'groupCompleted',
  eligible: 'verdictEligible',
  'needs-reason': 'verdictNeedsReason',
  undecided: 'verdictUndecided',
  ineligible: 'verdictIneligible',
  refused: 'outcomeRefused',
  expired: 'outcomeExpired',
  withdrawn: 'outcomeWithdrawn',
  cancelled: 'outcomeCancelled',
};

export function groupOf({ id, expect }: ScenarioEntry): Word {
  const ending =
    expect.outcome === 'accepted' ? 'completed' : (expect.outcome ?? expect.verdict ?? id.split('-')[0]);
  return GROUPS[ending ?? ''] ?? 'groupUnderway';
}

/** The options of a list of scenarios, by how they end. */
export function scenarioOptions(
  scenarios: readonly ScenarioEntry[],
  selected: string,
): readonly TemplateResult[] {
  const order: readonly Word[] = [...new Set<Word>([...Object.values(GROUPS), 'groupUnderway'])];
  return order.flatMap((word) => {
    const members = scenarios.filter((scenario) => groupOf(scenario) === word);
    if (members.length === 0) return [];
    return html`<optgroup label=${t(word)}>
      ${members.map(({ id, title }) => html`<option value=${id} ?selected=${id === selected}>${title}</option>`)}
    </optgroup>`;
  });
}
