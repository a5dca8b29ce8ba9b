import type { InstanceId } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../language.ts';
import { segments } from '../segments.ts';
import type { Word } from '../words.ts';
import type { Diagram } from './diagram.ts';
import './diagram-view.ts';
import type { Standing } from './standing.ts';

const OUTCOME: Readonly<Record<NonNullable<Standing['view']['outcome']>, Word>> = {
  accepted: 'outcomeAccepted',
  refused: 'outcomeRefused',
  expired: 'outcomeExpired',
  withdrawn: 'outcomeWithdrawn',
  cancelled: 'outcomeCancelled',
  completed: 'outcomeCompleted',
};

/** What the end of a machine means, in a word. */
export function outcomeWord(outcome: string): string | undefined {
  const word = Object.hasOwn(OUTCOME, outcome) ? OUTCOME[outcome as keyof typeof OUTCOME] : undefined;
  return word && t(word);
}

/** Where one machine stands, in words; tabs to the others. */
export function standingPanel(
  standing: Standing,
  all: readonly Standing[],
  onInstance: (instance: InstanceId) => void,
): TemplateResult {
  const { states, view } = standing;
  const outcome = view.outcome === undefined ? '' : ` · ${outcomeWord(view.outcome)}`;
  const tabs = all.map(({ instance, of, title }) => ({
    id: instance,
    label: of,
    hint: title,
  }));
  return html`<section class="card standing" aria-labelledby="standing-title">
    ${all.length < 2 ? nothing : segments(t('machineTabs'), tabs, standing.instance, onInstance)}
    <h2 id="standing-title">${t('currentState')}</h2>
    <ul class="states" aria-live="polite">
      ${states.map(
        ({ path, title }) => html`<li class=${view.status} data-state=${path}>${title}${outcome}</li>`,
      )}
    </ul>
  </section>`;
}

/** The same as a picture. */
export function drawing(standing: Standing, diagram: Diagram | undefined, name: string): TemplateResult {
  return diagram === undefined
    ? html`<p class="muted">${t('noDiagram')}</p>`
    : html`<pg-diagram-view
        .diagram=${diagram}
        .label=${`${t('diagram')}：${standing.title}`}
        .name=${name}
        .active=${standing.active}
        .visited=${standing.visited}
      ></pg-diagram-view>`;
}
