import type { FormElement } from './form-element.ts';

/** Milliseconds after the last change until the browser is given the answers, to restore them after a reload. */
const rest = 300;

/**
 * The answers as the value of a form control. Writing them down takes longer the more there are, so nobody who types
 * waits for it: the browser gets them once typing rests, and a form that is read before gets them at that moment.
 */
export class FormValue {
  readonly #element: FormElement;
  readonly #internals: ElementInternals;
  #form: HTMLFormElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isWritten = false;

  constructor(element: FormElement, internals: ElementInternals) {
    this.#element = element;
    this.#internals = internals;
  }

  /** The element belongs to this `<form>` now. */
  follow(form: HTMLFormElement | null): void {
    this.#form?.removeEventListener('formdata', this.#onRead);
    this.#form = form;
    form?.addEventListener('formdata', this.#onRead);
  }

  connect(): void {
    window.addEventListener('pagehide', this.#onLeave);
  }

  disconnect(): void {
    window.removeEventListener('pagehide', this.#onLeave);
  }

  changed(): void {
    clearTimeout(this.#timer);
    // From the beginning the form has an entry, which `formdata` then only corrects.
    if (this.#isWritten) this.#timer = setTimeout(() => this.#write(), rest);
    else this.#write();
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isWritten = true;
    const { counted, answers } = this.#element.model;
    this.#internals.setFormValue(JSON.stringify(counted), JSON.stringify(answers));
  }

  readonly #onLeave = (): void => {
    if (this.#timer !== undefined) this.#write();
  };

  /** `submit`, `requestSubmit` and `new FormData` all come by here, after the entries were made. */
  readonly #onRead = ({ formData }: FormDataEvent): void => {
    const { name, model } = this.#element;
    if (this.#timer === undefined || !formData.has(name)) return;
    formData.set(name, JSON.stringify(model.counted));
    this.#write();
  };
}
