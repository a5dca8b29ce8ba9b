import { html, nothing, type TemplateResult } from 'lit';
import type { Control } from '../controls/control.ts';
import { adopt } from '../styles/adopt.ts';
import { errorSummaryStyles } from '../styles/error-summary.styles.ts';
import type { FormElement } from './form-element.ts';
import type { Issue } from './form-model.ts';

interface Entry {
  readonly issue: Issue;
  readonly control: Control | undefined;
}

/** From so many entries on, those of a section are folded: the headings alone give the way. */
const foldFrom = 12;

/** What is to be corrected, at the top of the form, in the order of the fields, each a link to its field. */
export function errorSummary(
  form: FormElement,
  issues: Iterable<Issue> = form.model.tried ? form.shownIssues.values() : [],
): TemplateResult | typeof nothing {
  const entries = [...issues]
    .map((issue) => ({ issue, control: form.controls.at(issue.pointer) }))
    .sort(byPlace);
  if (entries.length === 0) return nothing;
  adopt(form.renderRoot, errorSummaryStyles);
  const sectionOf = ({ control }: (typeof entries)[number]) => control?.element.closest('.section') ?? null;
  const sections = new Map(
    [...new Set(entries.map(sectionOf))].map((section) => [
      section,
      entries.filter((entry) => sectionOf(entry) === section),
    ]),
  );
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
    ${
      entries.length < foldFrom || sections.size === 1
        ? links(entries)
        : [...sections].map(
            ([section, found], index) =>
              html`<details ?open=${index === 0}>
                <summary>${titleOf(section)}（${found.length}）</summary>
                ${links(found)}
              </details>`,
          )
    }
  </div>`;
}

function links(entries: readonly Entry[]): TemplateResult {
  return html`<ul>
    ${entries.map(
      ({ issue, control }) =>
        html`<li>
          ${
            // A hidden field has no place to go to.
            control?.pointer === undefined || (issue.locked && control.pointer !== issue.pointer)
              ? issue.message
              : html`<a
                  href="#f${issue.pointer}"
                  @click=${(event: Event) => {
                    // A hash would be looked for in the host page, where our ids do not exist.
                    event.preventDefault();
                    control.focus();
                  }}
                  >${issue.message}</a
                >`
          }
        </li>`,
    )}
  </ul>`;
}

function titleOf(section: Element | null): string {
  return section?.querySelector('.section-title')?.textContent.trim() ?? '';
}

function byPlace(one: Entry, other: Entry): number {
  if (!one.control || !other.control || one.control === other.control) return 0;
  const order = one.control.element.compareDocumentPosition(other.control.element);
  return (order & Node.DOCUMENT_POSITION_FOLLOWING) > 0 ? -1 : 1;
}
