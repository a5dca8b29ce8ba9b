import { tagName } from '@zhinan/engine';
import type { JsonObject } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit';
import { FormHost, type AnswersEvent } from '../form/form-host.ts';
import { t } from '../language.ts';
import { LightElement } from '../light-element.ts';
import type { LoadedProgram } from '../packages.ts';
import type { Offer } from './standing.ts';

/** What the person entered for an action; `detail` of the `act` event. */
export interface Entered {
  readonly offer: Offer;
  readonly reason?: string;
  readonly data?: JsonObject;
}

export type ActEvent = CustomEvent<Entered>;

/** Asks for what an action needs: the generated form, a reason, or both. */
export class ActDialog extends LightElement {
  static override readonly properties = {
    loaded: { attribute: false },
    offer: { attribute: false },
    sample: { attribute: false },
    stored: { attribute: false },
    now: { attribute: false },
    answers: { state: true },
    counted: { state: true },
    reason: { state: true },
    extra: { state: true },
  };

  declare loaded: LoadedProgram;
  declare offer: Offer | undefined;
  declare sample: JsonObject | undefined;
  /** Answers already given on this form, when it is asked again. */
  declare stored: JsonObject | undefined;
  declare now: string;
  declare answers: JsonObject;
  declare counted: JsonObject;
  declare reason: string;
  /** Data of an event that has no form, as typed: JSON. */
  declare extra: string;

  constructor() {
    super();
    this.answers = {};
    this.counted = {};
    this.reason = '';
    this.extra = '';
  }

  override willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (!changed.has('offer')) return;
    this.answers = this.stored ?? {};
    this.counted = this.answers;
    this.reason = '';
    this.extra = '';
  }

  protected override updated(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (!changed.has('offer')) return;
    const dialog = this.querySelector('dialog');
    if (this.offer === undefined) dialog?.close();
    else if (dialog?.open === false) dialog.showModal();
  }

  override render(): TemplateResult {
    const offer = this.offer;
    return html`<dialog
      class="act"
      aria-labelledby="act-title"
      data-asks=${offer?.form ?? offer?.reason ?? 'nothing'}
      @close=${this.#onClose}
    >
      ${offer === undefined ? nothing : this.#content(offer)}
    </dialog>`;
  }

  #content(offer: Offer): TemplateResult {
    const role = this.loaded.contract.roles[offer.role]?.title ?? offer.role;
    return html`
      <header class="act-head">
        <div>
          <h2 id="act-title">${offer.title}</h2>
          <p class="muted">${role} · ${offer.of}</p>
        </div>
        <button type="button" class="quiet" @click=${this.#cancel}>${t('close')}</button>
      </header>
      <div class="act-body">
        ${this.#form(offer)}
        ${
          offer.reason === undefined
            ? nothing
            : html`<label class="reason">
                <span>${t(offer.reason === 'required' ? 'reason' : 'reasonOptional')}</span>
                <textarea
                  rows="3"
                  name="reason"
                  ?required=${offer.reason === 'required'}
                  .value=${this.reason}
                  @input=${this.#onReason}
                ></textarea>
              </label>`
        }
        ${offer.form === undefined ? this.#extra(offer) : nothing}
      </div>
      <footer class="act-foot">
        <button type="button" data-sample ?disabled=${!this.#hasSample(offer)} @click=${this.#fill}>
          ${t('useSample')}
        </button>
        <span class="spring"></span>
        <button type="button" @click=${this.#cancel}>${t('cancel')}</button>
        <button
          type="button"
          class="primary"
          data-confirm
          ?disabled=${!this.#isReady(offer)}
          @click=${this.#confirm}
        >
          ${t('confirm')}
        </button>
      </footer>
    `;
  }

  #form(offer: Offer): TemplateResult | typeof nothing {
    if (offer.form === undefined) return nothing;
    const tag = this.#tag(offer.form);
    if (this.loaded.source.define === undefined) return html`<p class="muted">${t('noElement')}</p>`;
    if (customElements.get(tag) === undefined) {
      void this.#arrive(tag);
      return html`<p class="muted" role="status">${t('loading')}</p>`;
    }
    return html`<pg-form-host
      .tag=${tag}
      .answers=${this.answers}
      .now=${this.now}
      .noSubmit=${true}
      @answers=${this.#onAnswers}
    ></pg-form-host>`;
  }

  /** What an act names beside its reason: who is added, in which order members stand. */
  #extra({ notes }: Offer): TemplateResult {
    const wrong = this.extra.trim() !== '' && dataIn(this.extra) === undefined;
    return html`<details class="idle" ?open=${notes.length > 0}>
      <summary>${t('extraData')}</summary>
      <label class="reason">
        <span>${t('extraDataNote')}</span>
        <textarea
          rows="3"
          name="extra"
          spellcheck="false"
          aria-invalid=${wrong ? 'true' : nothing}
          aria-describedby=${wrong ? 'extra-wrong' : nothing}
          .value=${this.extra}
          @input=${this.#onExtra}
        ></textarea>
      </label>
      ${wrong ? html`<p id="extra-wrong" class="why">${t('extraDataWrong')}</p>` : nothing}
    </details>`;
  }

  #hasSample(offer: Offer): boolean {
    if (offer.form === undefined) return offer.reason !== undefined;
    return this.sample !== undefined && this.#isReady(offer);
  }

  /** The form asked for stands on the screen. */
  #isReady({ form }: Offer): boolean {
    return form === undefined || customElements.get(this.#tag(form)) !== undefined;
  }

  #tag(form: string): string {
    return tagName(this.loaded.contract, this.loaded.program, form);
  }

  async #arrive(tag: string): Promise<void> {
    await customElements.whenDefined(tag);
    this.requestUpdate();
  }

  readonly #onAnswers = ({ detail }: AnswersEvent): void => {
    this.answers = detail.value;
    this.counted = detail.counted;
  };

  readonly #onReason = (event: Event): void => {
    if (event.target instanceof HTMLTextAreaElement) this.reason = event.target.value;
  };

  readonly #onExtra = (event: Event): void => {
    if (event.target instanceof HTMLTextAreaElement) this.extra = event.target.value;
  };

  readonly #fill = (): void => {
    if (this.offer?.form !== undefined && this.sample !== undefined) {
      this.answers = this.sample;
      this.counted = this.sample;
    }
    if (this.offer?.reason !== undefined && this.reason === '') this.reason = t('sampleReasonText');
  };

  readonly #confirm = (): void => {
    const offer = this.offer;
    if (offer === undefined) return;
    const reasonField = this.querySelector<HTMLTextAreaElement>('textarea[name="reason"]');
    if (reasonField !== null && !reasonField.reportValidity()) return;
    const host = this.querySelector('pg-form-host');
    // The generated form says itself what is wrong, with focus on its error summary.
    const answered = host instanceof FormHost && host.form?.reportValidity() === true;
    if (offer.form !== undefined && !answered) return;
    const extra = dataIn(this.extra);
    if (this.extra.trim() !== '' && extra === undefined) {
      this.querySelector<HTMLElement>('[name="extra"]')?.focus();
      return;
    }
    const reason = this.reason.trim();
    const detail: Entered = {
      offer,
      ...(reason === '' ? {} : { reason }),
      ...(offer.form === undefined ? {} : { data: this.counted }),
      ...(extra === undefined ? {} : { data: extra }),
    };
    this.dispatchEvent(new CustomEvent('act', { detail }));
  };

  readonly #cancel = (): void => {
    this.querySelector('dialog')?.close();
  };

  readonly #onClose = (): void => {
    this.dispatchEvent(new CustomEvent('dismiss'));
  };
}

/** The object that a text holds as JSON, if any. */
function dataIn(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as JsonObject)
      : undefined;
  } catch {
    return undefined;
  }
}

customElements.define('pg-act-dialog', ActDialog);
