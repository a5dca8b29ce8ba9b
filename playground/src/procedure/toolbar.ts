import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../language.ts';
import type { LoadedProgram, ScenarioEntry } from '../packages.ts';
import { scenarioOptions } from '../scenario-options.ts';
import type { Play } from './moves.ts';
import { progressOf } from './progress.ts';

export interface Toolbar {
  readonly loaded: LoadedProgram;
  readonly play: Play;
  readonly scenario: ScenarioEntry | undefined;
  readonly status: string;
  /** Two runs are on the page. */
  readonly comparing: boolean;
  readonly onScenario: (id: string) => void;
  readonly onPlayOn: (count: number) => void;
  readonly onUndo: () => void;
  readonly onReset: () => void;
  readonly onCopyLink: () => void;
  readonly onRecord: () => void;
  readonly onCompare: () => void;
}

/** Which scenario, how far it is played; and what is done with the play as a whole. */
export function toolbar(bar: Toolbar): TemplateResult {
  const { loaded, play, scenario, status, comparing } = bar;
  const scenarios = loaded.scenarios.filter(({ steps }) => steps !== undefined);
  return html`<div class="toolbar">
    ${
      scenarios.length === 0
        ? nothing
        : html`<label>
              <span>${t('sampleAnswers')}</span>
              <select
                data-scenarios
                @change=${(event: Event) => event.target instanceof HTMLSelectElement && bar.onScenario(event.target.value)}
              >
                ${scenarioOptions(scenarios, scenario?.id ?? '')}
              </select>
            </label>
            ${scenario === undefined ? nothing : player(bar, scenario)}`
    }
    <div class="actions push">
      <button type="button" data-undo ?disabled=${play.moves.length === 0} @click=${bar.onUndo}>
        ${t('undo')}
      </button>
      <button type="button" data-reset @click=${bar.onReset}>${t('reset')}</button>
      <button type="button" data-record ?disabled=${play.moves.length === 0} @click=${bar.onRecord}>
        ${t('record')}
      </button>
      ${
        comparing
          ? nothing
          : html`<button type="button" data-compare title=${t('compareNote')} @click=${bar.onCompare}>
              ${t('compareBegin')}
            </button>`
      }
      <button type="button" data-copy-link title=${t('linkNote')} @click=${bar.onCopyLink}>
        ${t('copyLink')}
      </button>
      <span class="status-line" role="status">${status}</span>
    </div>
  </div>`;
}

function player({ play, onPlayOn }: Toolbar, { steps = [] }: ScenarioEntry): TemplateResult | typeof nothing {
  if (steps.length === 0) return nothing;
  const { done, astray } = progressOf(steps, play.moves);
  const ended = astray || done >= steps.length;
  return html`<div class="actions">
    <button type="button" data-step ?disabled=${ended} @click=${() => onPlayOn(1)}>
      ${t('playScenario')}
    </button>
    <button type="button" data-play ?disabled=${ended} @click=${() => onPlayOn(steps.length)}>
      ${t('playAll')}
    </button>
    <span class="muted"
      >${astray ? t('scenarioAstray') : t('scenarioProgress', { done, all: steps.length })}</span
    >
  </div>`;
}
