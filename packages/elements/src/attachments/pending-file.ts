import type { AttachmentRule } from '@zhinan/model';
import { arrangeWhere, make, makeButton, tell } from '../make.ts';
import type { Scope } from '../form/scope.ts';
import { fileLine } from './file-line.ts';
import type { Upload, Uploads } from './uploads.ts';

/** Where a file is on its way to, and how far it is. */
interface Way {
  readonly at: Scope;
  readonly key: string;
  readonly rule: AttachmentRule;
  readonly upload: Upload;
}

/** A file on its way: how far it is, what went wrong with it, and what can be done. */
export class PendingFile {
  readonly box: HTMLElement;
  readonly #progress: HTMLProgressElement;
  readonly #state = make('span', { class: 'file-state' });
  readonly #retry: HTMLButtonElement;
  readonly #cancel: HTMLButtonElement;
  readonly #line: readonly Node[];
  readonly #uploads: Uploads;
  #way: Way | undefined;

  constructor(uploads: Uploads, { name, size }: File) {
    this.#uploads = uploads;
    this.#progress = make('progress', { max: 1, 'aria-label': name });
    const act = (go: (way: Way) => void) => () => this.#way && go(this.#way);
    this.#retry = makeButton(
      'quiet',
      'retry',
      '',
      act(({ at, key, rule, upload }) => uploads.retry(at, key, rule, upload)),
    );
    this.#cancel = makeButton(
      'quiet',
      'cancel',
      '',
      act(({ at, key, upload }) => uploads.drop(at, key, upload)),
    );
    this.box = fileLine(name, size);
    this.#line = [...this.box.childNodes];
  }

  update(at: Scope, key: string, rule: AttachmentRule, upload: Upload): void {
    this.#way = { at, key, rule, upload };
    const { strings } = at.form;
    const { file, state, share, message = '' } = upload;
    const runs = state === 'running';
    this.box.className = `file ${state}`;
    this.#progress.value = share;
    this.#state.classList.toggle('error-text', !runs);
    tell(this.#state, runs ? this.#uploads.words.running(Math.round(share * 100)) : message);
    const stop = runs ? strings.cancel : strings.remove;
    for (const [button, label] of [
      [this.#retry, strings.retry],
      [this.#cancel, stop],
    ] as const) {
      tell(button, label);
      button.ariaLabel = `${label} ${file.name}`;
    }
    arrangeWhere(this.box, [
      ...this.#line.map((node) => [node, true] as const),
      [this.#progress, runs],
      [this.#state, true],
      [this.#retry, state === 'failed'],
      [this.#cancel, true],
    ]);
  }
}
