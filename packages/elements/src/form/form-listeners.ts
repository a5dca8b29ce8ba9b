import { send } from '../events.ts';
import { fieldPath } from './answers.ts';
import { classOf } from './form-class.ts';
import type { FormElement } from './form-element.ts';
import { sameIssues } from './form-model.ts';

/** Characters that may be pasted at once. */
const mostAtOnce = 200_000;

/** What a person does in a form: one listener of each kind at its root, whatever the number of controls. */
export class FormListeners {
  readonly #form: FormElement;
  #pressing: Promise<unknown> | undefined;

  constructor(form: FormElement) {
    this.#form = form;
    // A label outside names the element as a whole; a click on it goes to the first field.
    form.addEventListener('click', (event) => {
      if (event.composedPath()[0] === form) form.focus();
    });
  }

  /** Ends with the press that is going on, if there is one. */
  readonly pressed = async (): Promise<void> => {
    await this.#pressing;
  };

  listen(root: EventTarget): void {
    root.addEventListener('input', ({ target }) => this.#typed(target));
    root.addEventListener('change', ({ target }) => this.#changed(target));
    root.addEventListener('focusout', (event) => this.#left(event as FocusEvent));
    root.addEventListener('focusin', ({ target }) => this.#entered(target));
    root.addEventListener('paste', (event) => this.#pasted(event as ClipboardEvent));
  }

  connect(): void {
    window.addEventListener('pointerdown', this.#onPress, true);
  }

  disconnect(): void {
    window.removeEventListener('pointerdown', this.#onPress, true);
  }

  readonly #onPress = (): void => {
    this.#pressing = new Promise((resolve) => {
      for (const name of ['pointerup', 'pointercancel'])
        window.addEventListener(name, () => setTimeout(resolve), { once: true, capture: true });
    }).then(() => (this.#pressing = undefined));
  };

  #typed(target: EventTarget | null): void {
    const { controls, model } = this.#form;
    const [control] = controls.around(target);
    if (!control || control.isPassive) return;
    control.take();
    this.#form.touch();
    const path = fieldPath(control.pointer, '/');
    if (classOf(this.#form).watched.includes(path) || !sameIssues(model.shown, this.#form.shownIssues))
      this.#form.requestUpdate();
  }

  #changed(target: EventTarget | null): void {
    const [control] = this.#form.controls.around(target);
    if (!control || control.isPassive) return;
    this.#form.requestUpdate();
    send(this.#form, 'change', { pointer: control.pointer, value: control.value as never });
  }

  #left({ target, relatedTarget }: FocusEvent): void {
    const { controls, model, explanation } = this.#form;
    const left = controls
      .around(target)
      .filter(({ element }) => !(relatedTarget instanceof Node && element.contains(relatedTarget)));
    for (const control of left) model.leave(control.pointer);
    if (left.length > 0 && model.issues.length > 0) void explanation.come();
    void this.pressed().then(() => this.#form.requestUpdate());
  }

  #entered(target: EventTarget | null): void {
    this.#form.explanation.prefetch();
    const section = target instanceof Element ? target.closest('.section') : null;
    if (!section) return;
    const title = section.querySelector('.section-title')?.textContent.trim() ?? '';
    this.#form.enter(section.id.replace(/^section-/, ''), title);
  }

  /** So much text at once is a slip: no field takes it, and the browser would be busy with it for long. */
  #pasted(event: ClipboardEvent): void {
    const size = event.clipboardData?.getData('text/plain').length ?? 0;
    if (size <= mostAtOnce) return;
    event.preventDefault();
    this.#form.say(this.#form.strings.tooMuch(size, mostAtOnce));
  }
}
