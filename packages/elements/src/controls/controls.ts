import { segments } from '../form/answers.ts';
import type { Control } from './control.ts';

/** The controls now on the screen of one form. */
export class Controls {
  readonly #byElement = new Map<Element, Control>();
  /** Made when asked for; a control that comes, goes or moves makes it stale. */
  #byPointer: ReadonlyMap<string, Control> | undefined;

  add(control: Control): void {
    this.#byElement.set(control.element, control);
    this.#byPointer = undefined;
  }

  delete(control: Control): void {
    this.#byElement.delete(control.element);
    this.#byPointer = undefined;
  }

  [Symbol.iterator](): IterableIterator<Control> {
    return this.#byElement.values();
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
    this.#byPointer ??= new Map([...this.#byElement.values()].map((control) => [control.pointer, control]));
    for (let length = segments(pointer).length; length > 0; length -= 1) {
      const control = this.#byPointer.get(
        pointer
          .split('/')
          .slice(0, length + 1)
          .join('/'),
      );
      if (control) return control;
    }
    return undefined;
  }
}
