import { html, nothing, type TemplateResult } from 'lit';
import type { SessionAdapter } from '../adapters/adapters.ts';
import type { Strings } from '../strings/zh-cn.ts';
import type { FormElement } from './form-element.ts';

/** What stands around the fields of every form: title, notices, buttons, the line that is spoken. */
export function formFrame(form: FormElement, fields: TemplateResult): TemplateResult {
  const { heading, session, storage, path, strings } = form;
  return html`<div class="page" part="page">
    <h2 class="title" part="title">${heading}</h2>
    ${session ? html`<p class="note" part="identity">${identity(session, strings)}</p>` : nothing}
    ${storage ? html`<div class="draft-notice"></div>` : nothing}
    ${path ? html`<div class="way-head"></div>` : (form.explanation.summary?.(form) ?? nothing)}
    <p class="note" part="note">${strings.requiredNote}</p>
    ${fields} ${path ? html`<div class="way-body"></div>` : nothing}
    <div class="actions" part="actions">
      ${
        path
          ? html`<div class="way-actions"></div>`
          : form.noSubmit || form.fixed || form.form
            ? nothing
            : html`<button
                type="button"
                class="button primary"
                part="button submit"
                @click=${() => form.submit()}
              >
                ${form.submitLabel || strings.submit}
              </button>`
      }
      ${storage ? html`<p class="save-state" part="save-state"></p>` : nothing}
      <p class="status" part="status" role="status">${form.status}</p>
      ${form.late.retry}
    </div>
  </div>`;
}

function identity({ role, name }: SessionAdapter, strings: Strings): string {
  return strings.identity(name === undefined ? role : `${name}（${role}）`);
}
