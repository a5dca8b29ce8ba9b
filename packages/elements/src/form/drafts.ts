import type { Draft } from '../adapters/adapters.ts';
import type { FormElement } from './form-element.ts';
import { type Answers, below, copyAnswer, copyAnswers, isObject, putAnswer, segments } from './answers.ts';
import { send } from '../events.ts';

/** Quiet time after the last change before a draft is saved. */
const pause = 800;

/** Keeps an unfinished form in the host's storage: one save at a time, the latest answers last. */
export class Drafts {
  readonly #form: FormElement;
  readonly #identity: { readonly form: string; readonly contract: string };
  #touched = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> = Promise.resolve();

  constructor(form: FormElement, identity: { readonly form: string; readonly contract: string }) {
    this.#form = form;
    this.#identity = identity;
  }

  /** The storage key: the host's own or, failing that, the tag. */
  get #key(): string {
    return this.#form.draftKey || this.#form.localName;
  }

  /** Puts a saved draft into the form, unless the person has begun to write meanwhile. */
  async restore(): Promise<void> {
    const form = this.#form;
    if (!form.storage) return;
    try {
      const draft: Draft | undefined = await form.storage.load(this.#key);
      if (!draft || this.#touched) return;
      if (draft.format !== 1 || draft.form !== this.#identity.form || !isObject(draft.value))
        throw new TypeError('not a draft of this form');
      form.value = withVerified(draft.value, form);
      const older = draft.contract !== this.#identity.contract;
      form.say(older ? form.strings.olderDraft : form.strings.restored(timeOf(draft.savedAt)));
      send(form, 'restore', { key: this.#key, savedAt: draft.savedAt });
    } catch (cause) {
      form.say(form.strings.loadFailed);
      send(form, 'error', { source: 'storage', cause });
    }
  }

  /** Saves after a pause in typing. */
  schedule(): void {
    this.#touched = true;
    if (!this.#form.storage) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), pause);
  }

  /** Saves now; resolves when the storage has answered. */
  save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#saving = this.#saving.then(() => this.#store());
    return this.#saving;
  }

  /** Nothing waits to be written when the element leaves the page. */
  async flush(): Promise<void> {
    if (this.#timer !== undefined) await this.save();
  }

  async remove(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#saving;
    await this.#form.storage?.remove(this.#key);
  }

  async #store(): Promise<void> {
    const form = this.#form;
    if (!form.storage) return;
    const savedAt = form.clock.now();
    try {
      await form.storage.save(this.#key, { format: 1, ...this.#identity, savedAt, value: form.value });
      form.say(form.strings.saved(timeOf(savedAt)));
      send(form, 'save', { key: this.#key, savedAt });
    } catch (cause) {
      form.say(form.strings.saveFailed);
      send(form, 'error', { source: 'storage', cause });
    }
  }
}

/** A draft never changes what the host has verified meanwhile, nor what the step keeps locked. */
function withVerified(draft: object, form: FormElement): Answers {
  const merged = copyAnswers(draft);
  for (const [pointer, { verified }] of Object.entries(form.provenance)) {
    const [key] = segments(pointer);
    if (verified && key !== undefined) putAnswer(merged, key, copyAnswer(form.value[key]));
  }
  // Nor what this step may not change; a list of which some columns are open comes from the draft as a whole.
  const { editable = [] } = form.permissions;
  for (const key of new Set([...Object.keys(merged), ...Object.keys(form.value)])) {
    const partlyOpen = editable.some((name) => name.startsWith(`${key}.`));
    if (form.model.access(below('', key)) !== 'editable' && !partlyOpen)
      putAnswer(merged, key, copyAnswer(form.value[key]));
  }
  return merged;
}

/** Hour and minute of an instant, as written. */
function timeOf(instant: string): string {
  return instant.slice(11, 16);
}
