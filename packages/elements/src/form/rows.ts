import type { JsonObject } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type Answer, type Answers, below, copyAnswers, isObject } from './answers.ts';
import type { Scope } from './scope.ts';

export interface RowsOptions {
  /** What one row is, e.g. 徒弟. */
  readonly noun: string;
  /** Measure word, e.g. 名. */
  readonly measure: string;
  readonly max?: number;
  /** Answers a new row begins with. */
  readonly fresh?: JsonObject;
  /** The row's own name for its heading, from its answers. */
  readonly name?: (row: JsonObject) => unknown;
}

/** A row taken out, kept until another is taken out or the person goes on working elsewhere. */
export interface RemovedRow {
  readonly container: Answers;
  readonly key: string;
  readonly index: number;
  readonly row: Answer;
  readonly title: string;
}

/** A list of objects with add, remove with undo, and reordering by buttons. */
export function rows(
  at: Scope,
  key: string,
  options: RowsOptions,
  template: (row: Scope) => TemplateResult,
): TemplateResult {
  const { form } = at;
  const { strings } = form;
  const list = rowsOf(at, key);
  const asked = at.asked[key];
  const pointer = below(at.pointer, key);
  const open = form.mayChange(pointer);
  // Whoever moves or removes a row with a locked column would change that column too.
  const loose = !form.model.locksPartOf(pointer);
  const full = options.max !== undefined && list.length >= options.max;
  const removed = form.removed?.container === at.own && form.removed.key === key ? form.removed : undefined;
  return html`
    <ol class="row-list ${list.length > 20 ? 'long' : ''}" part="rows">
      ${repeat(
        list,
        (row) => row,
        (row, index) => {
          const title = rowTitle(at, options, row, index);
          const counted = Array.isArray(asked) ? asked[index] : undefined;
          return html`<li class="row" part="row">
            <div class="row-head" part="row-head">
              <h4 class="row-title" part="row-title">${title}</h4>
              ${open && (loose || form.model.added.has(row)) ? rowButtons(at, key, options, index, list.length, title) : nothing}
            </div>
            <div class="fields">
              ${template({
                form,
                pointer: below(pointer, index),
                own: row,
                asked: isObject(counted) ? counted : row,
              })}
            </div>
          </li>`;
        },
      )}
    </ol>
    ${
      !open
        ? list.length > 0
          ? nothing
          : html`<p class="answer" part="answer">${strings.unanswered}</p>`
        : html`<div class="row-actions">
            <button
              type="button"
              class="button"
              part="button add"
              ?disabled=${full}
              @click=${() => addRow(at, key, options)}
            >
              ${strings.add(options.noun)}
            </button>
            <span class="count"
              >${
                full && options.max !== undefined
                  ? strings.full(options.max, options.measure)
                  : list.length === 0
                    ? strings.noRows(options.noun)
                    : strings.rowCount(list.length, options.measure)
              }</span
            >
            ${
              removed
                ? html`<span class="removed" part="removed"
                    >${strings.rowRemoved(removed.title)}
                    <button
                      type="button"
                      class="button quiet undo"
                      part="button undo"
                      @click=${() => restoreRow(at, key, removed)}
                    >
                      ${strings.undo}
                    </button></span
                  >`
                : nothing
            }
          </div>`
    }
  `;
}

function rowsOf(at: Scope, key: string): Answers[] {
  const list = at.own[key];
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function rowTitle(at: Scope, options: RowsOptions, row: Answers, index: number): string {
  const name = options.name?.(row as JsonObject);
  return at.form.strings.rowTitle(options.noun, index + 1, typeof name === 'string' ? name : '');
}

function rowButtons(
  at: Scope,
  key: string,
  options: RowsOptions,
  index: number,
  count: number,
  title: string,
): TemplateResult {
  const { strings } = at.form;
  const button = (action: string, label: string, disabled: boolean, act: () => void): TemplateResult =>
    html`<button
      type="button"
      class="button quiet ${action}"
      part="button ${action}"
      aria-label="${label} ${title}"
      aria-disabled=${disabled}
      @click=${() => (disabled ? undefined : act())}
    >
      ${label}
    </button>`;
  return html`<span class="row-buttons">
    ${
      at.form.model.locksPartOf(below(at.pointer, key))
        ? nothing
        : html`${button('up', strings.up, index === 0, () => moveRow(at, key, options, index, index - 1))}
          ${button('down', strings.down, index === count - 1, () => moveRow(at, key, options, index, index + 1))}`
    }
    ${button('remove', strings.remove, false, () => removeRow(at, key, index, title))}
  </span>`;
}

function change(at: Scope, key: string, list: Answer[], say: string, focus: string): void {
  const { form } = at;
  form.model.put(at.own, key, list.length > 0 ? list : undefined);
  form.model.forgetBelow(below(at.pointer, key));
  form.edited(below(at.pointer, key));
  form.say(say);
  const group = `f${below(at.pointer, key)}`;
  void focusOn(form, `[id="${CSS.escape(group)}"] ${focus}`);
}

async function focusOn(form: Scope['form'], selector: string): Promise<void> {
  await form.updateComplete;
  form.renderRoot.querySelector<HTMLElement>(selector)?.focus();
}

function addRow(at: Scope, key: string, options: RowsOptions): void {
  const { model } = at.form;
  const pointer = below(at.pointer, key);
  // What a new row begins with is an answer too: none where the step lets nobody give one.
  const fresh = Object.entries(options.fresh ?? {}).filter(
    ([name]) => model.access(below(pointer, name)) === 'editable',
  );
  const added = copyAnswers(Object.fromEntries(fresh));
  model.added.add(added);
  const list = [...rowsOf(at, key), added];
  const title = at.form.strings.rowTitle(options.noun, list.length, '');
  const row = `.row:nth-child(${list.length})`;
  change(at, key, list, at.form.strings.rowAdded(title), `${row} :is(input, select, textarea)`);
}

function removeRow(at: Scope, key: string, index: number, title: string): void {
  const list = rowsOf(at, key);
  const row = list[index];
  if (!row) return;
  at.form.removed = { container: at.own, key, index, row, title };
  change(at, key, list.toSpliced(index, 1), at.form.strings.rowRemoved(title), '.undo');
}

function restoreRow(at: Scope, key: string, removed: RemovedRow): void {
  at.form.removed = undefined;
  const list = (rowsOf(at, key) as Answer[]).toSpliced(removed.index, 0, removed.row);
  const focus = `.row:nth-child(${removed.index + 1}) .remove`;
  change(at, key, list, at.form.strings.rowRestored(removed.title), focus);
}

function moveRow(at: Scope, key: string, options: RowsOptions, from: number, to: number): void {
  const list = rowsOf(at, key);
  const row = list[from];
  if (!row) return;
  const title = rowTitle(at, options, row, from);
  const direction = to < from ? '.up' : '.down';
  const moved = list.toSpliced(from, 1).toSpliced(to, 0, row);
  const focus = `.row:nth-child(${to + 1}) ${direction}`;
  change(at, key, moved, at.form.strings.rowMoved(title, to + 1), focus);
}
