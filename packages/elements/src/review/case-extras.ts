import type { DeclarationView, OpinionView, ReviewView, ScoringView } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { moment } from '../views/due.ts';
import { fileButton, filesOf, plainAnswers, type CaseScope } from './answers.ts';

/** Attachments, declarations, opinions and scores of a case: below what changed and the answers. */
export function caseExtras(view: ReviewView, scope: CaseScope): TemplateResult {
  const { strings } = scope;
  const { forms, declarations, opinions, scoring } = view;
  const files = filesOf(forms);
  return html`${
    files.length === 0
      ? nothing
      : section(
          strings.files,
          html`<ul class="plain-list" part="attachments">
            ${files.map(
              ({ file, title }) =>
                html`<li>${fileButton(file, scope.host, strings)} <span class="muted">${title}</span></li>`,
            )}
          </ul>`,
        )
  }
  ${declarations.length === 0 ? nothing : section(strings.declarations, declared(declarations, scope))}
  ${
    opinions.length === 0
      ? nothing
      : section(
          strings.opinions,
          html`<ol class="plain-list" part="opinions">
            ${opinions.map((each) => opinion(each, scope))}
          </ol>`,
        )
  }
  ${scoring.length === 0 ? nothing : section(strings.scoring, html`${scoring.map((each) => sheets(each, scope))}`)}`;
}

function section(title: string, content: TemplateResult): TemplateResult {
  return html`<section class="block">
    <h3 class="section-title" part="section-title">${title}</h3>
    ${content}
  </section>`;
}

/** Conduct is declared by the person and judged by people: no number stands here. */
function declared(list: readonly DeclarationView[], { strings, words }: CaseScope): TemplateResult {
  return html`<p class="muted">${strings.declarationsNote}</p>
    <ul class="plain-list" part="declarations">
      ${list.map(
        ({ title, text, clauses, declared: given, by, at, decisions }) =>
          html`<li>
            <p>
              <span class="badge ${given ? '' : 'warn'}"
                >${given ? strings.declared : strings.notDeclared}</span
              >
              <span class="rule-title">${title}</span>
              ${clauses.length > 0 ? html`<span class="clause">${words.clause(clauses.join('、'))}</span>` : nothing}
              <span class="muted">${strings.handed(by, at === undefined ? '' : moment(at))}</span>
            </p>
            ${text === title ? nothing : html`<p>${text}</p>`}
            ${
              decisions.length === 0
                ? html`<p class="muted">${strings.undecided}</p>`
                : decisions.map(
                    (each) =>
                      html`<p class="decision">
                        <span class="muted">${each.by} · ${each.title}</span>
                        <span class="text">${each.text}</span>
                      </p>`,
                  )
            }
          </li>`,
      )}
    </ul>`;
}

function opinion(
  { at, title, actor, clauses, reason, items }: OpinionView,
  scope: CaseScope,
): TemplateResult {
  const { strings, words } = scope;
  return html`<li part="opinion">
    <p>
      <span class="rule-title">${title}</span> ${actor}
      <time class="muted" datetime=${at}>${moment(at)}</time>
      ${clauses.length > 0 ? html`<span class="clause">${words.clause(clauses.join('、'))}</span>` : nothing}
    </p>
    ${reason === undefined ? nothing : html`<p class="text">${strings.reason(reason)}</p>`}
    ${items.length === 0 ? nothing : plainAnswers(items, scope)}
  </li>`;
}

function sheets(scoring: ScoringView, scope: CaseScope): TemplateResult {
  const { strings } = scope;
  const { title, criteria, count, sealed, result } = scoring;
  if (sealed)
    return html`<p class="lead" part="sealed">
      <span class="rule-title">${title}</span> ${strings.sealed(count)}
    </p>`;
  const most = criteria.reduce((sum, { max }) => sum + max, 0);
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${title}>
      <table class="sheet" part="scores">
        <caption>
          ${title}
        </caption>
        <thead>
          <tr>
            <th scope="col">${strings.criterion}</th>
            ${scoring.sheets.map(({ by }, index) => html`<th scope="col">${by} ${index + 1}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${criteria.map(
            ({ name, title: criterion, min, max }) =>
              html`<tr>
                <th scope="row">${criterion} <span class="muted">${strings.range(min, max)}</span></th>
                ${scoring.sheets.map(({ points }) => html`<td>${points[name] ?? '—'}</td>`)}
              </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">${strings.sum}</th>
            ${scoring.sheets.map(({ sum }) => html`<td>${sum === null ? '—' : strings.ofMax(sum, most)}</td>`)}
          </tr>
        </tfoot>
      </table>
    </div>
    ${result === undefined ? nothing : html`<p>${strings.result}：<strong>${result}</strong></p>`}
    ${scoring.sheets.map(({ by, remarks }, index) =>
      remarks.length === 0
        ? nothing
        : html`<p class="muted">${by} ${index + 1}</p>
            ${plainAnswers(remarks, scope)}`,
    )}`;
}
