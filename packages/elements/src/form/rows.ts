import { listField, type Members } from '../controls/group.ts';
import { arrange, make, tell } from '../make.ts';
import { rowsStyles } from '../styles/rows.styles.ts';
import { type Answers, below, isObject } from './answers.ts';
import type { Field } from './fields.ts';
import { pasteInto } from './paste/paste-into.ts';
import { Row } from './row.ts';
import { RowActions } from './row-actions.ts';
import { pressed } from './row-buttons.ts';
import { rowChanges } from './late-row-changes.ts';
import { pointerOf, type RowList, type RowsOptions, rowsOf } from './row-list.ts';
import { pathIn, type Scope } from './scope.ts';

/** A list of objects with add, copy, remove with undo, and reordering by buttons or by dragging. */
export function rows(key: string, title: string, options: RowsOptions, fields: readonly Field[]): Field {
  return listField(key, title, options, rowsStyles, (at) => new DrawnRows({ at, key, options }, fields));
}

class DrawnRows implements Members {
  readonly boxes: readonly Node[];
  readonly #box = make('ol', { class: 'row-list', part: 'rows' });
  readonly #actions: RowActions;
  readonly #unanswered = make('p', { class: 'answer', part: 'answer' });
  readonly #fields: readonly Field[];
  #list: RowList;
  #rows = new Map<Answers, Row>();

  constructor(list: RowList, fields: readonly Field[]) {
    this.#list = list;
    this.#fields = fields;
    this.#actions = new RowActions(list);
    this.boxes = [this.#box, this.#actions.box, this.#unanswered];
    // Fetched once somebody begins to answer, so that whoever adds a row can write in it at once.
    if (list.at.path === '')
      list.at.form.addEventListener('focusin', () => void rowChanges().catch(() => undefined), {
        once: true,
      });
    // Rows have no listeners of their own: the list hears their buttons and handles.
    this.#box.addEventListener('paste', (event) => this.#pasted(event));
    this.#box.addEventListener('click', (event) => pressed(event, this.#list));
    this.#box.addEventListener('pointerdown', (event) => void this.#grab(event));
  }

  update(at: Scope): void {
    const list = (this.#list = { ...this.#list, at });
    const { form } = at;
    const answers = rowsOf(list);
    const open = form.mayChange(pointerOf(list));
    // An empty list would be read out as one.
    this.#box.hidden = answers.length === 0;
    this.#box.classList.toggle('long', answers.length > 20);
    this.#draw(answers, open);
    this.#actions.box.hidden = !open;
    if (open) this.#actions.update(list, answers.length);
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
      this.#box,
      drawn.map(({ box }) => box),
    );
    const { at, key } = this.#list;
    const { form, asked } = at;
    const pointer = pointerOf(this.#list);
    const counted = asked[key];
    // Whoever moves or removes a row with a locked column would change that column too.
    const isLoose = !form.model.locksPartOf(pointer);
    const list = { ...this.#list, count: answers.length, isLoose, open };
    const path = pathIn(at, key);
    answers.forEach((own, index) => {
      const row: unknown = Array.isArray(counted) ? counted[index] : undefined;
      const scope = { form, pointer: below(pointer, index), path, own, asked: isObject(row) ? row : own };
      this.#rows.get(own)?.update(scope, index, list);
    });
  }

  /** Several cells are no answer to one field. */
  #pasted(event: ClipboardEvent): void {
    const list = this.#list;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!list.options.columns || !text.trim().includes('\t') || !list.at.form.mayChange(pointerOf(list)))
      return;
    event.preventDefault();
    event.stopPropagation();
    void pasteInto(list, text);
  }

  async #grab(event: PointerEvent): Promise<void> {
    // Once the event has been handled, it no longer says what it was sent to.
    const handle = (event.target as Element).closest<HTMLElement>('.grip');
    if (!handle || event.button !== 0 || handle.closest('.row-list') !== this.#box) return;
    event.preventDefault();
    const [{ dragRow }, { moveRow }] = await Promise.all([import('./drag-row.ts'), rowChanges()]);
    dragRow(handle, event, (from, to) => {
      const row = rowsOf(this.#list)[from];
      if (row) moveRow(this.#list, row, to);
    });
  }
}
