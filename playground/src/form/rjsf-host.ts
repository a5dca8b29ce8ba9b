import type { JsonObject } from '@zhinan/model';
import { LightElement } from '../light-element.ts';
import type { RjsfKit } from '../packages.ts';
import type { Answered } from './form-host.ts';
import type { RjsfMount } from './rjsf-form.tsx';

type Kits = () => Promise<Readonly<Record<string, RjsfKit>>>;

/** Mounts the React form; React itself is fetched only when this tab is opened. */
export class RjsfHost extends LightElement {
  static override readonly properties = {
    kits: { attribute: false },
    name: { attribute: false },
    answers: { attribute: false },
  };

  declare kits: Kits;
  declare name: string;
  declare answers: JsonObject;

  #mount: RjsfMount | undefined;
  #loaded: Readonly<Record<string, RjsfKit>> | undefined;

  override firstUpdated(): void {
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#mount?.unmount();
    this.#mount = undefined;
  }

  async #start(): Promise<void> {
    const [{ mountRjsf }, kits] = await Promise.all([import('./rjsf-form.tsx'), this.kits()]);
    if (!this.isConnected) return;
    this.#loaded = kits;
    this.#mount = mountRjsf(this);
    this.#draw();
  }

  protected override updated(): void {
    this.#draw();
  }

  #draw(): void {
    const kit = this.#loaded?.[this.name];
    if (kit === undefined) return;
    this.#mount?.draw({
      kit,
      answers: this.answers,
      onChange: (value) => this.#send('answers', value),
      onSubmit: (value) => this.#send('complete', value),
    });
  }

  #send(type: 'answers' | 'complete', value: JsonObject): void {
    const detail: Answered = { value, counted: value };
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

customElements.define('pg-rjsf-host', RjsfHost);
