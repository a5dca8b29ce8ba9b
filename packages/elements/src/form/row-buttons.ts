import { arrangeWhere, make, makeButton } from '../make.ts';
import { changeRows } from './late-row-changes.ts';
import { type RowList, rowsOf } from './row-list.ts';

/** A list as its rows need to know it. */
export interface ListOnScreen extends RowList {
  readonly count: number;
  /** Rows may be moved, and taken away. */
  readonly isLoose: boolean;
  /** Something may be changed. */
  readonly open: boolean;
}

const actions = ['up', 'down', 'duplicate', 'remove'] as const;
type RowAction = (typeof actions)[number];

/** The buttons of one row; the list hears them, so that a row needs no listener of its own. */
export class RowButtons {
  readonly box = make('span', { class: 'row-buttons' });
  readonly #buttons = new Map<RowAction, HTMLButtonElement>();
  #said = '';

  update({ at, options, count, isLoose }: ListOnScreen, index: number, title: string): void {
    const full = options.max !== undefined && count >= options.max;
    const off = { up: index === 0, down: index === count - 1, duplicate: full, remove: false };
    const says = `${title}/${off.up}/${off.down}/${full}/${isLoose}`;
    // Most rows stay as they are at a key.
    if (says === this.#said) return;
    this.#said = says;
    const { strings } = at.form;
    const drawn = actions.map((action) => {
      const button = this.#buttons.get(action) ?? makeButton(`quiet ${action}`, action, strings[action]);
      this.#buttons.set(action, button);
      button.dataset['action'] = action;
      button.ariaLabel = `${strings[action]} ${title}`;
      button.ariaDisabled = String(off[action]);
      return [button, isLoose || action === 'remove'] as const;
    });
    arrangeWhere(this.box, drawn);
  }
}

/** Does what the button of a row says that was pressed, if one was. */
export function pressed(event: Event, list: RowList): void {
  const button = (event.target as Element).closest<HTMLElement>('.row-buttons > [data-action]');
  // A list inside a row hears its own.
  const box = event.currentTarget as HTMLElement;
  const row = button?.closest('.row');
  if (row?.parentElement !== box || button?.ariaDisabled === 'true') return;
  const index = [...box.children].indexOf(row);
  const own = rowsOf(list)[index];
  if (!own) return;
  changeRows(list, ({ moveRow, duplicateRow, removeRow }) => {
    switch (button?.dataset['action'] as RowAction) {
      case 'up':
        return moveRow(list, own, index - 1);
      case 'down':
        return moveRow(list, own, index + 1);
      case 'duplicate':
        return duplicateRow(list, own);
      case 'remove':
        return removeRow(list, own);
    }
  });
}
