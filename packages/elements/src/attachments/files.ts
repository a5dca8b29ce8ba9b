import type { AttachmentRule } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { below } from '../form/answers.ts';
import { visible } from '../strings/visible.ts';
import type { Scope } from '../form/scope.ts';
import { stored, type Upload } from './uploads.ts';

/** The files of one field: stored ones, those on their way, and the button for more. */
export function files(at: Scope, key: string, rule: AttachmentRule): TemplateResult {
  const { form } = at;
  const { strings, uploads } = form;
  const done = stored(at.own, key);
  const pending = uploads.of(at.own, key);
  const full = done.length + pending.filter(({ state }) => state === 'running').length >= rule.maxCount;
  const pointer = below(at.pointer, key);
  const open = form.mayChange(pointer);
  return html`<ul class="files" part="files">
      ${repeat(
        done,
        (file) => file.ref,
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
                    @click=${() => uploads.remove(at, key, file)}
                  >
                    ${strings.remove}
                  </button>`
            }
          </li>`,
      )}
      ${repeat(
        pending,
        (upload) => upload.file,
        (upload) => pendingFile(at, key, rule, upload),
      )}
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
              @change=${(event: Event) => {
                const input = event.target as HTMLInputElement;
                uploads.choose(at, key, rule, [...(input.files ?? [])]);
                input.value = '';
              }}
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

function pendingFile(at: Scope, key: string, rule: AttachmentRule, upload: Upload): TemplateResult {
  const { strings, uploads } = at.form;
  const { name } = upload.file;
  const percent = Math.round(upload.share * 100);
  return html`<li class="file ${upload.state}" part="file">
    <bdi class="file-name">${visible(name)}</bdi>
    <span class="file-size">${size(upload.file.size)}</span>
    ${
      upload.state === 'running'
        ? html`<progress max="1" .value=${upload.share} aria-label=${name}></progress>
            <span class="file-state">${strings.uploading(percent)}</span>`
        : html`<span class="file-state error-text">${upload.message}</span>`
    }
    ${
      upload.state === 'failed'
        ? html`<button
            type="button"
            class="button quiet"
            part="button retry"
            aria-label="${strings.retry} ${name}"
            @click=${() => uploads.retry(at, key, rule, upload)}
          >
            ${strings.retry}
          </button>`
        : nothing
    }
    <button
      type="button"
      class="button quiet"
      part="button cancel"
      aria-label="${upload.state === 'running' ? strings.cancel : strings.remove} ${name}"
      @click=${() => uploads.drop(at, key, upload)}
    >
      ${upload.state === 'running' ? strings.cancel : strings.remove}
    </button>
  </li>`;
}

/** A size as people say it. */
function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
