import type { CaseView } from '@zhinan/model';
import { LightElement } from '../light-element.ts';

interface GeneratedCase extends HTMLElement {
  view: CaseView;
}

/** Puts the generated status element on the page: what the applicant sees. */
class CaseHost extends LightElement {
  static override readonly properties = { tag: { attribute: false }, view: { attribute: false } };

  declare tag: string;
  declare view: CaseView;

  #element: GeneratedCase | undefined;

  protected override updated(): void {
    if (this.#element?.localName !== this.tag) {
      this.#element?.remove();
      this.#element = document.createElement(this.tag) as GeneratedCase;
      this.append(this.#element);
    }
    this.#element.view = this.view;
  }
}

customElements.define('pg-case-host', CaseHost);
