import type { ReturnView, ReviewView } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { moment } from '../views/due.ts';
import { formAnswers, type CaseScope } from './answers.ts';

/** What stands below the answers, once it is loaded. */
export type Extras = (view: ReviewView, scope: CaseScope) => TemplateResult;

/** The case as it stands: what changed, the answers, attachments, declarations, what was said and scored so far. */
export function casePane(
  view: ReviewView,
  scope: CaseScope,
  extras: Extras | undefined,
  onOnlyChanges: (only: boolean) => void,
): TemplateResult {
  const { forms, returned } = view;
  const changes = forms.reduce((sum, form) => sum + form.changes, 0);
  return html`${returned ? returnedNote(returned, changes, scope, onOnlyChanges) : nothing}
  ${forms.map((form) => formAnswers(form, scope))} ${extras?.(view, scope)}`;
}

function returnedNote(
  { at, actor = '', title, reason, clauses, marks, answeredAt }: ReturnView,
  changes: number,
  { strings, words, onlyChanges }: CaseScope,
  onOnlyChanges: (only: boolean) => void,
): TemplateResult {
  return html`<div class="lead warn" part="returned">
    <p><strong>${strings.changes(changes)}</strong></p>
    <p>
      ${strings.returned(moment(at), actor)}（${title}）。${strings.reason(reason)}
      ${clauses.length > 0 ? html`<span class="clause">${words.clause(clauses.join('、'))}</span>` : nothing}
    </p>
    ${
      marks.length === 0
        ? nothing
        : html`<p>
            ${strings.asked}：${marks.map(({ title: field, note }) => (note ? `${field}（${note}）` : field)).join('；')}
          </p>`
    }
    <p class="muted">
      ${answeredAt === undefined ? strings.unanswered : strings.answered(moment(answeredAt))}
    </p>
    ${
      changes === 0
        ? nothing
        : html`<label class="only"
            ><input
              type="checkbox"
              class="check"
              .checked=${onlyChanges}
              @change=${(event: Event) => onOnlyChanges((event.target as HTMLInputElement).checked)}
            />${strings.onlyChanges}</label
          >`
    }
  </div>`;
}
