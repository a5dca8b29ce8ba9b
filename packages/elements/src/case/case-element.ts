import type { CaseStep, CaseView, Language } from '@zhinan/model';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { nearestLanguage } from '../strings/language.ts';
import { foundationStyles } from '../styles/foundation.styles.ts';
import { timelineStyles, viewStyles } from '../styles/views.styles.ts';
import { caseStrings } from './case-strings.ts';

/** Shows where a case stands: what is done, who acts next and until when, and what was recorded. Reads `view` only. */
export abstract class CaseElement extends LitElement {
  static override styles = [foundationStyles, viewStyles, timelineStyles];
  static override properties: PropertyDeclarations = { view: { attribute: false } };

  declare view: CaseView | undefined;
  #language: Language = 'zh-CN';

  override connectedCallback(): void {
    super.connectedCallback();
    this.#language = nearestLanguage(this);
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { view } = this;
    const strings = caseStrings[this.#language];
    if (!view) return html`<div class="page" part="page"><p class="muted">${strings.empty}</p></div>`;
    const current = view.steps.filter(({ status }) => status === 'current');
    return html`<div class="page" part="page">
      <h2 class="title" part="title">${view.title}</h2>
      <div class="lead ${tone(view)}" part="status" role="status">
        <strong>${view.outcome ? strings.outcomes[view.outcome] : strings.active}</strong>
        ${
          view.status === 'active' && current.length > 0
            ? html`<p>${strings.now}${current.map((step) => this.#who(step)).join('；')}</p>`
            : nothing
        }
        ${view.due.map((due) => html`<p part="due">${due.title}：${this.#until(due)}</p>`)}
        ${view.undated?.map(
          ({ title, clause, since }) =>
            html`<p part="due">${title}：${strings.undated(moment(since))}（${strings.clause(clause)}）</p>`,
        )}
        <p class="muted">${strings.asOf(moment(view.at))}</p>
      </div>
      <h3 class="section-title" part="section-title">${strings.steps}</h3>
      <ol class="timeline" part="timeline">
        ${view.steps.map((step) => this.#step(step))}
      </ol>
      ${view.log.length > 0 ? this.#log(view.log) : nothing}
    </div>`;
  }

  #step(step: CaseStep): TemplateResult {
    const strings = caseStrings[this.#language];
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
        ${step.clauses.length > 0 ? strings.clause(step.clauses.join('、')) : nothing}
        ${step.enteredAt ? html`<time datetime=${step.enteredAt}>${moment(step.enteredAt)}</time>` : nothing}
        ${step.leftAt ? html`— <time datetime=${step.leftAt}>${moment(step.leftAt)}</time>` : nothing}
      </p>
    </li>`;
  }

  #log(log: CaseView['log']): TemplateResult {
    const strings = caseStrings[this.#language];
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
                    ? html`<p class="clause">${strings.clause(entry.clauses.join('、'))}</p>`
                    : nothing
                }
              </div>
            </li>`,
        )}
      </ul>`;
  }

  #who(step: CaseStep): string {
    const strings = caseStrings[this.#language];
    return step.actors.length > 0 ? `${step.title}（${strings.actors(step.actors.join('、'))}）` : step.title;
  }

  #until(due: CaseView['due'][number]): string {
    const strings = caseStrings[this.#language];
    const left = due.workdaysLeft === null ? strings.beyond : strings.left(due.workdaysLeft);
    return `${strings.until(moment(due.at))}，${left}（${strings.clause(due.clause)}）`;
  }
}

function tone({ outcome }: CaseView): string {
  if (outcome === undefined) return '';
  return outcome === 'accepted' || outcome === 'completed' ? 'good' : outcome === 'refused' ? 'bad' : 'warn';
}

/** `2025-10-08T20:00:00+08:00` as 2025-10-08 20:00: instants are written in Beijing time already. */
function moment(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}
