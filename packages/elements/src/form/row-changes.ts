import type { JsonObject } from '@zhinan/model';
import { type Answer, type Answers, below, copyAnswers, isObject } from './answers.ts';
import type { FieldOptions } from '../controls/control.ts';
import { visible } from '../strings/visible.ts';
import type { Scope } from './scope.ts';

export interface RowsOptions extends FieldOptions {
  /** What one row is, e.g. 徒弟. */
  readonly noun: string;
  /** Measure word, e.g. 名. */
  readonly measure: string;
  readonly max?: number;
  /** Answers a new row begins with. */
  readonly fresh?: JsonObject;
  /** The row's own name for its heading, from its answers. */
  readonly name?: (row: JsonObject) => unknown;
  /** Answers a copy of a row does not take along: what is declared of one row holds for no other. */
  readonly once?: readonly string[];
  /** What a spreadsheet may bring, for a list that takes rows from one. */
  readonly columns?: () => Promise<readonly Column[]>;
}

/** A column of a list as a spreadsheet may hold it. */
export interface Column {
  readonly key: string;
  readonly title: string;
  readonly kind: 'text' | 'code' | 'number' | 'money' | 'date' | 'choice' | 'choices' | 'flag';
  /** Codes with their titles, of a choice. */
  readonly options?: readonly (readonly [code: string | number, title: string])[];
  readonly unit?: string;
}

/** The last change of a list that can be taken back with one press, until the next one. */
export interface Undoable {
  readonly container: Answers;
  readonly key: string;
  /** What was done, e.g. 已删除徒弟 1. */
  readonly said: string;
  undo(): void;
}

export function rowsOf(at: Scope, key: string): Answers[] {
  const list = at.own[key];
  return Array.isArray(list) ? list.filter(isObject) : [];
}

export function rowTitle(at: Scope, options: RowsOptions, row: Answers, index: number): string {
  const name = options.name?.(row as JsonObject);
  return at.form.strings.rowTitle(options.noun, index + 1, typeof name === 'string' ? visible(name) : '');
}

/** Puts the list in place, says what happened and leads the focus on (`focus` is a selector inside the list's group). */
export function change(at: Scope, key: string, list: Answer[], say: string, focus: string): void {
  const { form } = at;
  const pointer = below(at.pointer, key);
  form.model.put(at.own, key, list.length > 0 ? list : undefined);
  form.model.forgetBelow(pointer);
  form.edited(pointer);
  form.say(say);
  void focusOn(form, `[id="${CSS.escape(`f${pointer}`)}"] > ${focus}`);
}

/** The row at an index; a list inside a row has rows of its own. */
const rowAt = (index: number): string => `.row-list > .row:nth-child(${index + 1})`;
const undoButton = '.row-actions .undo';
const firstInput = ':is(input, select, textarea)';

async function focusOn(form: Scope['form'], selector: string): Promise<void> {
  await form.updateComplete;
  form.renderRoot.querySelector<HTMLElement>(selector)?.focus();
}

/** What a new row begins with; an answer too, so none where the step lets nobody give one. */
export function freshRow(at: Scope, key: string, options: RowsOptions): Answers {
  const { model } = at.form;
  const pointer = below(at.pointer, key);
  const fresh = Object.entries(options.fresh ?? {}).filter(
    ([name]) => model.access(below(pointer, name)) === 'editable',
  );
  const row = copyAnswers(Object.fromEntries(fresh));
  model.added.add(row);
  return row;
}

export function addRow(at: Scope, key: string, options: RowsOptions): void {
  const list = [...rowsOf(at, key), freshRow(at, key, options)];
  const said = at.form.strings.rowAdded(at.form.strings.rowTitle(options.noun, list.length, ''));
  change(at, key, list, said, `${rowAt(list.length - 1)} ${firstInput}`);
}

/** A copy right after the row it is of. */
export function duplicateRow(at: Scope, key: string, options: RowsOptions, index: number): void {
  const { model, strings } = at.form;
  const list = rowsOf(at, key);
  const row = list[index];
  if (!row) return;
  const pointer = below(at.pointer, key);
  const kept = Object.entries(row).filter(
    ([name]) => !options.once?.includes(name) && model.access(below(pointer, name)) === 'editable',
  );
  const copy = copyAnswers(Object.fromEntries(kept));
  model.added.add(copy);
  const said = strings.rowDuplicated(strings.rowTitle(options.noun, index + 2, ''));
  change(at, key, list.toSpliced(index + 1, 0, copy), said, `${rowAt(index + 1)} ${firstInput}`);
}

export function removeRow(at: Scope, key: string, index: number, title: string): void {
  const { form } = at;
  const row = rowsOf(at, key)[index];
  if (!row) return;
  const said = form.strings.rowRemoved(title);
  const undo = (): void => {
    const list = (rowsOf(at, key) as Answer[]).toSpliced(index, 0, row);
    change(at, key, list, form.strings.rowRestored(title), `${rowAt(index)} .remove`);
  };
  form.undoable = { container: at.own, key, said, undo };
  change(at, key, rowsOf(at, key).toSpliced(index, 1), said, undoButton);
}

/** Adds rows made elsewhere, as one step that can be taken back. */
export function addRows(at: Scope, key: string, options: RowsOptions, rows: readonly Answers[]): void {
  const { form } = at;
  for (const row of rows) form.model.added.add(row);
  const said = form.strings.rowsAdded(rows.length, options.measure);
  const undo = (): void => {
    const list = rowsOf(at, key).filter((row) => !rows.includes(row));
    change(at, key, list, form.strings.rowsTakenBack(rows.length, options.measure), '.row-actions .add');
  };
  form.undoable = { container: at.own, key, said, undo };
  change(at, key, [...rowsOf(at, key), ...rows], said, undoButton);
}

export function moveRow(at: Scope, key: string, options: RowsOptions, from: number, to: number): void {
  const list = rowsOf(at, key);
  const row = list[from];
  if (!row || to === from) return;
  const title = rowTitle(at, options, row, from);
  const moved = list.toSpliced(from, 1).toSpliced(to, 0, row);
  const focus = `${rowAt(to)} > .row-head ${to < from ? '.up' : '.down'}`;
  change(at, key, moved, at.form.strings.rowMoved(title, to + 1), focus);
}
