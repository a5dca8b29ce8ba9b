import { send } from '../events.ts';
import type { FormElement } from '../form/form-element.ts';
import type { Drafts } from './drafts.ts';

/** The drafts of a form, loaded when its host gives a storage; what is typed before is saved then. */
export class LateDrafts {
  readonly #form: FormElement;
  #drafts: Drafts | undefined;
  #coming: Promise<void> | undefined;
  #isTouched = false;

  constructor(form: FormElement) {
    this.#form = form;
  }

  connect(): void {
    this.#drafts?.connect();
  }

  disconnect(): void {
    this.#drafts?.disconnect();
  }

  draw(): void {
    this.#drafts?.draw();
  }

  /** The person or the page changed an answer. */
  touch(): void {
    this.#isTouched = true;
    this.#drafts?.schedule();
  }

  /** There is another storage, or another key in it. */
  keep(): void {
    this.#coming = this.#load();
  }

  async save(): Promise<void> {
    await this.#coming;
    await this.#drafts?.save();
  }

  async remove(): Promise<void> {
    await this.#coming;
    await this.#drafts?.remove();
  }

  async #load(): Promise<void> {
    const form = this.#form;
    if (!form.storage) return;
    try {
      const { Drafts } = await import('./drafts.ts');
      this.#drafts ??= new Drafts(form, this.#isTouched);
      await this.#drafts.restore();
      if (this.#isTouched) this.#drafts.schedule();
    } catch (cause) {
      form.say(form.strings.noDrafts);
      send(form, 'error', { source: 'module', cause });
    }
  }
}
