import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { keyed } from 'lit/directives/keyed.js';
import { language, setLanguage, t } from './language.ts';
import { LightElement } from './light-element.ts';
import { loadProgram, type LoadedProgram } from './packages.ts';
import { parseRoute, routeHref, type PageName, type ProgramRoute, type Route } from './route.ts';
import { setTheme, theme, type Theme } from './theme.ts';
import type { Word } from './words.ts';
import './home/home-page.ts';

const TABS: readonly (readonly [PageName, Word])[] = [
  ['form', 'tabForm'],
  ['procedure', 'tabProcedure'],
  ['clauses', 'tabClauses'],
  ['rules', 'tabRules'],
  ['findings', 'tabFindings'],
];

const THEMES: Readonly<Record<Theme, { readonly next: Theme; readonly word: Word }>> = {
  auto: { next: 'light', word: 'themeAuto' },
  light: { next: 'dark', word: 'themeLight' },
  dark: { next: 'auto', word: 'themeDark' },
};

type Loaded =
  | { readonly status: 'idle' }
  | { readonly status: 'loading' }
  | { readonly status: 'missing' }
  | { readonly status: 'failed'; readonly message: string }
  | { readonly status: 'ready'; readonly loaded: LoadedProgram };

/** Pages are loaded when first opened: React and the drawing code stay away from the home page. */
const PAGES: Readonly<Record<PageName, () => Promise<unknown>>> = {
  form: () => import('./form/form-page.ts'),
  procedure: () => import('./procedure/procedure-page.ts'),
  clauses: () => import('./clauses/clauses-page.ts'),
  rules: () => import('./rules/rules-page.ts'),
  findings: () => import('./findings/findings-page.ts'),
};

class Playground extends LightElement {
  static override readonly properties = { route: { state: true }, loaded: { state: true } };

  declare route: Route;
  declare loaded: Loaded;

  constructor() {
    super();
    this.route = parseRoute(location.hash);
    this.loaded = { status: 'idle' };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#navigate);
    void this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#navigate);
  }

  readonly #navigate = (): void => {
    const before = this.route;
    this.route = parseRoute(location.hash);
    void this.#open();
    // A new page starts at its top; a change inside a page keeps its place.
    if (before.page !== this.route.page) window.scrollTo(0, 0);
  };

  async #open(): Promise<void> {
    const route = this.route;
    if (route.page === 'home' || route.page === 'catalogue') {
      this.loaded = { status: 'idle' };
      document.title = t('productName');
      if (route.page === 'catalogue') await import('./catalogue/catalogue-page.ts');
      return;
    }
    if (this.loaded.status !== 'ready') this.loaded = { status: 'loading' };
    try {
      const [loaded] = await Promise.all([loadProgram(route.edition, route.program), PAGES[route.page]()]);
      if (this.route !== route) return;
      this.loaded = loaded === undefined ? { status: 'missing' } : { status: 'ready', loaded };
      if (loaded !== undefined) document.title = `${loaded.contract.shortTitle} · ${t('productName')}`;
    } catch (error) {
      if (this.route !== route) return;
      this.loaded = { status: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
  }

  override render(): TemplateResult {
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>${t('skip')}</a>
      <header class="top">
        <a class="brand" href="#/"><span class="seal" aria-hidden="true">指南</span>${t('productName')}</a>
        ${this.#crumb()}
        <div class="top-tools">
          <button type="button" class="quiet" @click=${this.#nextTheme}>
            ${t('theme')}：${t(THEMES[theme()].word)}
          </button>
          <button
            type="button"
            class="quiet"
            lang=${language() === 'en' ? 'zh-CN' : 'en'}
            @click=${() => setLanguage(language() === 'en' ? 'zh-CN' : 'en')}
          >
            ${t('switchLanguage')}
          </button>
        </div>
      </header>
      <main id="main" tabindex="-1">${this.#page()}</main>
    `;
  }

  readonly #skip = (event: Event): void => {
    // The hash is the router's: move the focus without touching the address.
    event.preventDefault();
    this.querySelector<HTMLElement>('main')?.focus();
  };

  readonly #nextTheme = (): void => {
    setTheme(THEMES[theme()].next);
    this.requestUpdate();
  };

  #crumb(): TemplateResult | typeof nothing {
    const { route, loaded } = this;
    if (!('edition' in route)) return nothing;
    const title =
      loaded.status === 'ready'
        ? `${loaded.loaded.contract.shortTitle} · ${loaded.loaded.program.title}`
        : route.edition;
    return html`
      <p class="crumb">${title}</p>
      <nav class="tabs" aria-label=${title}>
        ${TABS.map(
          ([page, word]) =>
            html`<a
              href=${routeHref({ ...route, page })}
              aria-current=${route.page === page ? 'page' : nothing}
              >${t(word)}</a
            >`,
        )}
      </nav>
    `;
  }

  #page(): TemplateResult {
    const { route, loaded } = this;
    if (route.page === 'home') return html`<pg-home-page></pg-home-page>`;
    if (route.page === 'catalogue')
      return html`<pg-catalogue-page .query=${route.query}></pg-catalogue-page>`;
    if (loaded.status === 'missing') return html`<p class="empty">${t('notFound')}</p>`;
    if (loaded.status === 'failed')
      return html`<div class="empty" role="alert">
        <h1>${t('loadFailed')}</h1>
        <p>${loaded.message}</p>
      </div>`;
    if (loaded.status !== 'ready') return html`<p class="empty" role="status">${t('loading')}</p>`;
    // Keyed: what was typed or played for one programme must not come along to the next.
    const page = keyed(loaded.loaded, programPage(route, loaded.loaded));
    return html`${guard([route, loaded.loaded], () => page)}`;
  }
}

function programPage(route: ProgramRoute, loaded: LoadedProgram): TemplateResult {
  switch (route.page) {
    case 'form':
      return html`<pg-form-page .route=${route} .loaded=${loaded}></pg-form-page>`;
    case 'procedure':
      return html`<pg-procedure-page .route=${route} .loaded=${loaded}></pg-procedure-page>`;
    case 'clauses':
      return html`<pg-clauses-page .route=${route} .loaded=${loaded}></pg-clauses-page>`;
    case 'rules':
      return html`<pg-rules-page .route=${route} .loaded=${loaded}></pg-rules-page>`;
    case 'findings':
      return html`<pg-findings-page .route=${route} .loaded=${loaded}></pg-findings-page>`;
  }
}

customElements.define('zn-playground', Playground);
