import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import { send } from '../events.ts';
import { drawErrorSummary } from '../form/error-summary.ts';
import { classOf } from '../form/form-class.ts';
import type { FormElement } from '../form/form-element.ts';
import { type Section, sectionElements, sectionId, sectionsOf } from './sections.ts';
import { checkAnswers, type Way } from './way.ts';
import { wayStrings } from './way-strings.ts';
import { adopt } from '../styles/adopt.ts';
import { wayStyles } from './ways.styles.ts';

type Later = typeof import('./later.ts');

/** What ways with more than one view have in common: which view is open, and how one gets to another. */
export abstract class SectionedWay implements Way {
  protected readonly form: FormElement;
  /** Sections as of the last drawing. */
  protected sections: readonly Section[] = [];
  readonly visited = new Set<string>();
  readonly told = new Set<string>();
  #later: Later | undefined;
  #isLoading = false;
  #isLost = false;
  #drawn: string | undefined;

  constructor(form: FormElement) {
    this.form = form;
  }

  /** View where all errors are listed. */
  protected abstract readonly overview: string;
  /** The view that a wished one comes to: a section may not be asked now, or not exist. */
  protected abstract resolve(wished: string): string;
  protected abstract head(): TemplateResult | typeof nothing;
  protected abstract actions(): TemplateResult | typeof nothing;
  /** Below the fields. */
  protected body(): TemplateResult | typeof nothing {
    return nothing;
  }
  /** Whether a section is in sight in the view open now. */
  protected abstract shows(section: string): boolean;

  /** Id of a section, {@link checkAnswers}, or the way's own start. */
  protected get view(): string {
    return this.resolve(this.form.section);
  }

  protected get strings(): (typeof wayStrings)['en'] {
    return wayStrings[this.form.model.language];
  }

  protected get current(): Section | undefined {
    return this.sections.find(({ id }) => id === this.view);
  }

  draw(): void {
    const { form } = this;
    const root = form.renderRoot;
    adopt(root, wayStyles);
    this.sections = sectionsOf(form, this);
    const { view } = this;
    for (const element of sectionElements(form)) element.hidden = !this.shows(sectionId(element));
    const into = (place: string, content: TemplateResult | typeof nothing): void => {
      const container = root.querySelector<HTMLElement>(`.way-${place}`);
      if (container) render(content, container);
    };
    this.#drawSummary();
    into('head', this.head());
    into('body', view === checkAnswers ? this.#checkAnswers() : this.body());
    into('actions', this.actions());
    const isList = sectionElements(form).every(({ hidden }) => hidden);
    root
      .querySelector('.page')
      ?.setAttribute('data-view', this.current ? 'section' : isList ? 'overview' : 'page');
    if (this.#drawn !== undefined && this.#drawn !== view) this.#tellStep(view);
    this.#drawn = view;
  }

  reveal(element: Element): void {
    const section = element.closest<HTMLElement>('.section');
    if (!section || this.shows(sectionId(section))) return;
    this.#leave();
    this.form.section = sectionId(section);
    for (const each of sectionElements(this.form)) each.hidden = !this.shows(sectionId(each));
  }

  showAll(): void {
    if (this.current) this.form.section = this.overview;
  }

  end(): void {
    for (const element of sectionElements(this.form)) element.hidden = false;
  }

  /** Goes to a view; the focus goes to its heading. */
  protected open(view: string): void {
    this.#leave();
    this.form.section = view;
    this.form.say('');
    void this.#focusHeading();
  }

  /** Shows what is wrong in a section; false when nothing is. */
  protected tell(section: Section): boolean {
    this.form.uploads?.tellPending();
    this.told.add(section.id);
    this.sections = sectionsOf(this.form, this);
    const { issues = [] } = this.current ?? {};
    for (const { pointer } of issues) this.form.model.leave(pointer);
    this.form.requestUpdate();
    if (issues.length > 0) void this.form.focusSummary();
    return issues.length > 0;
  }

  /** What is loaded when it is needed first; drawing goes on once it is there. */
  protected later(): Later | undefined {
    if (!this.#later && !this.#isLoading && !this.#isLost) void this.#load();
    return this.#later;
  }

  async #load(): Promise<void> {
    this.#isLoading = true;
    // The fields come first: what is loaded here may wait for them.
    await new Promise((resolve) => setTimeout(resolve));
    try {
      this.#later = await import('./later.ts');
    } catch (cause) {
      this.#isLost = true;
      send(this.form, 'error', { source: 'module', cause });
    }
    this.#isLoading = false;
    this.form.requestUpdate();
    // The page takes the place of the words that it is coming, and with them of the focus.
    const waiting = this.form.shadowRoot?.activeElement?.matches('.view-title') === true;
    if (waiting && this.view === checkAnswers) void this.#focusHeading();
  }

  #leave(): void {
    const { current } = this;
    if (current) this.visited.add(current.id);
  }

  /** In a section only what is wrong there, once the person was told of it. */
  #drawSummary(): void {
    const { form, current } = this;
    const place = form.renderRoot.querySelector<HTMLElement>('.summary-place');
    if (!place) return;
    const mayTell = !current || this.told.has(current.id) || form.model.tried;
    const issues = current?.issues.filter(({ pointer }) => form.shownIssues.has(pointer));
    drawErrorSummary(form, place, mayTell ? issues : []);
  }

  #checkAnswers(): TemplateResult {
    const later = this.later();
    if (later) return later.checkAnswersPage(this.form, this.sections);
    const { strings } = this;
    return html`<div class="check" part="check-answers">
      <h3 class="view-title" part="section-title" tabindex="-1">${strings.checkTitle}</h3>
      ${
        this.#isLost
          ? html`<p role="alert">
              ${strings.notLoaded}
              <button
                type="button"
                class="button"
                part="button retry"
                @click=${() => {
                  this.#isLost = false;
                  this.form.requestUpdate();
                }}
              >
                ${strings.retry}
              </button>
            </p>`
          : html`<p role="status">${strings.loading}</p>`
      }
    </div>`;
  }

  #tellStep(view: string): void {
    const other = view === checkAnswers ? this.strings.checkTitle : classOf(this.form).formTitle;
    const title = this.current?.title ?? other;
    this.form.enter(view, title);
  }

  async #focusHeading(): Promise<void> {
    const { form } = this;
    await form.updateComplete;
    const heading =
      this.current?.element.querySelector<HTMLElement>('.section-title') ??
      form.renderRoot.querySelector<HTMLElement>('.view-title') ??
      form.renderRoot.querySelector<HTMLElement>('.title');
    if (!heading) return;
    heading.tabIndex = -1;
    // What stands above the heading (where one is, what is wrong) must be in sight too.
    if (form.getBoundingClientRect().top < 0) form.scrollIntoView();
    heading.focus({ preventScroll: true });
  }

  protected button(
    label: string,
    act: () => void,
    kind: 'primary' | 'plain' = 'plain',
    part = '',
  ): TemplateResult {
    return html`<button type="button" class="button ${kind}" part="button ${part}" @click=${act}>
      ${label}
    </button>`;
  }

  /** Submits, where the form has a button of its own for it. */
  protected submitButton(): TemplateResult | typeof nothing {
    const { form } = this;
    if (!form.hasSubmit) return nothing;
    return this.button(form.submitLabel || this.strings.submit, () => form.submit(), 'primary', 'submit');
  }
}
