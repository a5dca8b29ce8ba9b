import type { Control } from '../controls/control.ts';
import { make, makeButton, tell } from '../make.ts';

/** What the person sees of a lookup at the moment. */
export interface OfferState {
  readonly label: string;
  readonly said: string;
  readonly cancel: string;
  readonly undo: string;
  readonly isBusy: boolean;
  readonly mayUndo: boolean;
}

/** What a press of one of its buttons does. */
export interface OfferActions {
  readonly ask: () => void;
  readonly cancel: () => void;
  readonly undo: () => void;
}

/** The button of one lookup with what is said beside it, in the box of the field that it stands with. */
export class OfferView {
  readonly #box: HTMLElement;
  readonly #ask: HTMLButtonElement;
  readonly #cancel: HTMLButtonElement;
  readonly #undo: HTMLButtonElement;
  readonly #said: HTMLElement;

  constructor(id: string, { ask, cancel, undo }: OfferActions) {
    this.#ask = makeButton('', 'lookup', '', ask);
    this.#cancel = makeButton('quiet', 'cancel', '', cancel);
    this.#undo = makeButton('quiet undo', 'undo', '', undo);
    this.#said = make('span', { class: 'lookup-said', part: 'lookup-said', id });
    this.#ask.setAttribute('aria-describedby', id);
    this.#box = make('div', { class: 'lookup' }, this.#ask, this.#cancel, this.#said, this.#undo);
    this.#box.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.#cancel.hidden) return;
      event.stopPropagation();
      cancel();
    });
  }

  /** Below a control; `others` are offers that may stand there already. */
  place(control: Control, others: readonly OfferView[]): void {
    const { box } = control;
    // Taken out and put in again, a button would lose the focus.
    if (this.#box.parentElement === box) return;
    const parts = [...box.children];
    const before = [...others.map((other) => other.#box), control.element];
    const anchor = before.map((part) => parts.find((child) => child.contains(part))).find(Boolean);
    if (anchor) anchor.after(this.#box);
    else box.append(this.#box);
  }

  remove(): void {
    this.#box.remove();
  }

  show({ label, said, cancel, undo, isBusy, mayUndo }: OfferState): void {
    tell(this.#ask, label);
    tell(this.#cancel, cancel);
    tell(this.#undo, undo);
    tell(this.#said, said);
    this.#box.ariaBusy = isBusy ? 'true' : null;
    this.#ask.ariaDisabled = isBusy ? 'true' : null;
    this.#hide(this.#cancel, !isBusy);
    this.#hide(this.#undo, !mayUndo);
  }

  /** The focus does not fall out of the form with a button that goes. */
  #hide(button: HTMLButtonElement, hidden: boolean): void {
    if (hidden && button.matches(':focus')) this.#ask.focus();
    button.hidden = hidden;
  }
}
