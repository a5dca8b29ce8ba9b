import type { Attachment, AttachmentRule } from '@zhinan/model';
import { send } from '../events.ts';
import { type Answers, below } from '../form/answers.ts';
import type { FormElement } from '../form/form-element.ts';
import type { Scope } from '../form/scope.ts';
import { wordsOf } from '../strings/part-words.ts';
import { uploadStrings, type UploadStrings } from '../strings/uploads.ts';
import { stored } from './stored.ts';
import { PendingFile } from './pending-file.ts';

/** A file on its way; it becomes an answer only when the host has stored it. */
export interface Upload {
  readonly file: File;
  readonly state: 'running' | 'failed' | 'refused';
  /** 0 to 1. */
  readonly share: number;
  readonly message?: string;
  readonly stop: AbortController;
}

type Place = Pick<Scope, 'own' | 'pointer'>;

/** The uploads of one form, by the object that holds the file field, so that a moved row keeps its own. */
export class Uploads {
  readonly #form: FormElement;
  readonly #lists = new Map<Answers, Map<string, readonly Upload[]>>();
  readonly #drawn = new WeakMap<File, PendingFile>();

  constructor(form: FormElement) {
    this.#form = form;
  }

  get words(): UploadStrings {
    return wordsOf(this.#form, 'uploads', uploadStrings);
  }

  of(own: Answers, key: string): readonly Upload[] {
    return this.#lists.get(own)?.get(key) ?? [];
  }

  /** Those of a field on the screen. */
  boxes(at: Scope, key: string, rule: AttachmentRule): readonly HTMLElement[] {
    return this.of(at.own, key).map((upload) => {
      const drawn = this.#drawn.get(upload.file) ?? new PendingFile(this, upload.file);
      this.#drawn.set(upload.file, drawn);
      drawn.update(at, key, rule, upload);
      return drawn.box;
    });
  }

  /** Number of files of a field on their way. */
  running(own: Answers, key: string): number {
    return this.of(own, key).filter(isOpen).length;
  }

  /** Takes chosen files: those that break the rule are named with the reason and not sent. */
  choose(at: Place, key: string, rule: AttachmentRule, files: readonly File[]): void {
    const { words } = this;
    let room = rule.maxCount - stored(at.own, key).length - this.of(at.own, key).filter(isOpen).length;
    for (const file of files) {
      const problem =
        file.size > rule.maxBytes
          ? words.tooLarge
          : !accepts(rule.accept, file.type)
            ? words.wrongType
            : room <= 0
              ? words.tooMany(rule.maxCount)
              : undefined;
      const upload: Upload = { file, state: 'running', share: 0, stop: new AbortController() };
      if (problem === undefined) {
        room -= 1;
        this.#set(at, key, [...this.of(at.own, key), upload]);
        void this.#run(at, key, rule, upload);
      } else {
        this.#set(at, key, [...this.of(at.own, key), { ...upload, state: 'refused', message: problem }]);
      }
    }
  }

  retry(at: Place, key: string, rule: AttachmentRule, upload: Upload): void {
    const again: Upload = { file: upload.file, state: 'running', share: 0, stop: new AbortController() };
    this.#replace(at, key, upload.file, again);
    void this.#run(at, key, rule, again);
  }

  drop(at: Place, key: string, upload: Upload): void {
    upload.stop.abort();
    this.#replace(at, key, upload.file, undefined);
    if (upload.state === 'running') this.#form.say(this.words.cancelled(upload.file.name));
  }

  /** The answers are replaced as a whole: what is on its way has no place to arrive at. */
  stopAll(): void {
    for (const lists of this.#lists.values())
      for (const upload of [...lists.values()].flat()) upload.stop.abort();
    this.#lists.clear();
  }

  /** A form with a file still on its way is not complete: says so at its field. */
  tellPending(): void {
    const { model, controls } = this.#form;
    if (this.#lists.size === 0) return;
    const { pending } = this.words;
    for (const control of controls) {
      const { pointer, title, place } = control;
      if (this.of(place.own, place.key).some(isOpen)) {
        model.local.set(pointer, { pointer, title, message: pending(title) });
      } else if (model.local.get(pointer)?.message === pending(title)) {
        model.local.delete(pointer);
      }
    }
    model.changed();
  }

  async #run(at: Place, key: string, rule: AttachmentRule, upload: Upload): Promise<void> {
    const form = this.#form;
    const { file, stop } = upload;
    try {
      const { fingerprintOf, sameFileIn } = await import('./fingerprint.ts');
      const sha256 = await fingerprintOf(file);
      const same = sha256 === undefined ? undefined : sameFileIn(form.model.answers, sha256);
      if (stop.signal.aborted) return;
      if (same !== undefined) {
        this.#replace(at, key, file, { ...upload, state: 'refused', message: this.words.same(same) });
        form.say(`${file.name}：${this.words.same(same)}`);
        return;
      }
      const attachment = await this.#store(at, key, rule, upload);
      if (stop.signal.aborted) return;
      // What the host has stored must be what was chosen here.
      if (sha256 !== undefined && attachment.sha256 !== sha256) throw new DamagedFile();
      const next = [...stored(at.own, key), attachment].map((item) => ({ ...item }));
      form.model.put(at.own, key, next);
      this.#replace(at, key, file, undefined);
      form.say(this.words.done(file.name));
      form.edited(below(at.pointer, key));
    } catch (cause) {
      if (stop.signal.aborted) return;
      const message = cause instanceof DamagedFile ? this.words.damaged : this.words.failed;
      this.#replace(at, key, file, { ...upload, state: 'failed', message });
      form.say(`${file.name}：${message}`);
      send(form, 'error', { source: 'uploader', cause });
    }
  }

  #store(at: Place, key: string, rule: AttachmentRule, upload: Upload): Promise<Attachment> {
    const form = this.#form;
    let answer: Promise<Attachment> | undefined;
    const pointer = below(at.pointer, key);
    const respond = (promise: Promise<Attachment>): void => {
      answer = promise;
    };
    const ours = send(form, 'attachment-request', { pointer, file: upload.file, rule, respond });
    if (answer) return answer;
    if (!ours || !form.uploader) return Promise.reject(new Error(this.words.noUploader));
    return form.uploader.upload(upload.file, {
      signal: upload.stop.signal,
      onProgress: (share) => this.#replace(at, key, upload.file, { ...upload, share }),
    });
  }

  #replace(at: Place, key: string, file: File, next: Upload | undefined): void {
    const list = this.of(at.own, key).flatMap((item) => (item.file === file ? (next ? [next] : []) : [item]));
    this.#set(at, key, list);
  }

  #set(at: Place, key: string, uploads: readonly Upload[]): void {
    const lists = this.#lists.get(at.own) ?? new Map<string, readonly Upload[]>();
    lists.set(key, uploads);
    this.#lists.set(at.own, lists);
    this.tellPending();
    this.#form.requestUpdate();
  }
}

/** The host has stored something else than what was sent. */
class DamagedFile extends Error {
  override name = 'DamagedFile';
}

function isOpen(upload: Upload): boolean {
  return upload.state === 'running';
}

function accepts(types: readonly string[], type: string): boolean {
  return types.some((accepted) =>
    accepted.endsWith('/*') ? type.startsWith(accepted.slice(0, -1)) : accepted === type,
  );
}
