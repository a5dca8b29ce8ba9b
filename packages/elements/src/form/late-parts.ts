import { makeButton, tell } from '../make.ts';
import { send } from '../events.ts';
import type { FormElement } from './form-element.ts';

/**
 * Parts of a form that are loaded only when they are needed. Where one does not come, the person is told, keeps
 * everything, and may try again.
 */
export class LateParts {
  readonly #form: FormElement;
  /** What did not come, by who wants it: a later wish of the same takes the place of the one before. */
  readonly #missing = new Map<object, () => Promise<void>>();
  #retry: HTMLButtonElement | undefined;

  constructor(form: FormElement) {
    this.#form = form;
  }

  /** Loads a part for somebody and goes on with it; the form is drawn anew either way. */
  async load<Part>(wanting: object, load: () => Promise<Part>, use: (part: Part) => void): Promise<void> {
    const form = this.#form;
    this.#missing.delete(wanting);
    let part: Part;
    try {
      part = await load();
    } catch (cause) {
      this.#missing.set(wanting, () => this.load(wanting, load, use));
      form.say(form.strings.notLoaded);
      form.requestUpdate();
      send(form, 'error', { source: 'module', cause });
      return;
    }
    if (!this.isMissing && form.status === form.strings.notLoaded) form.say('');
    use(part);
    form.requestUpdate();
  }

  /** Something did not come. */
  get isMissing(): boolean {
    return this.#missing.size > 0;
  }

  /** The button that tries once more. */
  get retry(): HTMLButtonElement {
    this.#retry ??= makeButton('', 'retry', '', () => {
      for (const again of this.#missing.values()) void again();
    });
    tell(this.#retry, this.#form.strings.retry);
    return this.#retry;
  }
}
