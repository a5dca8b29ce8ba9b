import { html, nothing, type TemplateResult } from 'lit';
import type { FormElement } from './form-element.ts';
import type { Control } from '../controls/control.ts';
import type { Issue } from './form-model.ts';

interface Entry {
  readonly issue: Issue;
  readonly control: Control | undefined;
}

/** Everything to correct, at the top of the form, in the order of the fields, each a link to its field. */
export function errorSummary(form: FormElement): TemplateResult | typeof nothing {
  if (!form.model.tried || form.shownIssues.size === 0) return nothing;
  const entries = [...form.shownIssues.values()]
    .map((issue) => ({ issue, control: form.controls.at(issue.pointer) }))
    .sort(byPlace);
  return html`<div
    class="summary"
    part="error-summary"
    role="group"
    aria-labelledby="summary-title"
    tabindex="-1"
  >
    <h3 id="summary-title" class="summary-title" part="error-summary-title">
      ${form.strings.errors(entries.length)}
    </h3>
    <ul>
      ${entries.map(
        ({ issue, control }) =>
          html`<li>
            <a
              href="#f${issue.pointer}"
              @click=${(event: Event) => {
                // A hash would be looked for in the host page, where our ids do not exist.
                event.preventDefault();
                control?.focus();
              }}
              >${placeOf(control)}${issue.title}：${issue.message}</a
            >
          </li>`,
      )}
    </ul>
  </div>`;
}

function byPlace(one: Entry, other: Entry): number {
  if (!one.control || !other.control || one.control === other.control) return 0;
  const order = one.control.element.compareDocumentPosition(other.control.element);
  return (order & Node.DOCUMENT_POSITION_FOLLOWING) > 0 ? -1 : 1;
}

/** Which row a field stands in: 徒弟 2 王甲 › . */
function placeOf(control: Control | undefined): string {
  const titles: string[] = [];
  let row = control?.element.closest('.row');
  while (row) {
    const title = row.querySelector('.row-title')?.textContent.trim();
    if (title) titles.unshift(`${title} › `);
    row = row.parentElement?.closest('.row');
  }
  return titles.join('');
}
