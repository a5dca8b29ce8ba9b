import { makeButton, tell } from '../controls/make.ts';
import { send } from '../events.ts';
import type { FormElement } from './form-element.ts';

/**
 * Parts of a form that are loaded only when they are needed. Where one does not come, the person is told, keeps
 * everything, and may try again.
 */
export class LateParts {
  readonly #form: FormElement;
  #again: (() => Promise<void>) | undefined;
  #retry: HTMLButtonElement | undefined;

  constructor(form: FormElement) {
    this.#form = form;
  }

  /** Loads a part and goes on with it; the form is drawn anew either way. */
  async load<Part>(load: () => Promise<Part>, use: (part: Part) => void): Promise<void> {
    const form = this.#form;
    this.#again = undefined;
    let part: Part;
    try {
      part = await load();
    } catch (cause) {
      this.#again = () => this.load(load, use);
      form.say(form.strings.notLoaded);
      form.requestUpdate();
      send(form, 'error', { source: 'module', cause });
      return;
    }
    if (form.status === form.strings.notLoaded) form.say('');
    use(part);
    form.requestUpdate();
  }

  /** Something did not come. */
  get isMissing(): boolean {
    return this.#again !== undefined;
  }

  /** The button that tries once more. */
  get retry(): HTMLButtonElement {
    this.#retry ??= makeButton('', 'retry', '', () => void this.#again?.());
    tell(this.#retry, this.#form.strings.retry);
    return this.#retry;
  }
}
