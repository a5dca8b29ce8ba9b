import { arrangeWhere, make, makeButton, tell } from '../make.ts';
import { addRow, type RowsOptions } from './row-changes.ts';
import { pasteInto } from './paste/paste-into.ts';
import type { Scope } from './scope.ts';

/** Below the rows of a list: what adds to it, how many there are, and what was done last, to be taken back. */
export class RowActions {
  readonly box = make('div', { class: 'row-actions' });
  readonly #key: string;
  readonly #options: RowsOptions;
  readonly #add: HTMLButtonElement;
  readonly #paste: HTMLButtonElement;
  readonly #count = make('span', { class: 'count' });
  readonly #done = make('span', {});
  readonly #removed: HTMLElement;
  #at: Scope;

  constructor(at: Scope, key: string, options: RowsOptions) {
    this.#at = at;
    this.#key = key;
    this.#options = options;
    const { strings } = at.form;
    this.#add = makeButton('add', 'add', strings.add(options.noun), () => addRow(this.#at, key, options));
    this.#paste = makeButton(
      'quiet paste',
      'paste',
      strings.paste,
      () => void pasteInto(this.#at, key, options),
    );
    this.#paste.ariaLabel = `${strings.paste} ${options.noun}`;
    const undo = makeButton('quiet undo', 'undo', strings.undo, () => this.#undo());
    this.#removed = make('span', { class: 'removed', part: 'removed' }, this.#done, ' ', undo);
  }

  update(at: Scope, count: number): void {
    this.#at = at;
    const { strings, undoable } = at.form;
    const { max, noun, measure, columns } = this.#options;
    const full = max !== undefined && count >= max;
    this.#add.disabled = full;
    tell(
      this.#count,
      full
        ? strings.full(max, measure)
        : count === 0
          ? strings.noRows(noun)
          : strings.rowCount(count, measure),
    );
    const done = undoable?.container === at.own && undoable.key === this.#key ? undoable.said : undefined;
    tell(this.#done, done ?? '');
    arrangeWhere(this.box, [
      [this.#add, true],
      [this.#paste, columns !== undefined && !full],
      [this.#count, true],
      [this.#removed, done !== undefined],
    ]);
  }

  #undo(): void {
    const { form } = this.#at;
    const { undoable } = form;
    form.undoable = undefined;
    undoable?.undo();
  }
}
