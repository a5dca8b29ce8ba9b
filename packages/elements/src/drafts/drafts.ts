import type { JsonObject } from '@zhinan/model';
import type { Draft, StorageAdapter } from '../adapters/adapters.ts';
import { send } from '../events.ts';
import { asJson, copyAnswers, fieldPath } from '../form/answers.ts';
import { classOf } from '../form/form-class.ts';
import type { Explain } from '../form/form-model.ts';
import type { FormElement } from '../form/form-element.ts';
import { carryOver, isDraft, reasonOf, revisionOf } from './draft.ts';
import { drawDrafts, type Notice, type SaveState } from './draft-view.ts';
import { OtherWindows } from './other-windows.ts';
import { withoutLocked } from './without-locked.ts';

/** Quiet time after the last change before a draft is saved. */
const pause = 800;
/** Milliseconds until the storage is asked again for what another window has announced. */
const lookAgain = 300;

/**
 * Keeps an unfinished form in the host's storage: one save at a time, the latest answers last. What another window has
 * saved meanwhile, what cannot be read and what an earlier edition asked is put before the person, never overwritten.
 */
export class Drafts {
  state: SaveState = { kind: 'idle' };
  notice: Notice | undefined;
  readonly #form: FormElement;
  #touched: boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> = Promise.resolve();
  /** Of the draft read or written last. */
  #revision: string | undefined;
  #left: JsonObject = {};
  readonly #others = new OtherWindows(({ key, revision }) => {
    if (key === this.#key && revision !== this.#revision) void this.#lookUp(revision);
  });

  /** `touched`: the person began to write before drafts were there. */
  constructor(form: FormElement, touched: boolean) {
    this.#form = form;
    this.#touched = touched;
    this.connect();
  }

  /** The storage key: the host's own or, failing that, the tag. */
  get #key(): string {
    return this.#form.draftKey || this.#form.localName;
  }

  /** Whether saving waits for a decision of the person. */
  get #isHeld(): boolean {
    return this.notice?.kind === 'conflict' || this.notice?.kind === 'load-failed';
  }

  connect(): void {
    this.#others.open();
    document.addEventListener('visibilitychange', this.#onHide);
  }

  /** Nothing waits to be written when the element leaves the page. */
  disconnect(): void {
    document.removeEventListener('visibilitychange', this.#onHide);
    void this.flush().finally(() => {
      if (!this.#form.isConnected) this.#others.close();
    });
  }

  /** Puts a saved draft into the form, unless the person has begun to write meanwhile. */
  async restore(): Promise<void> {
    const { storage } = this.#form;
    if (!storage) return;
    let stored: unknown;
    try {
      stored = await storage.load(this.#key);
    } catch (cause) {
      this.#fail(cause);
      this.#show({ kind: 'load-failed' });
      return;
    }
    if (stored === undefined || stored === null) return;
    if (!isDraft(stored, classOf(this.#form).formId)) await this.#putAside(storage, stored);
    else if (this.#touched) this.#show({ kind: 'conflict', draft: stored, begun: true });
    else await this.#take(storage, stored);
  }

  /** Saves after a pause in typing. */
  schedule(): void {
    this.#touched = true;
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

  async flush(): Promise<void> {
    if (this.#timer !== undefined) await this.save();
  }

  async remove(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#saving;
    await this.#form.storage?.remove(this.#key);
    this.#revision = undefined;
    this.state = { kind: 'idle' };
    this.#others.tell({ key: this.#key, revision: undefined });
  }

  draw(): void {
    drawDrafts(this.#form, this);
  }

  /** The answers as they would be saved now. */
  get draft(): Draft {
    const form = this.#form;
    const { formId, contract } = classOf(form);
    const titles = [...form.controls]
      .filter(({ value }) => value !== undefined)
      .map(({ pointer, title }) => [fieldPath(pointer, '/'), title] as const);
    return {
      format: 1,
      form: formId,
      contract,
      savedAt: form.clock.now(),
      value: form.value,
      revision: newRevision(),
      titles: Object.fromEntries(titles),
      ...(form.section === '' ? {} : { section: form.section }),
      ...(Object.keys(this.#left).length === 0 ? {} : { left: this.#left }),
    };
  }

  /** Answers to a notice, by the person. */
  readonly decide = {
    dismiss: (): void => this.#show(undefined),
    /** Back to an empty form; can be undone. */
    discard: (): void => {
      const { draft } = this;
      this.#left = {};
      this.#form.formResetCallback();
      this.remove().catch((cause: unknown) => this.#fail(cause));
      this.#show({ kind: 'discarded', draft });
    },
    undo: (draft: Draft): void => {
      this.#left = draft.left ?? {};
      this.#form.value = draft.value;
      this.#show(undefined);
      void this.save();
    },
    dropLeft: (): void => {
      this.#left = {};
      this.#show(undefined);
      void this.save();
    },
    retryLoad: (): void => {
      this.#show(undefined);
      void this.restore();
    },
    startAfresh: (): void => {
      this.#show(undefined);
      void this.#overwrite();
    },
    takeTheirs: (theirs: Draft): void => {
      const ours = this.draft;
      this.#touched = false;
      void this.#takeInstead(theirs, ours);
    },
    takeOurs: (theirs: Draft): void => {
      this.#revision = revisionOf(theirs);
      this.#show(undefined);
      void this.save();
    },
  };

  readonly #onHide = (): void => {
    if (document.visibilityState === 'hidden') void this.flush();
  };

  #show(notice: Notice | undefined): void {
    this.notice = notice;
    this.#form.requestUpdate();
  }

  #fail(cause: unknown): void {
    send(this.#form, 'error', { source: 'storage', cause });
  }

  /** What cannot be read is kept under a key of its own: somebody may still make sense of it. */
  async #putAside(storage: StorageAdapter, stored: unknown): Promise<void> {
    const cause = new TypeError('not a draft of this form');
    try {
      await storage.save(`${this.#key}~unreadable`, stored as Draft, { after: undefined });
      this.#show({ kind: 'unreadable' });
      this.#fail(cause);
    } catch {
      this.#show({ kind: 'load-failed' });
      this.#fail(cause);
    }
  }

  async #take(storage: StorageAdapter, stored: Draft): Promise<void> {
    let explain: Explain | undefined;
    try {
      explain = await this.#explainerFor(stored);
    } catch (cause) {
      // The draft is sound; only what reads an older one did not come.
      send(this.#form, 'error', { source: 'module', cause });
      this.#show({ kind: 'load-failed' });
      return;
    }
    try {
      this.#fill(stored, explain);
    } catch {
      // Too deep, or not JSON after all.
      await this.#putAside(storage, stored);
    }
  }

  async #takeInstead(theirs: Draft, ours: Draft): Promise<void> {
    try {
      this.#fill(theirs, await this.#explainerFor(theirs));
      this.#show({ kind: 'took-theirs', ours });
    } catch (cause) {
      send(this.#form, 'error', { source: 'module', cause });
    }
  }

  /** A draft of an earlier edition is looked through for what the present form does not know. */
  async #explainerFor({ contract }: Draft): Promise<Explain | undefined> {
    return contract === classOf(this.#form).contract ? undefined : this.#form.explanation.explainer();
  }

  #fill(stored: Draft, explain: Explain | undefined): void {
    const form = this.#form;
    const older = stored.contract !== classOf(form).contract;
    const { value, left, changed } = explain
      ? carryOver(stored.value, classOf(form).asked, explain)
      : { value: copyAnswers(stored.value), left: {}, changed: [] };
    form.value = asJson(withoutLocked(value, form));
    this.#revision = revisionOf(stored);
    this.#left = { ...stored.left, ...asJson(left) };
    if (form.section === '' && stored.section !== undefined) form.section = stored.section;
    this.#show({
      kind: 'restored',
      savedAt: stored.savedAt,
      older,
      changed,
      left: this.#left,
      titles: stored.titles,
    });
    send(form, 'restore', { key: this.#key, savedAt: stored.savedAt });
  }

  async #store(): Promise<void> {
    const form = this.#form;
    const { storage } = form;
    if (!storage || this.#isHeld) return;
    const { draft } = this;
    this.#become({ kind: 'saving' });
    try {
      const theirs = await this.#savedOver(storage, draft);
      if (theirs) {
        this.#become({ kind: 'failed', reason: 'other' });
        this.#show({ kind: 'conflict', draft: theirs });
        return;
      }
      this.#revision = draft.revision;
      this.#become({ kind: 'saved', savedAt: draft.savedAt });
      if (this.notice?.kind === 'save-failed') this.#show(undefined);
      this.#others.tell({ key: this.#key, revision: draft.revision });
      send(form, 'save', { key: this.#key, savedAt: draft.savedAt });
    } catch (cause) {
      this.#become({ kind: 'failed', reason: reasonOf(cause) });
      this.#show({ kind: 'save-failed', reason: reasonOf(cause) });
      this.#fail(cause);
    }
  }

  /** Saves, or gives back the draft that somebody else has put there meanwhile. */
  async #savedOver(storage: StorageAdapter, draft: Draft): Promise<Draft | undefined> {
    const after = this.#revision;
    if (storage.compares !== true) {
      const stored: unknown = await storage.load(this.#key);
      if (isDraft(stored, draft.form) && revisionOf(stored) !== after) return stored;
    }
    return (await storage.save(this.#key, draft, { after }))?.conflict;
  }

  /** Writes over whatever there is: the person wants it so. */
  async #overwrite(): Promise<void> {
    await this.remove().catch((cause: unknown) => this.#fail(cause));
    await this.save();
  }

  /** Another window has said something: what does the storage say? One that is shared may show it a little later. */
  async #lookUp(revision: string | undefined): Promise<void> {
    try {
      for (let look = 0; look < 4; look += 1) {
        const stored: unknown = await this.#form.storage?.load(this.#key);
        const found = isDraft(stored, classOf(this.#form).formId) ? stored : undefined;
        if (revisionOf(found) === revision) {
          if (found) this.#show({ kind: 'conflict', draft: found });
          else if (this.#revision !== undefined) this.#show({ kind: 'removed' });
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, lookAgain));
      }
    } catch (cause) {
      this.#fail(cause);
    }
  }

  #become(state: SaveState): void {
    this.state = state;
    this.draw();
  }
}

/** Unlikely to be taken twice; `randomUUID` is for secure origins only. */
function newRevision(): string {
  return [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join('-');
}
