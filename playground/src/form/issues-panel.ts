import type { FormValidator, JsonObject, ValidationIssue } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit';
import { language, t } from '../language.ts';

/** An empty form has dozens: the rest is folded, so that eligibility stays in sight. */
const SHOWN = 6;

/** What the validator still asks for; `onOpen` moves the person to the field. */
export function issuesPanel(
  validator: FormValidator<unknown> | undefined,
  answers: JsonObject,
  onOpen: (issue: ValidationIssue) => void,
): TemplateResult {
  const issues = validator?.issues(answers, language()) ?? [];
  return html`<section class="panel" aria-labelledby="issues-title">
    <div class="panel-head">
      <h2 id="issues-title">${t('issues')}</h2>
      <span class="tag ${issues.length === 0 ? 'good' : 'warn'}" data-issues=${issues.length}>
        ${issues.length === 0 ? t('noIssues') : t('issueCount', { count: issues.length })}
      </span>
    </div>
    ${issueList(issues.slice(0, SHOWN), onOpen)}
    ${
      issues.length <= SHOWN
        ? nothing
        : html`<details class="idle">
            <summary>${t('otherIssues', { count: issues.length - SHOWN })}</summary>
            ${issueList(issues.slice(SHOWN), onOpen)}
          </details>`
    }
  </section>`;
}

function issueList(
  issues: readonly ValidationIssue[],
  onOpen: (issue: ValidationIssue) => void,
): TemplateResult | typeof nothing {
  if (issues.length === 0) return nothing;
  return html`<ul class="issues">
    ${issues.map(
      (issue) =>
        html`<li>
          <button type="button" @click=${() => onOpen(issue)}>${issue.message}</button>
        </li>`,
    )}
  </ul>`;
}
