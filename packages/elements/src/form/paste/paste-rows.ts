import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import { wordsOf } from '../../strings/part-words.ts';
import { pasteStrings, type PasteStrings } from '../../strings/paste.ts';
import { adopt } from '../../styles/adopt.ts';
import { addRows, freshRow } from '../row-changes.ts';
import { type Column, type RowList, type RowsOptions, rowsOf } from '../row-list.ts';
import { type Draft, type DraftCell, draftOf } from './draft.ts';
import { styles } from './paste.styles.ts';

/** Rows shown before they are added; more would say nothing new. */
const shown = 50;

/**
 * Asks for copied cells, shows what would come of them with what is wrong in which cell, and adds them as one step.
 * The dialog stands in the form's own shadow root and is gone when closed.
 */
export function pasteRows(list: RowList, columns: readonly Column[], text = ''): void {
  const { at, options } = list;
  const { form } = at;
  const strings = wordsOf(form, 'paste', pasteStrings);
  const page = form.renderRoot.querySelector('.page') ?? form.renderRoot;
  const dialog = document.createElement('dialog');
  dialog.className = 'paste-dialog';
  dialog.part.add('dialog');
  dialog.setAttribute('aria-labelledby', 'paste-title');
  page.append(dialog);
  adopt(dialog, styles);
  let pasted = text;
  let confirmed: (() => void) | undefined;

  const room = options.max === undefined ? Infinity : options.max - rowsOf(list).length;
  const update = (): void => {
    const draft = pasted.trim() === '' ? undefined : draftOf(pasted, columns, () => freshRow(list));
    const rows = draft?.rows.slice(0, room) ?? [];
    render(
      html`<form
        method="dialog"
        class="paste"
        @submit=${() => {
          if (rows.length > 0)
            confirmed = () =>
              addRows(
                list,
                rows.map(({ answers }) => answers),
              );
        }}
      >
        <h3 id="paste-title" class="paste-title">${strings.title(options.noun)}</h3>
        <p>${strings.how}</p>
        <p class="hint">${strings.columns(columns.map(({ title }) => title).join('、'))}</p>
        <label class="paste-label" for="paste-text">${strings.field}</label>
        <textarea
          id="paste-text"
          part="textarea"
          rows="4"
          .value=${pasted}
          @input=${(event: Event) => {
            event.stopPropagation();
            pasted = (event.target as HTMLTextAreaElement).value;
            update();
          }}
          @paste=${(event: Event) => event.stopPropagation()}
        ></textarea>
        <div role="status">${draft ? told(draft, room, options, strings) : nothing}</div>
        ${draft && rows.length > 0 ? preview(draft, rows.length, strings) : nothing}
        <div class="paste-actions">
          <button
            type="submit"
            class="button primary"
            part="button confirm"
            aria-disabled=${rows.length === 0}
            @click=${(event: Event) => {
              if (rows.length === 0) event.preventDefault();
            }}
          >
            ${strings.add(rows.length, options.measure)}
          </button>
          <button type="button" class="button quiet" part="button cancel" @click=${() => dialog.close()}>
            ${strings.cancel}
          </button>
        </div>
      </form>`,
      dialog,
    );
  };
  // What happens in here is no change of the form yet.
  for (const name of ['input', 'change', 'focusin', 'focusout'])
    dialog.addEventListener(name, (event) => event.stopPropagation());
  dialog.addEventListener('close', () => {
    dialog.remove();
    confirmed?.();
  });
  update();
  dialog.showModal();
  dialog.querySelector('textarea')?.focus();
}

function told(draft: Draft, room: number, options: RowsOptions, strings: PasteStrings): TemplateResult {
  const { measure, max = 0 } = options;
  const taken = draft.rows.slice(0, room);
  const left = draft.rows.length - taken.length;
  const problems = taken.flatMap(({ cells }) => cells).filter(({ problem }) => problem !== undefined).length;
  return html`
    <p class="paste-count">
      ${draft.rows.length === 0 ? strings.nothing : strings.preview(taken.length, measure)}
    </p>
    ${left > 0 ? html`<p class="error">${strings.tooMany(room, left, max, measure)}</p>` : nothing}
    ${problems > 0 ? html`<p class="error">${strings.problems(problems)}</p>` : nothing}
    <p class="hint">${draft.hasHeader ? strings.header : strings.noHeader}</p>
    ${draft.ignored.length > 0 ? html`<p class="hint">${strings.ignored(draft.ignored.join('、'))}</p>` : nothing}
  `;
}

function preview(draft: Draft, count: number, strings: PasteStrings): TemplateResult {
  const rows = draft.rows.slice(0, Math.min(count, shown));
  return html`<div class="paste-preview" tabindex="0" role="region" aria-labelledby="paste-title">
      <table>
        <thead>
          <tr>
            <th scope="col">${strings.number}</th>
            ${draft.columns.map(({ title }) => html`<th scope="col">${title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ cells }, index) =>
              html`<tr>
                <th scope="row">${index + 1}</th>
                ${cells.map((cell) => html`<td>${cellContent(cell, strings)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${count > rows.length ? html`<p class="hint">${strings.more(count - rows.length)}</p>` : nothing}`;
}

function cellContent({ text, problem }: DraftCell, strings: PasteStrings): TemplateResult {
  if (problem !== undefined)
    return html`${text}<span class="cell-problem">${strings.problem[problem]}</span>`;
  return text === '' ? html`<span class="cell-empty">${strings.empty}</span>` : html`${text}`;
}
