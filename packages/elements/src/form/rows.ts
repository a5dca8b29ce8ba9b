import { listField, type Members } from '../controls/group.ts';
import { arrange, make, tell } from '../make.ts';
import { rowsStyles } from '../styles/rows.styles.ts';
import { type Answers, below, isObject } from './answers.ts';
import type { Field } from './fields.ts';
import { Row } from './row.ts';
import { RowActions } from './row-actions.ts';
import { pressed } from './row-buttons.ts';
import { moveRow, type RowsOptions, rowsOf } from './row-changes.ts';
import { pasteInto } from './paste/paste-into.ts';
import { pathIn, type Scope } from './scope.ts';

/** A list of objects with add, copy, remove with undo, and reordering by buttons or by dragging. */
export function rows(key: string, title: string, options: RowsOptions, fields: readonly Field[]): Field {
  return listField(key, title, options, rowsStyles, (at) => new RowList(at, key, options, fields));
}

class RowList implements Members {
  readonly boxes: readonly Node[];
  readonly #list = make('ol', { class: 'row-list', part: 'rows' });
  readonly #actions: RowActions;
  readonly #unanswered = make('p', { class: 'answer', part: 'answer' });
  readonly #key: string;
  readonly #options: RowsOptions;
  readonly #fields: readonly Field[];
  #at: Scope;
  #rows = new Map<Answers, Row>();

  constructor(at: Scope, key: string, options: RowsOptions, fields: readonly Field[]) {
    this.#at = at;
    this.#key = key;
    this.#options = options;
    this.#fields = fields;
    this.#actions = new RowActions(at, key, options);
    this.boxes = [this.#list, this.#actions.box, this.#unanswered];
    // Rows have no listeners of their own: the list hears their buttons and handles.
    this.#list.addEventListener('paste', (event) => this.#pasted(event));
    this.#list.addEventListener('click', (event) => pressed(event, this.#at, key, options));
    this.#list.addEventListener('pointerdown', (event) => void this.#grab(event));
  }

  get #pointer(): string {
    return below(this.#at.pointer, this.#key);
  }

  update(at: Scope): void {
    this.#at = at;
    const { form } = at;
    const answers = rowsOf(at, this.#key);
    const open = form.mayChange(this.#pointer);
    // An empty list would be read out as one.
    this.#list.hidden = answers.length === 0;
    this.#list.classList.toggle('long', answers.length > 20);
    this.#draw(answers, open);
    this.#actions.box.hidden = !open;
    if (open) this.#actions.update(at, answers.length);
    this.#unanswered.hidden = open || answers.length > 0;
    tell(this.#unanswered, form.strings.unanswered);
  }

  /** A row keeps what is drawn of it as long as it is in the list, wherever it moves. */
  #draw(answers: readonly Answers[], open: boolean): void {
    const before = this.#rows;
    this.#rows = new Map(answers.map((own) => [own, before.get(own) ?? new Row(this.#fields)]));
    for (const [own, row] of before) if (!this.#rows.has(own)) row.box.remove();
    const drawn = [...this.#rows.values()];
    arrange(
      this.#list,
      drawn.map(({ box }) => box),
    );
    const { form, asked } = this.#at;
    const pointer = this.#pointer;
    const counted = asked[this.#key];
    const list = {
      at: this.#at,
      key: this.#key,
      options: this.#options,
      count: answers.length,
      // Whoever moves or removes a row with a locked column would change that column too.
      isLoose: !form.model.locksPartOf(pointer),
      open,
    };
    const path = pathIn(this.#at, this.#key);
    answers.forEach((own, index) => {
      const row: unknown = Array.isArray(counted) ? counted[index] : undefined;
      const scope = { form, pointer: below(pointer, index), path, own, asked: isObject(row) ? row : own };
      this.#rows.get(own)?.update(scope, index, list);
    });
  }

  /** Several cells are no answer to one field. */
  #pasted(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!this.#options.columns || !text.trim().includes('\t') || !this.#at.form.mayChange(this.#pointer))
      return;
    event.preventDefault();
    event.stopPropagation();
    void pasteInto(this.#at, this.#key, this.#options, text);
  }

  async #grab(event: PointerEvent): Promise<void> {
    // Once the event has been handled, it no longer says what it was sent to.
    const handle = (event.target as Element).closest<HTMLElement>('.grip');
    if (!handle || event.button !== 0 || handle.closest('.row-list') !== this.#list) return;
    event.preventDefault();
    const { dragRow } = await import('./drag-row.ts');
    dragRow(handle, event, (from, to) => moveRow(this.#at, this.#key, this.#options, from, to));
  }
}
