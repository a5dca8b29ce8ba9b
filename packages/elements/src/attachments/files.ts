import type { Attachment, AttachmentRule } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit';
import { below } from '../form/answers.ts';
import { visible } from '../strings/visible.ts';
import type { Scope } from '../form/scope.ts';
import { size, stored } from './stored.ts';

/** The files of one field: stored ones, those on their way, and the button for more. */
export function files(at: Scope, key: string, rule: AttachmentRule): TemplateResult {
  const { form } = at;
  const { strings, uploads } = form;
  const done = stored(at.own, key);
  const full = done.length + (uploads?.running(at.own, key) ?? 0) >= rule.maxCount;
  const pointer = below(at.pointer, key);
  const open = form.mayChange(pointer);
  return html`<ul class="files" part="files">
      ${done.map(
        (file) =>
          html`<li class="file" part="file">
            <bdi class="file-name">${visible(file.name)}</bdi>
            <span class="file-size">${size(file.size)}</span>
            ${
              !open
                ? nothing
                : html`<button
                    type="button"
                    class="button quiet"
                    part="button remove"
                    aria-label="${strings.remove} ${file.name}"
                    @click=${() => remove(at, key, file)}
                  >
                    ${strings.remove}
                  </button>`
            }
          </li>`,
      )}
      ${uploads?.draw(at, key, rule) ?? nothing}
    </ul>
    ${
      !open
        ? done.length > 0
          ? nothing
          : html`<p class="answer" part="answer">${strings.unanswered}</p>`
        : html`<input
              type="file"
              hidden
              ?multiple=${rule.maxCount > 1}
              accept=${rule.accept.join(',')}
              @change=${(event: Event) => choose(at, key, rule, event.target as HTMLInputElement)}
            />
            <button
              type="button"
              class="button choose"
              part="button choose"
              aria-describedby="f${pointer}-hint0"
              ?disabled=${full}
              @click=${(event: Event) => {
                const input = (event.currentTarget as HTMLElement).parentElement?.querySelector('input');
                input?.click();
              }}
            >
              ${strings.chooseFile}
            </button>`
    }`;
}

function remove(at: Scope, key: string, file: Attachment): void {
  const kept = stored(at.own, key).filter((item) => item.ref !== file.ref);
  at.form.model.put(at.own, key, kept.length > 0 ? kept.map((item) => ({ ...item })) : undefined);
  at.form.edited(below(at.pointer, key));
}

/** Takes chosen files; what uploads them is loaded with the first. */
function choose(at: Scope, key: string, rule: AttachmentRule, input: HTMLInputElement): void {
  const { form } = at;
  const chosen = [...(input.files ?? [])];
  input.value = '';
  void form.later(
    () => import('./uploads.ts'),
    ({ Uploads }) => {
      form.uploads ??= new Uploads(form);
      form.uploads.choose(at, key, rule, chosen);
    },
  );
}
