import { html, nothing, type TemplateResult } from 'lit';
import { below } from './answers.ts';
import { duplicateRow, moveRow, removeRow, type RowsOptions, rowsOf, rowTitle } from './row-changes.ts';
import type { Scope } from './scope.ts';

/** Where a row stands among those of its list, and what it is called. */
interface Place {
  readonly index: number;
  readonly count: number;
  readonly title: string;
}

/** The buttons of one row; the list hears them, so that a row needs no listener of its own. */
export function rowButtons(
  at: Scope,
  key: string,
  { max }: RowsOptions,
  { index, count, title }: Place,
): TemplateResult {
  const { strings, model } = at.form;
  const button = (action: RowAction, disabled = false): TemplateResult =>
    html`<button
      type="button"
      class="button quiet ${action}"
      part="button ${action}"
      data-action=${action}
      aria-label="${strings[action]} ${title}"
      aria-disabled=${disabled}
    >
      ${strings[action]}
    </button>`;
  const full = max !== undefined && count >= max;
  return html`<span class="row-buttons">
    ${
      model.locksPartOf(below(at.pointer, key))
        ? nothing
        : html`${button('up', index === 0)} ${button('down', index === count - 1)}
          ${button('duplicate', full)}`
    }
    ${button('remove')}
  </span>`;
}

type RowAction = 'up' | 'down' | 'duplicate' | 'remove';

/** Does what the button of a row says that was pressed, if one was. */
export function pressed(event: Event, at: Scope, key: string, options: RowsOptions): void {
  const button = (event.target as Element).closest<HTMLElement>('.row-buttons > [data-action]');
  // A list inside a row hears its own.
  const list = event.currentTarget as HTMLElement;
  const row = button?.closest('.row');
  if (row?.parentElement !== list || button?.ariaDisabled === 'true') return;
  const index = [...list.children].indexOf(row);
  const own = rowsOf(at, key)[index];
  if (!own) return;
  switch (button?.dataset['action'] as RowAction) {
    case 'up':
      return moveRow(at, key, options, index, index - 1);
    case 'down':
      return moveRow(at, key, options, index, index + 1);
    case 'duplicate':
      return duplicateRow(at, key, options, index);
    case 'remove':
      return removeRow(at, key, index, rowTitle(at, options, own, index));
  }
}
