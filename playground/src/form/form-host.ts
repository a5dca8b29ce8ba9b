import type { ClockAdapter, LookupAdapter, StorageAdapter, UploadAdapter } from '@zhinan/elements';
import type { FieldPermissions, JsonObject } from '@zhinan/model';
import { LightElement } from '../light-element.ts';
import { inventedRegister, memoryUploader } from './adapters.ts';

/** What the playground uses of a generated form element. */
export interface GeneratedForm extends HTMLElement {
  value: JsonObject;
  storage: StorageAdapter | undefined;
  uploader: UploadAdapter | undefined;
  lookup: LookupAdapter | undefined;
  clock: ClockAdapter;
  draftKey: string;
  noSubmit: boolean;
  readonly: boolean;
  permissions?: FieldPermissions | undefined;
  /** The answers that count under the present conditions. */
  getValue(): JsonObject;
  reportValidity(): boolean;
  focusField(pointer: string): void;
  saveDraft(): Promise<void>;
}

/** `value` holds everything typed, `counted` only what the form asks under the present conditions. */
export interface Answered {
  readonly value: JsonObject;
  readonly counted: JsonObject;
}

/** Fired after every change of an answer. */
export type AnswersEvent = CustomEvent<Answered>;

/** Puts a generated form on the page, keeps it when only the answers change, and reports its answers. */
export class FormHost extends LightElement {
  static override readonly properties = {
    tag: { attribute: false },
    answers: { attribute: false },
    storage: { attribute: false },
    draftKey: { attribute: false },
    now: { attribute: false },
    noSubmit: { attribute: false },
    readonly: { attribute: false },
    permissions: { attribute: false },
  };

  declare tag: string;
  declare answers: JsonObject;
  declare storage: StorageAdapter | undefined;
  declare draftKey: string | undefined;
  declare now: string | undefined;
  declare noSubmit: boolean | undefined;
  declare readonly: boolean | undefined;
  /** What the step permits of each field; an element that knows of it keeps to it. */
  declare permissions: FieldPermissions | undefined;

  #form: GeneratedForm | undefined;
  /** Answers that came from the form itself: setting them again would disturb the typing. */
  #own: JsonObject | undefined;

  /** The generated element itself, once it stands. */
  get form(): GeneratedForm | undefined {
    return this.#form;
  }

  /** Moves the person to a field by its RFC 6901 pointer. */
  focusField(pointer: string): void {
    // The form knows in which of its views the field stands.
    this.#form?.focusField(pointer);
    this.#form?.shadowRoot?.getElementById(`f${pointer}`)?.scrollIntoView({ block: 'center' });
  }

  protected override updated(): void {
    if (this.#form?.localName !== this.tag) this.#replace();
    if (this.#form !== undefined) {
      this.#form.readonly = this.readonly ?? false;
      this.#form.permissions = this.permissions;
    }
    if (this.#form !== undefined && this.answers !== this.#own) {
      this.#form.value = this.answers;
      this.#own = this.answers;
      this.#report('answers');
    }
  }

  #replace(): void {
    this.#form?.remove();
    const form = document.createElement(this.tag) as GeneratedForm;
    form.storage = this.storage;
    form.uploader = memoryUploader;
    form.lookup = inventedRegister;
    form.draftKey = this.draftKey ?? this.tag;
    form.noSubmit = this.noSubmit ?? false;
    if (this.now !== undefined) form.clock = { now: () => this.now ?? '' };
    form.value = this.answers;
    this.#own = this.answers;
    for (const type of ['input', 'change', 'ready', 'restore'])
      form.addEventListener(type, () => this.#report('answers'));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      event.stopPropagation();
      this.#report('complete');
    });
    this.#form = form;
    this.append(form);
  }

  #report(type: 'answers' | 'complete'): void {
    if (this.#form === undefined) return;
    const value = this.#form.value;
    const same = JSON.stringify(value) === JSON.stringify(this.answers);
    if (!same) this.#own = value;
    const detail: Answered = { value: same ? this.answers : value, counted: this.#form.getValue() };
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

customElements.define('pg-form-host', FormHost);
