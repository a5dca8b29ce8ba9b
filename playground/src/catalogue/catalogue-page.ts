import type { Facts } from '@zhinan/model';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { t } from '../language.ts';
import { LightElement } from '../light-element.ts';
import { replaceHref } from '../route.ts';
import type { Word } from '../words.ts';
import { specimens } from './specimens.ts';

interface Generated {
  readonly facts: Facts;
  readonly define: () => Promise<unknown>;
}

type Switch = 'lang' | 'density' | 'scheme' | 'dir' | 'width';
interface Choice {
  readonly value: string;
  readonly label: Word | string;
}

/** Choices whose value is also their name. */
function named(...values: readonly string[]): readonly Choice[] {
  return values.map((value) => ({ value, label: value }));
}

/** Each switch with its choices, the first of which is taken where the address says nothing. */
const switches: Readonly<Record<Switch, { readonly word: Word; readonly choices: readonly Choice[] }>> = {
  lang: {
    word: 'catalogueLanguage',
    choices: [
      { value: 'zh-CN', label: '中文' },
      { value: 'en', label: 'English' },
      { value: 'ug', label: 'ئۇيغۇرچە' },
      { value: 'mn-Mong', label: 'ᠮᠣᠩᠭᠣᠯ' },
    ],
  },
  density: { word: 'catalogueDensity', choices: named('comfortable', 'dense') },
  scheme: { word: 'catalogueScheme', choices: named('auto', 'light', 'dark') },
  dir: { word: 'catalogueDirection', choices: named('auto', 'rtl') },
  width: { word: 'catalogueWidth', choices: named('auto', '320', '390', '768', '1200') },
};

const words: ReadonlySet<string> = new Set(['auto', 'comfortable', 'dense', 'light', 'dark', 'rtl']);

/** Every control and view in every state: one at a time, so that the page stays quick. */
class CataloguePage extends LightElement {
  static override readonly properties = {
    query: { attribute: false },
    generated: { state: true },
    failure: { state: true },
  };

  declare query: URLSearchParams;
  declare generated: Generated | undefined;
  declare failure: string;

  constructor() {
    super();
    this.failure = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    try {
      const generated = await import('virtual:catalogue');
      await generated.define();
      this.generated = generated;
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  get #state(): string {
    const asked = this.query.get('state') ?? '';
    return asked in specimens ? asked : 'empty';
  }

  #chosen(name: Switch): string {
    const asked = this.query.get(name);
    const { choices } = switches[name];
    return (choices.find(({ value }) => value === asked) ?? choices[0])?.value ?? '';
  }

  override render(): TemplateResult {
    const [width, dir] = [this.#chosen('width'), this.#chosen('dir')];
    return html`<div class="page">
      <h1>${t('catalogue')}</h1>
      <p class="lead">${t('catalogueIntro')}</p>
      <div class="toolbar" role="group" aria-label=${t('catalogueSwitches')}>
        <label>
          <span>${t('catalogueState')}</span>
          <select data-switch="state" @change=${(event: Event) => this.#set('state', event)}>
            ${Object.entries(specimens).map(
              ([id, { word }]) =>
                html`<option value=${id} ?selected=${id === this.#state}>${t(word)}</option>`,
            )}
          </select>
        </label>
        ${(Object.keys(switches) as Switch[]).map((name) => this.#switch(name))}
      </div>
      ${this.failure ? html`<div class="empty" role="alert">${t('loadFailed')}：${this.failure}</div>` : ''}
      ${!this.generated && !this.failure ? html`<p class="empty" role="status">${t('loading')}</p>` : ''}
      <div
        class="catalogue-stage"
        data-width=${width}
        data-scheme=${this.#chosen('scheme')}
        lang=${this.#chosen('lang')}
        dir=${dir === 'auto' ? 'ltr' : dir}
      ></div>
    </div>`;
  }

  #switch(name: Switch): TemplateResult {
    const { word, choices } = switches[name];
    return html`<label>
      <span>${t(word)}</span>
      <select data-switch=${name} @change=${(event: Event) => this.#set(name, event)}>
        ${choices.map(
          ({ value, label }) =>
            html`<option value=${value} ?selected=${value === this.#chosen(name)}>
              ${words.has(label) ? t(label as Word) : label}
            </option>`,
        )}
      </select>
    </label>`;
  }

  #set(name: string, { target }: Event): void {
    const query = new URLSearchParams(this.query);
    if (target instanceof HTMLSelectElement) query.set(name, target.value);
    replaceHref(`#/catalogue?${query}`);
    this.query = query;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('query') || changed.has('generated')) void this.#stage();
  }

  /** A fresh element each time: language and density are read where it comes up. */
  async #stage(): Promise<void> {
    const specimen = specimens[this.#state];
    const stage = this.querySelector('.catalogue-stage');
    if (!this.generated || !specimen || !stage) return;
    const element = document.createElement(specimen.tag) as HTMLElement & {
      readonly updateComplete: Promise<unknown>;
    };
    element.setAttribute('density', this.#chosen('density'));
    specimen.dress?.(element, this.generated.facts['every-control'] ?? {});
    stage.replaceChildren(element);
    await element.updateComplete;
    await specimen.play?.(element);
    this.dataset['shown'] = this.#state;
  }
}

customElements.define('pg-catalogue-page', CataloguePage);
