import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Control } from '../controls/control.ts';
import { fieldPath, segments } from '../form/answers.ts';
import type { FormElement } from '../form/form-element.ts';
import { visible } from '../strings/visible.ts';
import { answerLines } from './answer-text.ts';
import { groupBy, type Section } from './sections.ts';
import { wayStrings } from './way-strings.ts';

/** All answers as text, by section, each with the way back to its field. What is not asked does not stand here. */
export function checkAnswersPage(form: FormElement, sections: readonly Section[]): TemplateResult {
  const strings = wayStrings[form.model.language];
  return html`<div class="check" part="check-answers">
    <h3 class="view-title" part="section-title" tabindex="-1">${strings.checkTitle}</h3>
    ${form.fixed ? nothing : html`<p class="note" part="note">${strings.checkNote}</p>`}
    ${sections.map((section) => sectionAnswers(form, section))}
  </div>`;
}

function sectionAnswers(form: FormElement, { id, title, controls }: Section): TemplateResult {
  const ordered = [...controls].sort(byPlace);
  const lists = ordered.filter(isList);
  const isMember = ({ pointer }: Control): boolean =>
    lists.some((list) => pointer.startsWith(`${list.pointer}/`));
  return html`<section class="check-section" part="check-section">
    <h4 class="check-title" part="check-title" id="check-${id}">${title}</h4>
    <dl class="answers" part="answers">
      ${ordered.filter((control) => !isMember(control)).map((control) => (isList(control) ? listAnswers(form, control, ordered) : answer(form, control)))}
    </dl>
  </section>`;
}

function answer(form: FormElement, control: Control): TemplateResult {
  const title = titleOf(control);
  return html`<div class="answer-line" part="answer-line">
    <dt>${title}</dt>
    <dd>${text(form, control)}</dd>
    ${changeButton(form, control, title)}
  </div>`;
}

/** The answer, and what is wrong with it. */
function text(form: FormElement, control: Control): TemplateResult {
  const lines = answerLines(control, form.strings);
  const issue = form.model.issues.find(({ pointer }) => pointer === control.pointer);
  const strings = wayStrings[form.model.language];
  return html`${
    lines.length > 0
      ? lines.map((line) => html`<bdi class="answer-text">${line}</bdi>`)
      : issue
        ? nothing
        : html`<span class="unanswered">${form.strings.unanswered}</span>`
  }
  ${
    issue
      ? html`<span class="error-text"
          >${lines.length === 0 && issue.keyword === 'required' ? strings.requiredAndOpen : issue.message}</span
        >`
      : nothing
  }`;
}

/** Rows as a table: one column for each thing that any of the rows is asked for. */
function listAnswers(form: FormElement, list: Control, all: readonly Control[]): TemplateResult {
  const title = titleOf(list);
  const members = all.filter(({ pointer }) => pointer.startsWith(`${list.pointer}/`));
  const depth = segments(list.pointer).length;
  const rows = [...groupBy(members, ({ pointer }) => Number(segments(pointer)[depth]))].sort(
    ([one], [other]) => one - other,
  );
  const columns = new Map(
    members.map((control) => [fieldPath(control.pointer, '/'), titleOf(control)] as const),
  );
  const strings = wayStrings[form.model.language];
  return html`<div class="answer-line whole" part="answer-line">
    <dt>${title}</dt>
    <dd>
      ${
        rows.length === 0
          ? text(form, list)
          : html`<table
              class="answer-table ${columns.size > 6 ? 'stacked' : ''}"
              part="answer-table"
              role="table"
              aria-label=${strings.answered(title)}
            >
              <thead role="rowgroup">
                <tr role="row">
                  <th role="columnheader" scope="col">${strings.position}</th>
                  ${[...columns.values()].map((column) => html`<th role="columnheader" scope="col">${column}</th>`)}
                </tr>
              </thead>
              <tbody role="rowgroup">
                ${rows.map(([index, cells]) => row(form, index, cells, columns))}
              </tbody>
            </table>`
      }
    </dd>
    ${changeButton(form, list, title)}
  </div>`;
}

function row(
  form: FormElement,
  index: number,
  cells: readonly Control[],
  columns: ReadonlyMap<string, string>,
): TemplateResult {
  const byPath = new Map(cells.map((control) => [fieldPath(control.pointer, '/'), control]));
  return html`<tr role="row">
    <th role="rowheader" scope="row">${index + 1}</th>
    ${[...columns].map(([path, column]) => {
      const control = byPath.get(path);
      return html`<td role="cell" data-column=${column}>${control ? text(form, control) : '—'}</td>`;
    })}
  </tr>`;
}

function changeButton(form: FormElement, control: Control, title: string): TemplateResult | typeof nothing {
  if (!form.mayChange(control.pointer) || form.model.provenance[control.pointer]?.verified === true)
    return nothing;
  const strings = wayStrings[form.model.language];
  return html`<dd class="change">
    <button
      type="button"
      class="button quiet"
      part="button change"
      aria-label=${strings.changeOf(title)}
      @click=${() => control.focus()}
    >
      ${strings.change}
    </button>
  </dd>`;
}

/** With the name of the group around it, where there is one. */
function titleOf(control: Control): string {
  const group = control.element.parentElement?.closest('.group')?.querySelector(':scope > legend');
  const around = group?.textContent?.trim();
  return visible(around ? `${around} · ${control.title}` : control.title);
}

function isList(control: Control): boolean {
  return control.kind.passive === true && control.element.querySelector(':scope > .row-list') !== null;
}

function byPlace(one: Control, other: Control): number {
  const order = one.element.compareDocumentPosition(other.element);
  return (order & Node.DOCUMENT_POSITION_FOLLOWING) > 0 ? -1 : 1;
}
