import { arrangeWhere, make, makeButton, tell } from '../make.ts';
import { pasteInto } from './paste/paste-into.ts';
import { changeRows } from './late-row-changes.ts';
import { type RowList } from './row-list.ts';

/** Below the rows of a list: what adds to it, how many there are, and what was done last, to be taken back. */
export class RowActions {
  readonly box = make('div', { class: 'row-actions' });
  readonly #add: HTMLButtonElement;
  readonly #paste: HTMLButtonElement;
  readonly #count = make('span', { class: 'count' });
  readonly #done = make('span', {});
  readonly #removed: HTMLElement;
  #list: RowList;

  constructor(list: RowList) {
    this.#list = list;
    const { strings } = list.at.form;
    const { noun } = list.options;
    this.#add = makeButton('add', 'add', strings.add(noun), () =>
      changeRows(this.#list, ({ addRow }) => addRow(this.#list)),
    );
    this.#paste = makeButton('quiet paste', 'paste', strings.paste, () => void pasteInto(this.#list));
    this.#paste.ariaLabel = `${strings.paste} ${noun}`;
    const undo = makeButton('quiet undo', 'undo', strings.undo, () => this.#undo());
    this.#removed = make('span', { class: 'removed', part: 'removed' }, this.#done, ' ', undo);
  }

  update(list: RowList, count: number): void {
    this.#list = list;
    const { at, key, options } = list;
    const { strings, undoable } = at.form;
    const { max, noun, measure, columns } = options;
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
    const done = undoable?.container === at.own && undoable.key === key ? undoable.said : undefined;
    tell(this.#done, done ?? '');
    arrangeWhere(this.box, [
      [this.#add, true],
      [this.#paste, columns !== undefined && !full],
      [this.#count, true],
      [this.#removed, done !== undefined],
    ]);
  }

  #undo(): void {
    const { form } = this.#list.at;
    const { undoable } = form;
    form.undoable = undefined;
    undoable?.undo();
  }
}
