import { html, nothing, type TemplateResult } from 'lit/html.js';
import { SectionedWay } from './sectioned.ts';
import { checkAnswers } from './way.ts';

/** A list of the sections and how far each has come; one opens a section and comes back. */
export class TaskList extends SectionedWay {
  protected readonly overview = '';

  protected resolve(wished: string): string {
    return wished === checkAnswers || this.sections.some(({ id }) => id === wished) ? wished : '';
  }

  protected shows(section: string): boolean {
    return section === this.view;
  }

  protected head(): TemplateResult | typeof nothing {
    const { strings, form } = this;
    if (this.view !== '')
      return html`<p class="way-back">
        ${this.button(strings.toList, () => this.open(''), 'plain', 'back')}
      </p>`;
    const done = this.sections.filter(({ state }) => state === 'done').length;
    return html`<div class="tasks" part="tasks">
      <h3 class="view-title" part="section-title" tabindex="-1">${strings.sections}</h3>
      ${form.fixed ? nothing : html`<p class="note" part="note">${strings.done(done, this.sections.length)}</p>`}
      <ol class="task-list" part="task-list">
        ${this.sections.map(
          ({ id, title, state, element }) =>
            html`<li class="task" part="task">
              <button
                type="button"
                class="task-open"
                part="button task-open"
                aria-describedby="task-${id}"
                @click=${() => this.open(id)}
              >
                ${title}
              </button>
              <span class="task-note">${element.querySelector('.section-note')?.textContent ?? ''}</span>
              <span class="state ${state}" part="state" id="task-${id}"
                >${form.fixed ? '' : strings.states[state]}</span
              >
            </li>`,
        )}
      </ol>
      ${form.fixed ? nothing : this.later()?.missingPanel(form, this.sections)}
    </div>`;
  }

  protected actions(): TemplateResult {
    const { strings, current, view, form } = this;
    if (view === '') return this.button(strings.check, () => this.open(checkAnswers), 'primary', 'check');
    if (view === checkAnswers) return html`${this.submitButton()}`;
    return form.fixed || !current
      ? html``
      : this.button(strings.finish, () => this.#finish(), 'primary', 'finish');
  }

  /** Says what is wrong; a second press, or the way back, leaves all the same. */
  #finish(): void {
    const { current } = this;
    if (!current) return;
    if (!this.told.has(current.id) && this.tell(current)) return;
    this.open('');
  }
}
