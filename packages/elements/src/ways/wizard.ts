import { html, nothing, type TemplateResult } from 'lit/html.js';
import { SectionedWay } from './sectioned.ts';
import { checkAnswers } from './way.ts';

/**
 * One section at a time, and a page to check all answers at the end. Going on says what is wrong in a section, but keeps
 * nobody there: what is missing may have to be looked up first.
 */
export class Wizard extends SectionedWay {
  protected readonly overview = checkAnswers;

  protected resolve(wished: string): string {
    return this.#steps.includes(wished) ? wished : (this.#steps[0] ?? checkAnswers);
  }

  protected shows(section: string): boolean {
    return section === this.view;
  }

  get #steps(): readonly string[] {
    return [...this.sections.map(({ id }) => id), checkAnswers];
  }

  get #position(): number {
    return this.#steps.indexOf(this.view);
  }

  protected head(): TemplateResult {
    const { strings } = this;
    const position = this.#position;
    const count = this.#steps.length;
    return html`<nav class="steps" part="steps" aria-label=${strings.allSteps}>
      <p class="step-count" part="step-count">${strings.step(position + 1, count)}</p>
      <span class="track" aria-hidden="true">
        ${this.#steps.map((_, index) => html`<span class=${index <= position ? 'reached' : ''}></span>`)}
      </span>
      <details class="all-steps">
        <summary>${strings.allSteps}</summary>
        <ol>
          ${this.sections.map(
            ({ id, title, state }) =>
              html`<li>
                ${this.#stepButton(id, title)}
                ${
                  this.form.fixed
                    ? nothing
                    : html`<span class="state ${state}" part="state">${strings.states[state]}</span>`
                }
              </li>`,
          )}
          <li>${this.#stepButton(checkAnswers, strings.checkTitle)}</li>
        </ol>
      </details>
    </nav>`;
  }

  #stepButton(id: string, title: string): TemplateResult {
    return html`<button
      type="button"
      class="button quiet"
      part="button step"
      aria-current=${id === this.view ? 'step' : nothing}
      @click=${() => this.open(id)}
    >
      ${title}
    </button>`;
  }

  protected actions(): TemplateResult {
    const { strings, current } = this;
    const before = this.#steps[this.#position - 1];
    const isStuck = current !== undefined && this.told.has(current.id) && current.issues.length > 0;
    return html`${current ? this.button(strings.next, () => this.#next(), 'primary', 'next') : this.submitButton()}
    ${isStuck ? this.button(strings.skip, () => this.#go(1), 'plain', 'skip') : nothing}
    ${before === undefined ? nothing : this.button(strings.back, () => this.#go(-1), 'plain', 'back')}`;
  }

  #next(): void {
    const { current } = this;
    if (current && this.tell(current)) return;
    this.#go(1);
  }

  #go(by: 1 | -1): void {
    const view = this.#steps[this.#position + by];
    if (view === checkAnswers) this.later();
    if (view !== undefined) this.open(view);
  }
}
