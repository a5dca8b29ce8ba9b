import { html, nothing, type TemplateResult } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import { repeat } from 'lit/directives/repeat.js';
import { listField } from '../controls/group.ts';
import { adopt } from '../styles/adopt.ts';
import { rowsStyles } from '../styles/rows.styles.ts';
import { below, isObject } from './answers.ts';
import { pressed, rowButtons } from './row-buttons.ts';
import { addRow, moveRow, type RowsOptions, rowsOf, rowTitle } from './row-changes.ts';
import { pathIn, type Scope } from './scope.ts';

/** A list of objects with add, copy, remove with undo, and reordering by buttons or by dragging. */
export function rows(
  at: Scope,
  key: string,
  title: string,
  options: RowsOptions,
  template: (row: Scope) => unknown,
): DirectiveResult {
  return listField(at, key, title, options, () => drawRows(at, key, options, template));
}

function drawRows(
  at: Scope,
  key: string,
  options: RowsOptions,
  template: (row: Scope) => unknown,
): TemplateResult {
  const { form } = at;
  adopt(form.renderRoot, rowsStyles);
  const list = rowsOf(at, key);
  const path = pathIn(at, key);
  const asked = at.asked[key];
  const pointer = below(at.pointer, key);
  const open = form.mayChange(pointer);
  // Whoever moves or removes a row with a locked column would change that column too.
  const loose = !form.model.locksPartOf(pointer);
  return html`
    <ol
      class="row-list ${list.length > 20 ? 'long' : ''}"
      part="rows"
      @paste=${(event: ClipboardEvent) => {
        const text = event.clipboardData?.getData('text/plain') ?? '';
        // Several cells are no answer to one field.
        if (!open || !options.columns || !text.trim().includes('\t')) return;
        event.preventDefault();
        event.stopPropagation();
        void paste(at, key, options, text);
      }}
      @click=${(event: Event) => pressed(event, at, key, options)}
      @pointerdown=${(event: PointerEvent) => void grab(event, at, key, options)}
    >
      ${repeat(
        list,
        (row) => row,
        (row, index) => {
          const title = rowTitle(at, options, row, index);
          const counted = Array.isArray(asked) ? asked[index] : undefined;
          return html`<li class="row" part="row">
            <div class="row-head" part="row-head">
              ${open && loose && list.length > 1 ? grip(form.strings.drag) : nothing}
              <h4 class="row-title" part="row-title">${title}</h4>
              ${open && (loose || form.model.added.has(row)) ? rowButtons(at, key, options, { index, count: list.length, title }) : nothing}
            </div>
            <div class="fields">
              ${template({
                form,
                pointer: below(pointer, index),
                path,
                own: row,
                asked: isObject(counted) ? counted : row,
              })}
            </div>
          </li>`;
        },
      )}
    </ol>
    ${
      open
        ? rowActions(at, key, options, list.length)
        : list.length > 0
          ? nothing
          : html`<p class="answer" part="answer">${form.strings.unanswered}</p>`
    }
  `;
}

function rowActions(at: Scope, key: string, options: RowsOptions, count: number): TemplateResult {
  const { form } = at;
  const { strings } = form;
  const full = options.max !== undefined && count >= options.max;
  const undoable =
    form.undoable?.container === at.own && form.undoable.key === key ? form.undoable : undefined;
  return html`<div class="row-actions">
    <button
      type="button"
      class="button add"
      part="button add"
      ?disabled=${full}
      @click=${() => addRow(at, key, options)}
    >
      ${strings.add(options.noun)}
    </button>
    ${
      options.columns && !full
        ? html`<button
            type="button"
            class="button quiet paste"
            part="button paste"
            aria-label="${strings.paste} ${options.noun}"
            @click=${() => void paste(at, key, options)}
          >
            ${strings.paste}
          </button>`
        : nothing
    }
    <span class="count"
      >${
        full && options.max !== undefined
          ? strings.full(options.max, options.measure)
          : count === 0
            ? strings.noRows(options.noun)
            : strings.rowCount(count, options.measure)
      }</span
    >
    ${
      undoable
        ? html`<span class="removed" part="removed"
            >${undoable.said}
            <button
              type="button"
              class="button quiet undo"
              part="button undo"
              @click=${() => {
                form.undoable = undefined;
                undoable.undo();
              }}
            >
              ${strings.undo}
            </button></span
          >`
        : nothing
    }
  </div>`;
}

/** Handle for the pointer; by keyboard a row is moved with its buttons. */
function grip(title: string): TemplateResult {
  return html`<span class="grip" part="grip" aria-hidden="true" title=${title}></span>`;
}

async function grab(event: PointerEvent, at: Scope, key: string, options: RowsOptions): Promise<void> {
  // Once the event has been handled, it no longer says what it was sent to.
  const { target, currentTarget, button } = event;
  const handle = (target as Element).closest<HTMLElement>('.grip');
  if (!handle || button !== 0 || handle.closest('.row-list') !== currentTarget) return;
  event.preventDefault();
  const { dragRow } = await import('./drag-row.ts');
  dragRow(handle, event, (from, to) => moveRow(at, key, options, from, to));
}

async function paste(at: Scope, key: string, options: RowsOptions, text?: string): Promise<void> {
  const [{ pasteRows }, columns] = await Promise.all([
    import('./paste/paste-rows.ts'),
    options.columns?.() ?? [],
  ]);
  pasteRows(at, key, options, columns, text);
}
