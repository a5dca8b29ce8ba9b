import { send } from '../events.ts';
import type { FormElement } from './form-element.ts';
import type { Issue } from './form-model.ts';

/** Milliseconds after the last change until the browser is given the answers, to restore them after a reload. */
const rest = 300;

/**
 * What the page knows of the answers through the platform: the value of a form control and whether it is valid. Writing
 * answers down takes longer the more there are, so nobody who types waits for it: the browser gets them once typing
 * rests, and a form that is read before gets them at that moment.
 */
export class OuterForm {
  readonly #element: FormElement;
  readonly #internals: ElementInternals;
  #form: HTMLFormElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isWritten = false;
  #isSettling = false;
  #told: Issue | undefined;
  #valid: boolean | undefined;

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

  /** Once for all changes of a moment. */
  settleSoon(): void {
    if (this.#isSettling) return;
    this.#isSettling = true;
    queueMicrotask(() => {
      this.#isSettling = false;
      this.settle();
    });
  }

  /** Tells what the answers are and whether they are right; the page by `validity`, when that has changed. */
  settle(): void {
    const { issues } = this.#element.model;
    this.#writeSoon();
    this.#tell(issues[0]);
    const valid = issues.length === 0;
    if (this.#valid === valid || !this.#element.hasUpdated) return;
    this.#valid = valid;
    send(this.#element, 'validity', { valid, issues });
  }

  #tell(issue: Issue | undefined): void {
    if (issue?.message === this.#told?.message && issue?.pointer === this.#told?.pointer) return;
    this.#told = issue;
    if (!issue) this.#internals.setValidity({});
    else
      this.#internals.setValidity(
        issue.keyword === 'required' ? { valueMissing: true } : { customError: true },
        `${issue.title}：${issue.message}`,
        this.#element.controls.at(issue.pointer)?.element,
      );
  }

  #writeSoon(): void {
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
