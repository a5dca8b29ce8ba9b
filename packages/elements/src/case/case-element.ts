import type { ActView, CaseStep, CaseView } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ClockAdapter, LookupAdapter, UploadAdapter } from '../adapters/adapters.ts';
import { foundationStyles } from '../styles/foundation.styles.ts';
import { timelineStyles, viewStyles } from '../styles/views.styles.ts';
import { actButton, actHints, actRefusal } from '../views/act-button.ts';
import { tell } from '../views/act-event.ts';
import { ActDialog } from '../views/act-dialog.ts';
import { dueLine, moment } from '../views/due.ts';
import { ViewElement } from '../views/view-element.ts';
import { noticeList, receiptList, returnNote } from './case-parts.ts';
import { caseStrings, type CaseStrings } from './case-strings.ts';

/**
 * Shows where a case stands: what is done, who acts next and until when, what was given back, published and received; and
 * what the person looking may do now. Reads `view` only, and does nothing itself.
 */
export abstract class CaseElement extends ViewElement<CaseView> {
  static override styles = [foundationStyles, viewStyles, timelineStyles];
  static override properties = {
    ...super.properties,
    uploader: {},
    lookup: {},
    clock: {},
  };
  static {
    this.react();
  }

  declare uploader: UploadAdapter | undefined;
  declare lookup: LookupAdapter | undefined;
  declare clock: ClockAdapter | undefined;
  readonly #dialog = new ActDialog(this);

  get #strings(): CaseStrings {
    return caseStrings.in(this.language);
  }

  protected override readonly vocabulary = caseStrings;

  protected override get nothingYet(): string {
    return this.#strings.empty;
  }

  protected override shown(view: CaseView): TemplateResult {
    const strings = this.#strings;
    const { words } = this;
    const { acts, returned, notices = [], receipts = [] } = view;
    const current = view.steps.filter(({ status }) => status === 'current');
    return html`<h2 class="title" part="title">${view.title}</h2>
      <div class="lead ${tone(view)}" part="status" role="status">
        <strong>${view.outcome ? strings.outcomes[view.outcome] : strings.active}</strong>
        ${
          view.status === 'active' && current.length > 0
            ? html`<p>${strings.now}${current.map((step) => this.#who(step)).join('；')}</p>`
            : nothing
        }
        ${view.due.map((due) => dueLine(due, view.at, words))}
        ${view.undated?.map(
          ({ title, clause, since }) =>
            html`<p part="due">${title}：${words.undated(moment(since))}（${words.clause(clause)}）</p>`,
        )}
        <p class="muted">${strings.asOf(moment(view.at))}</p>
      </div>
      ${returned ? returnNote(this, returned, view, strings, words) : nothing}
      ${acts && view.status === 'active' ? this.#acts(acts) : nothing}
      ${notices.length > 0 ? noticeList(notices, strings, words) : nothing}
      <h3 class="section-title" part="section-title">${strings.steps}</h3>
      <ol class="timeline" part="timeline">
        ${view.steps.map((step) => this.#step(step))}
      </ol>
      ${receipts.length > 0 ? receiptList(receipts, strings) : nothing}
      ${view.log.length > 0 ? this.#log(view.log) : nothing} ${this.#dialog.render()}`;
  }

  #acts(acts: readonly ActView[]): TemplateResult {
    const strings = this.#strings;
    const own = acts.filter(({ escape }) => !escape);
    const exits = acts.filter(({ escape }) => escape);
    return html`<h3 class="section-title" part="section-title">${this.words.acts}</h3>
      ${
        own.length === 0
          ? html`<p class="muted">${strings.nothingToDo}</p>`
          : html`<div class="acts" part="acts">${own.map((act, index) => this.#act(act, index === 0))}</div>`
      }
      ${
        exits.length === 0
          ? nothing
          : html`<details>
              <summary class="muted">${strings.others}</summary>
              <div class="acts">${exits.map((act) => this.#act(act, false))}</div>
            </details>`
      }`;
  }

  #act(act: ActView, first: boolean): TemplateResult {
    const { words } = this;
    const hints = [actHints(act, words), actRefusal(act, words)].filter(Boolean).join(' · ');
    const describedBy = `act-${act.event}`;
    const kind = first && act.allowed !== false ? 'primary' : '';
    return html`<div class="act">
      ${actButton(act, (chosen) => this.#do(chosen), { kind, describedBy })}
      <span class="muted" id=${describedBy}>${hints}</span>
    </div>`;
  }

  /** A form is filled where the page has it: this view only leads there. */
  #do(act: ActView): void {
    const { instance = 'case', title } = this.view ?? {};
    if (act.form) tell(this, 'navigate', { form: act.form.id, instance, event: act.event });
    else void this.#dialog.ask({ act, subjects: [{ instance, title: title ?? '' }] });
  }

  #step(step: CaseStep): TemplateResult {
    const strings = this.#strings;
    return html`<li
      class="step ${step.status}"
      part="step step-${step.status}"
      aria-current=${step.status === 'current' ? 'step' : nothing}
    >
      <p class="step-head">
        <span class="step-title">${step.title}</span>
        <span class="badge ${step.status === 'done' ? 'good' : ''}">${strings.status[step.status]}</span>
      </p>
      ${
        step.actors.length > 0
          ? html`<p class="muted">${strings.actors(step.actors.join('、'))}</p>`
          : nothing
      }
      <p class="muted">
        ${step.clauses.length > 0 ? this.words.clause(step.clauses.join('、')) : nothing}
        ${step.enteredAt ? html`<time datetime=${step.enteredAt}>${moment(step.enteredAt)}</time>` : nothing}
        ${step.leftAt ? html`— <time datetime=${step.leftAt}>${moment(step.leftAt)}</time>` : nothing}
      </p>
    </li>`;
  }

  #log(log: CaseView['log']): TemplateResult {
    const strings = this.#strings;
    return html`<h3 class="section-title" part="section-title">${strings.log}</h3>
      <ul class="list" part="log">
        ${log.map(
          (entry) =>
            html`<li part="entry">
              <time class="muted" datetime=${entry.at}>${moment(entry.at)}</time>
              <div>
                <p>
                  <span class="rule-title">${entry.title}</span>
                  ${entry.actor ? html`<span class="muted">${entry.actor}</span>` : nothing}
                </p>
                ${entry.reason ? html`<p>${strings.reason(entry.reason)}</p>` : nothing}
                ${
                  entry.clauses.length > 0
                    ? html`<p class="clause">${this.words.clause(entry.clauses.join('、'))}</p>`
                    : nothing
                }
              </div>
            </li>`,
        )}
      </ul>`;
  }

  #who(step: CaseStep): string {
    return step.actors.length > 0
      ? `${step.title}（${this.#strings.actors(step.actors.join('、'))}）`
      : step.title;
  }
}

function tone({ outcome }: CaseView): string {
  if (outcome === undefined) return '';
  return outcome === 'accepted' || outcome === 'completed' ? 'good' : outcome === 'refused' ? 'bad' : 'warn';
}
