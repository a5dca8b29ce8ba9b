import type { FormElement } from '../form/form-element.ts';
import { adopt } from '../styles/adopt.ts';
import { lookupStyles } from './lookup.styles.ts';
import { Offer } from './offer.ts';

/** All that registers of the host may fill in of a form: one offer for each lookup of its definition. */
export class Lookups {
  readonly #form: FormElement;
  readonly #offers: readonly Offer[];

  constructor(form: FormElement) {
    this.#form = form;
    this.#offers = form.texts.lookups.map((_, index) => new Offer(form, index));
  }

  /** To be called when the form was drawn: answers, language or permissions may be others now. */
  draw(): void {
    adopt(this.#form.renderRoot, lookupStyles);
    this.#offers.forEach((offer, index) => offer.draw(this.#offers.slice(0, index)));
  }

  /** Nobody waits for an answer any more. */
  stop(): void {
    for (const offer of this.#offers) offer.stop();
  }
}
