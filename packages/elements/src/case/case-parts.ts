import type { CaseView, NoticeView, ReceiptView, ReturnView } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { tell } from '../views/act-event.ts';
import { moment } from '../views/due.ts';
import type { ViewStrings } from '../views/view-strings.ts';
import type { CaseStrings } from './case-strings.ts';

/** Why it was given back, and the fields to correct, each a way to the form. */
export function returnNote(
  host: HTMLElement,
  { at, actor = '', reason, clauses, marks, answeredAt }: ReturnView,
  { instance = 'case' }: CaseView,
  strings: CaseStrings,
  words: ViewStrings,
): TemplateResult {
  const open = answeredAt === undefined;
  return html`<div class="lead ${open ? 'warn' : ''}" part="returned">
    <p><strong>${strings.returned(moment(at), actor)}</strong></p>
    <p>
      ${strings.reason(reason)}
      ${clauses.length > 0 ? html`<span class="clause">${words.clause(clauses.join('、'))}</span>` : nothing}
    </p>
    ${
      marks.length === 0
        ? nothing
        : html`<p>${strings.asked}</p>
            <ul class="marks">
              ${marks.map(
                ({ form, pointer, title, note }) =>
                  html`<li>
                    ${
                      open
                        ? html`<button
                            type="button"
                            class="link"
                            part="navigate"
                            aria-label=${strings.toField(title)}
                            @click=${() => tell(host, 'navigate', { form, pointer, instance })}
                          >
                            ${title}
                          </button>`
                        : title
                    }${note ? `：${note}` : ''}
                  </li>`,
              )}
            </ul>`
    }
    <p class="muted">${open ? strings.unanswered : strings.answered(moment(answeredAt))}</p>
  </div>`;
}

export function noticeList(
  list: readonly NoticeView[],
  strings: CaseStrings,
  words: ViewStrings,
): TemplateResult {
  return html`<h3 class="section-title" part="section-title">${strings.notices}</h3>
    <ul class="list" part="notices">
      ${list.map(({ title, clauses, from, until, workdaysLeft, status }) => {
        const running = status === 'running';
        return html`<li>
          <span class="badge ${running ? 'warn' : 'good'}">${running ? strings.running : strings.over}</span>
          <div>
            <p>
              <span class="rule-title">${title}</span>
              <span class="clause">${words.clause(clauses.join('、'))}</span>
            </p>
            <p>
              ${until === undefined ? strings.openEnd(moment(from)) : strings.period(moment(from), moment(until))}
            </p>
            ${
              running && until !== undefined && workdaysLeft !== undefined
                ? html`<p class="muted">
                    ${workdaysLeft === null ? words.beyond : words.left(workdaysLeft)}
                  </p>`
                : nothing
            }
          </div>
        </li>`;
      })}
    </ul>`;
}

export function receiptList(list: readonly ReceiptView[], strings: CaseStrings): TemplateResult {
  return html`<h3 class="section-title" part="section-title">${strings.receipts}</h3>
    <ul class="list plain" part="receipts">
      ${list.map(
        ({ at, title, form, number }) =>
          html`<li>
            <p>
              ${strings.receipt(form, moment(at))}
              <span class="muted">${title} · ${strings.number(number)}</span>
            </p>
          </li>`,
      )}
    </ul>`;
}
