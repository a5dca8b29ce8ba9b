import type { FormValidator, JsonObject, ValidationIssue } from '@zhinan/model';
import { html, type TemplateResult } from 'lit';
import { language, t } from '../language.ts';

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
    ${
      issues.length === 0
        ? ''
        : html`<ul class="issues">
            ${issues.map(
              (issue) =>
                html`<li>
                  <button type="button" @click=${() => onOpen(issue)}>${issue.message}</button>
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}
