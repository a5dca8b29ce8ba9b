import type { Language } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Property } from '../reactive.ts';
import type { Listening } from '../form/listening.ts';
import { nearestLanguage } from '../strings/language.ts';
import { TemplateElement } from './template-element.ts';
import type { ViewEventMap } from './act-event.ts';
import { viewStrings, type ViewStrings } from './view-strings.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What views share: the language around them, and being empty, loading or failed. They read `view` and fetch nothing. */
export abstract class ViewElement<View> extends (TemplateElement as Listening<ViewEventMap> &
  typeof TemplateElement) {
  static override properties: Readonly<Record<string, Property>> = {
    view: {},
    loading: { attribute: 'loading', flag: true, reflect: true },
    error: { attribute: 'error' },
  };
  static {
    this.react();
  }

  declare view: View | undefined;
  /** The host is fetching another view; what is shown stays. */
  declare loading: boolean;
  /** Why the host could not fetch one, in words; a button asks for another attempt (`reload`). */
  declare error: string | null | undefined;
  language: Language = 'zh-CN';

  get words(): ViewStrings {
    return viewStrings.in(this.language);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.language = nearestLanguage(this);
    this.requestUpdate();
  }

  /** The element with something to show. */
  protected abstract shown(view: View): TemplateResult;
  /** Its own words. */
  protected abstract readonly vocabulary: Vocabulary<unknown>;
  /** What to say while there is nothing. */
  protected abstract readonly nothingYet: string;

  /** Nothing is shown in one language that is to be in another. */
  protected override async scheduleUpdate(): Promise<void> {
    await Promise.all([viewStrings.ready(this.language), this.vocabulary.ready(this.language)]);
    await super.scheduleUpdate();
  }

  protected override render(): TemplateResult {
    const { view, loading, error } = this;
    return html`<div class="page" part="page" aria-busy=${loading}>
      <div role="alert">${error ? this.#failed(error) : nothing}</div>
      <p class="muted" role="status" part="loading" ?hidden=${!loading}>
        ${loading ? this.words.loading : ''}
      </p>
      ${view ? this.shown(view) : loading || error ? nothing : html`<p class="muted" part="empty">${this.nothingYet}</p>`}
    </div>`;
  }

  #failed(error: string): TemplateResult {
    return html`<div class="lead bad" part="error">
      <p>${error}</p>
      <button type="button" class="button" part="button retry" @click=${this.#reload}>
        ${this.words.reload}
      </button>
    </div>`;
  }

  readonly #reload = (): void => {
    this.dispatchEvent(new CustomEvent('reload', { detail: {}, bubbles: true, composed: true }));
  };
}
