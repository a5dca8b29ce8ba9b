import { runScenario, type Environment, type Mismatch } from '@zhinan/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../language.ts';
import { LightElement } from '../../light-element.ts';
import type { ScenarioEntry } from '../../packages.ts';
import { groupOf } from '../../scenario-options.ts';
import { mismatchText } from './mismatch-words.ts';

/** What to open: a scenario, and after how many of its steps. */
export type OpenEvent = CustomEvent<{ readonly scenario: string; readonly at: number }>;
/** A scenario file somebody chose, as text. */
export type FileEvent = CustomEvent<string>;

type Result = 'running' | readonly Mismatch[];

/** All scenarios of the programme, each played again here: which hold, and where one does not, to be opened there. */
class ScenariosView extends LightElement {
  static override readonly properties = {
    scenarios: { attribute: false },
    environment: { attribute: false },
    current: { attribute: false },
    results: { state: true },
    text: { state: true },
    onlyBroken: { state: true },
  };

  declare scenarios: readonly ScenarioEntry[];
  declare environment: Environment;
  /** Id of the scenario on the page. */
  declare current: string;
  declare results: ReadonlyMap<string, Result>;
  declare text: string;
  declare onlyBroken: boolean;

  #round = 0;

  constructor() {
    super();
    this.results = new Map();
    this.text = '';
    this.onlyBroken = false;
  }

  override willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (changed.has('scenarios') || changed.has('environment')) void this.#check();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#round += 1;
  }

  /** One after the other, so that the page stays alive. */
  async #check(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    const results = new Map<string, Result>();
    for (const scenario of this.scenarios) {
      results.set(scenario.id, runScenario(this.environment, scenario).mismatches);
      await new Promise((resolve) => setTimeout(resolve));
      if (round !== this.#round) return;
      this.results = new Map(results);
    }
  }

  override render(): TemplateResult {
    const broken = [...this.results.values()].filter(
      (result) => result !== 'running' && result.length > 0,
    ).length;
    const done = this.results.size;
    const all = this.scenarios.length;
    const shown = this.scenarios.filter(
      ({ id, title }) =>
        (this.text === '' || `${id} ${title}`.includes(this.text)) &&
        (!this.onlyBroken || (this.results.get(id)?.length ?? 0) > 0),
    );
    return html`<div class="scenarios">
      <div class="toolbar">
        <label
          ><span>${t('findScenario')}</span><input type="search" @input=${this.#onText} .value=${this.text}
        /></label>
        <label class="choice"
          ><input type="checkbox" @change=${this.#onOnly} .checked=${this.onlyBroken} /><span
            >${t('onlyBroken')}</span
          ></label
        >
        <label class="file"
          ><span>${t('openFile')}</span
          ><input type="file" accept=".json,application/json" @change=${this.#onFile}
        /></label>
      </div>
      <p role="status" data-checked=${done === all ? broken : nothing}>
        ${
          done < all
            ? t('checkingScenarios', { done, all })
            : broken === 0
              ? t('scenariosHold', { all })
              : t('scenariosBroken', { broken, all })
        }
      </p>
      <ul class="scenario-list">
        ${shown.map((scenario) => this.#item(scenario))}
      </ul>
    </div>`;
  }

  #item(scenario: ScenarioEntry): TemplateResult {
    const { id, title, steps = [] } = scenario;
    const result = this.results.get(id);
    const mismatches = result === undefined || result === 'running' ? [] : result;
    const first = mismatches.find(({ step }) => step !== undefined)?.step;
    return html`<li data-scenario=${id} aria-current=${id === this.current ? 'true' : nothing}>
      <div class="scenario-head">
        ${
          result === undefined
            ? html`<span class="tag">…</span>`
            : mismatches.length === 0
              ? html`<span class="tag good">${t('holds')}</span>`
              : html`<span class="tag bad">${t('breaks')}</span>`
        }
        <strong>${title}</strong>
        <span class="muted">${t(groupOf(scenario))} · ${t('stepCount', { count: steps.length })}</span>
      </div>
      ${mismatches.map((mismatch) => html`<p class="why">${mismatchText(mismatch, this.environment, scenario)}</p>`)}
      <p class="actions">
        <button type="button" class="small" data-open @click=${() => this.#open(id, 0)}>
          ${t('openAtStart')}
        </button>
        ${
          steps.length === 0
            ? nothing
            : html`<button
                type="button"
                class="small"
                data-open-end
                @click=${() => this.#open(id, steps.length)}
              >
                ${t('openAtEnd')}
              </button>`
        }
        ${
          mismatches.length === 0 || steps.length === 0
            ? nothing
            : html`<button
                type="button"
                class="small primary"
                data-open-broken
                @click=${() => this.#open(id, (first ?? steps.length - 1) + 1)}
              >
                ${t('openAtBreak')}
              </button>`
        }
      </p>
    </li>`;
  }

  #open(scenario: string, at: number): void {
    this.dispatchEvent(new CustomEvent('open', { detail: { scenario, at } }));
  }

  readonly #onText = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) this.text = event.target.value.trim();
  };

  readonly #onOnly = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) this.onlyBroken = event.target.checked;
  };

  readonly #onFile = async (event: Event): Promise<void> => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const file = event.target.files?.[0];
    if (file !== undefined) this.dispatchEvent(new CustomEvent('file', { detail: await file.text() }));
    event.target.value = '';
  };
}

customElements.define('pg-scenarios-view', ScenariosView);
