import type { FieldPermissions, FormName, JsonObject } from '@zhinan/model';
import { html, type TemplateResult } from 'lit/html.js';
import type { Reactive } from '../reactive.ts';
import type { ClockAdapter, LookupAdapter, SessionAdapter, UploadAdapter } from '../adapters/adapters.ts';
import type { ViewStrings } from './view-strings.ts';

/** Adapters that a view hands on to the forms it makes. */
export interface FormAdapters {
  readonly uploader?: UploadAdapter | undefined;
  readonly lookup?: LookupAdapter | undefined;
  readonly clock?: ClockAdapter | undefined;
  readonly session?: SessionAdapter | undefined;
}

/** What a view uses of a generated form element. */
export interface GeneratedForm extends HTMLElement {
  value: JsonObject;
  permissions: FieldPermissions | undefined;
  readonly: boolean;
  noSubmit: boolean;
  getValue(): JsonObject;
  reportValidity(): boolean;
}

interface Wanted {
  readonly form: FormName;
  readonly answers: JsonObject;
  readonly fields?: FieldPermissions;
  readonly readonly?: boolean;
}

type Host = Reactive & { readonly words: ViewStrings } & FormAdapters;

/** A generated form made by its tag, once the page has defined it, and kept while the same form is wanted. */
export class StepForm {
  readonly #host: Host;
  #element: GeneratedForm | undefined;
  #wanted: Wanted | undefined;
  readonly #awaited = new Set<string>();

  constructor(host: Host) {
    this.#host = host;
  }

  /** Whether the page has the element for this form. */
  isHere({ tag }: FormName): boolean {
    return customElements.get(tag) !== undefined;
  }

  get element(): GeneratedForm | undefined {
    return this.#element;
  }

  get value(): JsonObject | undefined {
    return this.#element?.getValue();
  }

  reportValidity(): boolean {
    return this.#element?.reportValidity() ?? false;
  }

  /** Takes the host's own form for this step, if it is the right one, and sets what the step says of it. */
  adopt(given: Element | undefined, { form, fields, answers, readonly = false }: Wanted): void {
    if (given?.localName !== form.tag) return;
    const element = given as GeneratedForm;
    if (element !== this.#element) element.value = answers;
    Object.assign(element, { noSubmit: true, permissions: fields, readonly });
    this.#element = element;
  }

  /** The next form is made anew, although it may have the same name. */
  reset(): void {
    this.#element = undefined;
  }

  render(wanted: Wanted): TemplateResult {
    const { form } = wanted;
    if (!this.isHere(form)) {
      void this.#await(form.tag);
      return html`<p class="lead warn" part="form-missing">${this.#host.words.formMissing(form.title)}</p>`;
    }
    return html`<div class="step-form" part="step-form">${this.#made(wanted)}</div>`;
  }

  #made(wanted: Wanted): GeneratedForm | TemplateResult {
    const { form, answers, fields, readonly = false } = wanted;
    const before = this.#wanted;
    // The host's own form stands in the slot, and this one would not be seen.
    if (this.#element && this.#element.parentElement === this.#host) return html``;
    const fresh = this.#element?.localName !== form.tag || !sameAnswers(before?.answers, answers);
    this.#wanted = wanted;
    if (fresh) {
      const element = document.createElement(form.tag) as GeneratedForm;
      const { uploader, lookup, clock, session } = this.#host;
      Object.assign(element, {
        noSubmit: true,
        permissions: fields,
        value: answers,
        ...(uploader ? { uploader } : {}),
        ...(lookup ? { lookup } : {}),
        ...(clock ? { clock } : {}),
        ...(session ? { session } : {}),
      });
      this.#element = element;
    }
    const element = this.#element as GeneratedForm;
    element.readonly = readonly;
    return element;
  }

  async #await(tag: string): Promise<void> {
    if (this.#awaited.has(tag)) return;
    this.#awaited.add(tag);
    await customElements.whenDefined(tag);
    this.#host.requestUpdate();
  }
}

/** A view that comes again with the same answers must not take away what was typed since. */
function sameAnswers(one: JsonObject | undefined, other: JsonObject): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
