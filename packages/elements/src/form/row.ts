import { arrangeWhere, make, tell } from '../make.ts';
import { type Field, Fields } from './fields.ts';
import { type ListOnScreen, RowButtons } from './row-buttons.ts';
import { rowTitle } from './row-list.ts';
import type { Scope } from './scope.ts';

/** One row of a list on the screen: its title, what can be done with it, and its fields. */
export class Row {
  readonly box: HTMLElement;
  readonly #head = make('div', { class: 'row-head', part: 'row-head' });
  readonly #title = make('h4', { class: 'row-title', part: 'row-title' });
  readonly #fields: Fields;
  #grip: HTMLElement | undefined;
  #buttons: RowButtons | undefined;

  constructor(fields: readonly Field[]) {
    this.#fields = new Fields(fields);
    this.box = make('li', { class: 'row', part: 'row' }, this.#head, this.#fields.box);
  }

  update(at: Scope, index: number, list: ListOnScreen): void {
    const { open, isLoose, count } = list;
    const title = rowTitle(list, at.own, index);
    tell(this.#title, title);
    // Handle for the pointer; by keyboard a row is moved with its buttons.
    this.#grip ??= make('span', { class: 'grip', part: 'grip', 'aria-hidden': 'true' });
    this.#grip.title = at.form.strings.drag;
    this.#buttons ??= new RowButtons();
    const removable = open && (isLoose || at.form.model.added.has(at.own));
    arrangeWhere(this.#head, [
      [this.#grip, open && isLoose && count > 1],
      [this.#title, true],
      [this.#buttons.box, removable],
    ]);
    if (removable) this.#buttons.update(list, index, title);
    this.#fields.update(at);
  }
}
