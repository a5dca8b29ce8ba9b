import { runScenario, type Environment } from '@zhinan/engine';
import type { JsonObject, ScenarioFile } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit';
import { download } from '../../download.ts';
import { jsonView } from '../../form/json-view.ts';
import { t } from '../../language.ts';
import { LightElement } from '../../light-element.ts';
import { mismatchText } from './mismatch-words.ts';

/** Where the recorded file goes, and the way from there to the meta-schema that editors complete it from. */
const SCHEMA = '../../../../packages/model/schemas/scenario.schema.json';

/** What was done, as a scenario file: to read, name, copy or download. */
export class RecordDialog extends LightElement {
  static override readonly properties = {
    environment: { attribute: false },
    recorded: { attribute: false },
    supposed: { attribute: false },
    heading: { state: true },
    status: { state: true },
  };

  declare environment: Environment;
  /** `undefined` = closed. */
  declare recorded: ScenarioFile | undefined;
  /** It was played under dates or readings that are not the guideline's. */
  declare supposed: boolean;
  declare heading: string;
  declare status: string;

  override willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (!changed.has('recorded')) return;
    this.heading = this.recorded?.title ?? '';
    this.status = '';
  }

  protected override updated(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (!changed.has('recorded')) return;
    const dialog = this.querySelector('dialog');
    if (this.recorded === undefined) dialog?.close();
    else if (dialog?.open === false) dialog.showModal();
  }

  override render(): TemplateResult {
    const { recorded } = this;
    return html`<dialog
      class="act"
      aria-labelledby="record-title"
      @close=${() => this.dispatchEvent(new CustomEvent('dismiss'))}
    >
      ${recorded === undefined ? nothing : this.#content({ ...recorded, title: this.heading })}
    </dialog>`;
  }

  #content(scenario: ScenarioFile): TemplateResult {
    const mismatches = runScenario(this.environment, scenario).mismatches;
    const name = fileName(scenario);
    const text = `${JSON.stringify({ $schema: SCHEMA, ...scenario }, null, 2)}\n`;
    return html`
      <header class="act-head">
        <div>
          <h2 id="record-title">${t('recordTitle')}</h2>
          <p class="muted">${t('recordNote', { name })}</p>
        </div>
        <button type="button" class="quiet" @click=${this.#close}>${t('close')}</button>
      </header>
      <div class="act-body">
        <label>
          <span>${t('recordName')}</span>
          <input name="title" required .value=${this.heading} @input=${this.#onTitle} />
        </label>
        ${this.supposed ? html`<p class="notice warn">${t('recordSupposed')}</p>` : nothing}
        <p data-holds=${mismatches.length === 0}>
          ${
            mismatches.length === 0
              ? html`<span class="tag good">${t('recordHolds')}</span>`
              : mismatches.map(
                  (mismatch) =>
                    html`<span class="why">${mismatchText(mismatch, this.environment, scenario)}</span>`,
                )
          }
        </p>
        ${jsonView(scenario as unknown as JsonObject)}
      </div>
      <footer class="act-foot">
        <span class="status-line" role="status">${this.status}</span>
        <span class="spring"></span>
        <button type="button" data-copy @click=${() => this.#copy(text)}>${t('copy')}</button>
        <button
          type="button"
          class="primary"
          data-download
          @click=${() => download(name, text, 'application/json')}
        >
          ${t('download')}
        </button>
      </footer>
    `;
  }

  async #copy(text: string): Promise<void> {
    await navigator.clipboard.writeText(text);
    this.status = t('copied');
  }

  readonly #onTitle = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) this.heading = event.target.value;
  };

  readonly #close = (): void => this.querySelector('dialog')?.close();
}

/** `<outcome>-<why>.json`, as scenarios are named; what follows the outcome is for the author to say better. */
function fileName({ expect, steps = [] }: ScenarioFile): string {
  const ending = expect.outcome ?? (steps.length > 0 ? 'underway' : (expect.verdict ?? 'recorded'));
  const last = steps.at(-1);
  const moment = last === undefined ? '' : 'advanceTo' in last ? last.advanceTo : last.at;
  return `${ending}-recorded${moment === '' ? '' : `-${moment.slice(0, 10)}`}.json`;
}

customElements.define('pg-record-dialog', RecordDialog);
