import { LitElement } from 'lit';
import { onLanguage } from './language.ts';

/** A part of the playground: light DOM (one style sheet for the whole app), drawn again when the language changes. */
export class LightElement extends LitElement {
  #stop: (() => void) | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = onLanguage(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }
}
