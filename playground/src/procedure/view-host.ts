import { LightElement } from '../light-element.ts';

interface GeneratedView extends HTMLElement {
  view: unknown;
}

/** Puts a generated view on the page, as a portal does: the status of a case, the inbox of a role. */
class ViewHost extends LightElement {
  static override readonly properties = { tag: { attribute: false }, view: { attribute: false } };

  declare tag: string;
  declare view: unknown;

  #element: GeneratedView | undefined;

  protected override updated(): void {
    if (this.#element?.localName !== this.tag) {
      this.#element?.remove();
      this.#element = document.createElement(this.tag) as GeneratedView;
      this.append(this.#element);
    }
    this.#element.view = this.view;
  }
}

customElements.define('pg-view-host', ViewHost);
