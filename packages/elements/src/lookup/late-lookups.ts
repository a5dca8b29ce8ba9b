import type { FormElement } from '../form/form-element.ts';
import type { Lookups } from './lookups.ts';

/** What registers may fill in, loaded when the form has such fields and its host a register. */
export class LateLookups {
  readonly #form: FormElement;
  #lookups: Lookups | undefined;
  #isComing = false;

  constructor(form: FormElement) {
    this.#form = form;
  }

  draw(): void {
    const form = this.#form;
    this.#lookups?.draw();
    if (this.#isComing || !form.lookup || form.texts.lookups.length === 0) return;
    this.#isComing = true;
    const load = () => import('./lookups.ts');
    void form.late.load(this, load, (part) => (this.#lookups = new part.Lookups(form)));
  }

  disconnect(): void {
    this.#lookups?.stop();
  }
}
