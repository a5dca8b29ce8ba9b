import type { ActView, FieldMark, ReviewView, StepView } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Changed } from '../reactive.ts';
import type { ClockAdapter, SessionAdapter, LookupAdapter, UploadAdapter } from '../adapters/adapters.ts';
import { foundationStyles } from '../styles/foundation.styles.ts';
import { viewStyles } from '../styles/views.styles.ts';
import { ActDialog } from '../views/act-dialog.ts';
import { dueLine, moment } from '../views/due.ts';
import { StepForm } from '../views/step-form.ts';
import { ViewElement } from '../views/view-element.ts';
import { markKey, type CaseScope } from './answers.ts';
import { casePane, type Extras } from './case-pane.ts';
import { deskPane, scoreSum } from './desk-pane.ts';
import { reviewStyles } from './review.styles.ts';
import { reviewStrings, type ReviewStrings } from './review-strings.ts';

type Pane = 'case' | 'desk';

/**
 * A case beside the form of its step: what changed since it was given back, what was said so far, and what may be decided.
 * Reads `view` only. The step's form is a generated element: in the slot `form`, or made here by its tag.
 */
export class ReviewElement extends ViewElement<ReviewView> {
  static override styles = [foundationStyles, viewStyles, reviewStyles];
  static override properties = {
    ...super.properties,
    uploader: {},
    lookup: {},
    clock: {},
    session: {},
  };
  static {
    this.react();
  }

  declare uploader: UploadAdapter | undefined;
  declare lookup: LookupAdapter | undefined;
  declare clock: ClockAdapter | undefined;
  declare session: SessionAdapter | undefined;
  #pane: Pane = 'case';
  #onlyChanges = false;
  #marks: ReadonlyMap<string, FieldMark> = new Map();
  #extras: Extras | undefined;
  readonly #form = new StepForm(this);
  readonly #dialog = new ActDialog(this, () => {
    this.#marks = new Map();
  });

  /** Fields marked for correction so far. */
  get marks(): readonly FieldMark[] {
    return [...this.#marks.values()];
  }

  get #strings(): ReviewStrings {
    return reviewStrings.in(this.language);
  }

  protected override readonly vocabulary = reviewStrings;

  protected override get nothingYet(): string {
    return this.#strings.empty;
  }

  protected override willUpdate(changed: Changed): void {
    if (this.view && !this.#extras) void this.#load();
    const before = changed.get('view') as ReviewView | undefined;
    // Another case, or the same one at another step: nothing is taken along.
    if (!before || (before.instance === this.view?.instance && sameSteps(before, this.view))) return;
    this.#marks = new Map();
    this.#onlyChanges = false;
    this.#form.reset();
  }

  protected override shown(view: ReviewView): TemplateResult {
    const strings = this.#strings;
    const step = stepToFill(view);
    return html`<h2 class="title" part="title">
        ${view.title} <span class="muted">${view.program.title}</span>
      </h2>
      <div class="lead" part="status">
        ${view.steps.length > 0 ? html`<p>${strings.now}<strong>${view.steps.join('、')}</strong></p>` : nothing}
        ${view.due.map((due) => dueLine(due, view.at, this.words))}
        ${view.undated.map(
          ({ title, clause, since }) =>
            html`<p part="due">
              ${title}：${this.words.undated(moment(since))}<span class="clause"
                >（${this.words.clause(clause)}）</span
              >
            </p>`,
        )}
      </div>
      ${this.#tabs()}
      <div class="panes" data-pane=${this.#pane} @keydown=${this.#onKey}>
        <div class="pane case" part="case" id="case" role="tabpanel" aria-labelledby="tab-case" tabindex="-1">
          ${casePane(view, this.#scope(view), this.#extras, (only) => {
            this.#onlyChanges = only;
            this.requestUpdate();
          })}
        </div>
        <div
          class="pane desk"
          part="desk"
          id="desk"
          role="tabpanel"
          aria-labelledby="tab-desk"
          tabindex="-1"
          @input=${this.#onAnswer}
          @change=${this.#onAnswer}
          @zn-value=${this.#onAnswer}
        >
          ${deskPane({
            view,
            strings,
            words: this.words,
            marks: this.#marks.size,
            form: this.#stepForm(step),
            score: step?.criteria
              ? scoreSum(step.criteria, this.#form.element?.value ?? step.answers, strings)
              : nothing,
            onAct: (act) => this.#decide(act),
          })}
        </div>
      </div>
      <details class="keys">
        <summary>${strings.keys}</summary>
        <p class="muted">${strings.keysText}</p>
      </details>
      ${this.#dialog.render()}`;
  }

  async #load(): Promise<void> {
    const { caseExtras } = await import('./case-extras.ts');
    this.#extras = caseExtras;
    this.requestUpdate();
  }

  #tabs(): TemplateResult {
    const strings = this.#strings;
    const tab = (id: Pane, title: string) =>
      html`<button
        type="button"
        class="tab"
        part="tab"
        role="tab"
        id="tab-${id}"
        aria-controls=${id}
        aria-selected=${this.#pane === id}
        tabindex=${this.#pane === id ? 0 : -1}
        @click=${() => this.#show(id)}
        @keydown=${this.#onTabKey}
      >
        ${title}
      </button>`;
    return html`<div class="tabs" part="tabs" role="tablist" aria-label=${strings.tabs}>
      ${tab('case', strings.caseTab)}${tab('desk', strings.deskTab)}
    </div>`;
  }

  #scope({ acts, returned }: ReviewView): CaseScope {
    return {
      host: this,
      strings: this.#strings,
      words: this.words,
      onlyChanges: this.#onlyChanges,
      markable: acts.some(({ returns, allowed }) => returns === true && allowed !== false),
      marks: this.#marks,
      asked: new Map(returned?.marks.map((mark) => [markKey(mark.form, mark.pointer), mark])),
      onMark: (mark, to) => this.#mark(mark, to),
    };
  }

  /** A form that nobody may change here is among the case's answers already. */
  #stepForm(step: StepView | undefined): TemplateResult | typeof nothing {
    if (!step) return nothing;
    const { form, fields, answers } = step;
    return html`<slot name="form" @slotchange=${this.#onSlot}
      >${this.#form.render({ form, fields, answers })}</slot
    >`;
  }

  readonly #onSlot = (event: Event): void => {
    const [given] = (event.target as HTMLSlotElement).assignedElements();
    const step = this.view && stepToFill(this.view);
    if (step) this.#form.adopt(given, step);
    this.requestUpdate();
  };

  #decide(act: ActView): void {
    const { view } = this;
    if (!view) return;
    const { instance, title } = view;
    const subjects = [{ instance, title }];
    const step = stepToFill(view);
    if (act.form && act.form.id === step?.form.id) {
      // The form says itself what is wrong, with the focus on its summary.
      if (!this.#form.reportValidity()) return;
      void this.#dialog.ask({ act, subjects, data: this.#form.value ?? {} });
    } else void this.#dialog.ask({ act, subjects, ...(act.returns ? { marks: this.marks } : {}) });
  }

  #mark(mark: FieldMark, to: boolean): void {
    const marks = new Map(this.#marks);
    const key = markKey(mark.form, mark.pointer);
    if (to) marks.set(key, mark);
    else marks.delete(key);
    this.#marks = marks;
    this.requestUpdate();
  }

  #show(pane: Pane): void {
    this.#pane = pane;
    this.requestUpdate();
  }

  readonly #onAnswer = (): void => {
    this.requestUpdate();
  };

  readonly #onTabKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const pane = this.#pane === 'case' ? 'desk' : 'case';
    event.preventDefault();
    this.#show(pane);
    this.renderRoot.querySelector<HTMLElement>(`#tab-${pane}`)?.focus();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const pane = { Digit1: 'case', Digit2: 'desk' }[event.code] as Pane | undefined;
    if (pane) void this.#go(pane);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      this.#next(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.code === 'KeyM') this.#here()?.querySelector<HTMLElement>('.mark')?.click();
    else return;
    event.preventDefault();
  };

  async #go(pane: Pane): Promise<void> {
    this.#show(pane);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${pane}`)?.focus();
  }

  /** The answer that holds the focus. */
  #here(): HTMLElement | null | undefined {
    return this.shadowRoot?.activeElement?.closest<HTMLElement>('.answer');
  }

  /** On to the next answer that was changed, or was to be. */
  #next(by: 1 | -1): void {
    const stops = [...this.renderRoot.querySelectorAll<HTMLElement>('.answer[data-stop]')];
    const here = this.#here();
    const ahead = stops.filter((stop) => {
      const position = here?.compareDocumentPosition(stop) ?? Node.DOCUMENT_POSITION_FOLLOWING;
      return (position & (by > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING)) > 0;
    });
    const to = by > 0 ? ahead[0] : ahead.at(-1);
    to?.focus();
    to?.scrollIntoView({ block: 'nearest' });
  }
}

function stepToFill({ stepForms }: ReviewView): StepView | undefined {
  return stepForms.find(({ readonly }) => !readonly);
}

function sameSteps(one: ReviewView, other: ReviewView): boolean {
  return one.steps.join('\n') === other.steps.join('\n');
}
