import type { AttachmentRule } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Scope } from '../form/scope.ts';
import { visible } from '../strings/visible.ts';
import { size } from './stored.ts';
import type { Upload, Uploads } from './uploads.ts';

/** A file on its way: how far it is, what went wrong with it, and what can be done. */
export function pendingFile(
  uploads: Uploads,
  at: Scope,
  key: string,
  rule: AttachmentRule,
  upload: Upload,
): TemplateResult {
  const { strings } = at.form;
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
