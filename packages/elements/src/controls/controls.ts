import { segments } from '../form/answers.ts';
import type { Control } from './control.ts';

/** The controls now on the screen of one form, found by the id of their element, which is made from their pointer. */
export class Controls {
  readonly #form: { readonly renderRoot: HTMLElement | DocumentFragment };
  readonly #byElement = new WeakMap<Element, Control>();

  constructor(form: { readonly renderRoot: HTMLElement | DocumentFragment }) {
    this.#form = form;
  }

  add(control: Control): void {
    this.#byElement.set(control.element, control);
  }

  *[Symbol.iterator](): IterableIterator<Control> {
    // Before the element is in a page there is no root.
    const root = this.#form.renderRoot as ShadowRoot | undefined;
    for (const element of root?.querySelectorAll('[id^="f/"]') ?? []) {
      const control = this.#byElement.get(element);
      if (control) yield control;
    }
  }

  /** Names of the fields on the screen; those inside lists and groups count as theirs. */
  get names(): readonly string[] {
    return [...new Set([...this].map(({ pointer }) => segments(pointer)[0] ?? ''))];
  }

  /** Controls around a node, innermost first. */
  around(node: EventTarget | null): Control[] {
    const found: Control[] = [];
    for (let element = node instanceof Element ? node : null; element; element = element.parentElement) {
      const control = this.#byElement.get(element);
      if (control) found.push(control);
    }
    return found;
  }

  /** The control of a pointer, or of the nearest answer around it: a fault inside a file entry belongs to the file field. */
  at(pointer: string): Control | undefined {
    const root = this.#form.renderRoot as ShadowRoot | undefined;
    for (let length = root ? segments(pointer).length : 0; length > 0; length -= 1) {
      const around = pointer.split('/').slice(0, length + 1);
      const element = root?.getElementById(`f${around.join('/')}`);
      const control = element && this.#byElement.get(element);
      if (control) return control;
    }
    return undefined;
  }
}
