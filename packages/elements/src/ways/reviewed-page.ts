import { html, nothing, type TemplateResult } from 'lit/html.js';
import { SectionedWay } from './sectioned.ts';
import { checkAnswers } from './way.ts';

/** All sections on one page, and from there, if so wished, to a page to check all answers. */
export class ReviewedPage extends SectionedWay {
  protected readonly overview = '';

  protected resolve(wished: string): string {
    return wished === checkAnswers && this.form.review ? checkAnswers : '';
  }

  protected shows(): boolean {
    return this.view === '';
  }

  protected head(): typeof nothing {
    return nothing;
  }

  protected actions(): TemplateResult {
    const { strings, form } = this;
    if (this.view === checkAnswers)
      return html`${this.submitButton()} ${this.button(strings.toForm, () => this.open(''), 'plain', 'back')}`;
    return form.review
      ? this.button(strings.check, () => this.open(checkAnswers), 'primary', 'check')
      : html`${this.submitButton()}`;
  }

  protected override body(): TemplateResult | typeof nothing {
    const { form } = this;
    const panel = form.missing && !form.fixed ? this.later()?.missingPanel(form, this.sections) : undefined;
    return panel ?? nothing;
  }
}
