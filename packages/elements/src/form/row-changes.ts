import { wordsOf } from '../strings/part-words.ts';
import { rowChangeStrings, type RowChangeStrings } from '../strings/row-changes.ts';
import { type Answer, type Answers, below, copyAnswers } from './answers.ts';
import { pointerOf, type RowList, rowsOf, rowTitle } from './row-list.ts';

const wordsFor = ({ at: { form } }: RowList): RowChangeStrings => wordsOf(form, 'rows', rowChangeStrings);

/** What stands for a row that has no name yet. */
const placeTitle = ({ at, options }: RowList, place: number): string =>
  at.form.strings.rowTitle(options.noun, place, '');

/** Puts the rows in place, says what happened and leads the focus on (`focus` is a selector inside the list's group). */
function change(list: RowList, rows: Answer[], say: string, focus: string): void {
  const { at, key } = list;
  const { form } = at;
  const pointer = pointerOf(list);
  form.model.put(at.own, key, rows.length > 0 ? rows : undefined);
  form.model.forgetBelow(pointer);
  form.edited(pointer);
  form.say(say);
  void focusOn(list, `[id="${CSS.escape(`f${pointer}`)}"] > ${focus}`);
}

/** The row at an index; a list inside a row has rows of its own. */
const rowAt = (index: number): string => `.row-list > .row:nth-child(${index + 1})`;
const undoButton = '.row-actions .undo';
const firstInput = ':is(input, select, textarea)';

async function focusOn({ at: { form } }: RowList, selector: string): Promise<void> {
  await form.updateComplete;
  form.renderRoot.querySelector<HTMLElement>(selector)?.focus();
}

/** Those of the answers that the step lets somebody give in a row of the list. */
function permitted(list: RowList, answers: object): Answers {
  const pointer = pointerOf(list);
  const { model } = list.at.form;
  const open = Object.entries(answers).filter(([name]) => model.access(below(pointer, name)) === 'editable');
  return copyAnswers(Object.fromEntries(open));
}

/** What a new row begins with; an answer too, so none where the step lets nobody give one. */
export function freshRow(list: RowList): Answers {
  const row = permitted(list, list.options.fresh ?? {});
  list.at.form.model.added.add(row);
  return row;
}

export function addRow(list: RowList): void {
  const rows = [...rowsOf(list), freshRow(list)];
  const said = wordsFor(list).added(placeTitle(list, rows.length));
  change(list, rows, said, `${rowAt(rows.length - 1)} ${firstInput}`);
}

/** A copy right after the row it is of. */
export function duplicateRow(list: RowList, row: Answers): void {
  const rows = rowsOf(list);
  const next = rows.indexOf(row) + 1;
  if (next === 0) return;
  const { once } = list.options;
  const copy = permitted(
    list,
    Object.fromEntries(Object.entries(row).filter(([name]) => !once?.includes(name))),
  );
  list.at.form.model.added.add(copy);
  const said = wordsFor(list).duplicated(placeTitle(list, next + 1));
  change(list, rows.toSpliced(next, 0, copy), said, `${rowAt(next)} ${firstInput}`);
}

export function removeRow(list: RowList, row: Answers): void {
  const rows = rowsOf(list);
  const index = rows.indexOf(row);
  if (index < 0) return;
  const title = rowTitle(list, row, index);
  const words = wordsFor(list);
  const said = words.removed(title);
  const undo = (): void =>
    change(list, rowsOf(list).toSpliced(index, 0, row), words.restored(title), `${rowAt(index)} .remove`);
  list.at.form.undoable = { container: list.at.own, key: list.key, said, undo };
  change(list, rows.toSpliced(index, 1), said, undoButton);
}

/** Adds rows made elsewhere, as one step that can be taken back. */
export function addRows(list: RowList, added: readonly Answers[]): void {
  const { at, key, options } = list;
  for (const row of added) at.form.model.added.add(row);
  const words = wordsFor(list);
  const said = words.brought(added.length, options.measure);
  const undo = (): void => {
    const left = rowsOf(list).filter((row) => !added.includes(row));
    change(list, left, words.takenBack(added.length, options.measure), '.row-actions .add');
  };
  at.form.undoable = { container: at.own, key, said, undo };
  change(list, [...rowsOf(list), ...added], said, undoButton);
}

export function moveRow(list: RowList, row: Answers, to: number): void {
  const rows = rowsOf(list);
  const from = rows.indexOf(row);
  if (from < 0 || to === from) return;
  const moved = rows.toSpliced(from, 1).toSpliced(to, 0, row);
  const focus = `${rowAt(to)} > .row-head ${to < from ? '.up' : '.down'}`;
  change(list, moved, wordsFor(list).moved(rowTitle(list, row, from), to + 1), focus);
}
