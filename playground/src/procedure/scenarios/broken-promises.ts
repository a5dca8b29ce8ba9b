import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../language.ts';
import type { ScenarioEntry } from '../../packages.ts';
import { NOTHING_SUPPOSED, type Play } from '../moves.ts';
import { progressOf } from '../progress.ts';
import type { Rehearsal } from '../rehearsal.ts';
import { supposedCount } from '../supposed.ts';
import { mismatchText } from './mismatch-words.ts';

/** What the scenario promises and does not keep, up to the step that stands on the page. */
export function brokenPromises(
  play: Play,
  scenario: ScenarioEntry | undefined,
  rehearsal: Rehearsal,
): TemplateResult | typeof nothing {
  if (scenario === undefined || supposedCount(play.supposed) > 0) return nothing;
  const steps = scenario.steps ?? [];
  const { done, astray } = progressOf(steps, play.moves);
  const here = rehearsal
    .mismatches(scenario)
    .filter(({ step }) => (step === undefined ? done >= steps.length : step < done));
  if (astray || here.length === 0) return nothing;
  const environment = rehearsal.environment('a', NOTHING_SUPPOSED);
  return html`<div class="notice bad" role="status" data-broken>
    <strong>${t('scenarioBroken')}</strong>
    ${here.map((mismatch) => html`<p>${mismatchText(mismatch, environment, scenario)}</p>`)}
  </div>`;
}
