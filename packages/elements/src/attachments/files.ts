import type { Attachment, AttachmentRule } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import type { FieldOptions } from '../controls/control.ts';
import { listField } from '../controls/group.ts';
import { below } from '../form/answers.ts';
import { adopt } from '../styles/adopt.ts';
import { filesStyles } from '../styles/files.styles.ts';
import { visible } from '../strings/visible.ts';
import type { Scope } from '../form/scope.ts';
import { size, stored } from './stored.ts';

interface FilesOptions extends FieldOptions {
  readonly rule: AttachmentRule;
}

/** The files of one field: stored ones, those on their way, and the button for more. */
export function files(at: Scope, key: string, title: string, options: FilesOptions): DirectiveResult {
  return listField(at, key, title, options, () => list(at, key, options.rule));
}

function list(at: Scope, key: string, rule: AttachmentRule): TemplateResult {
  const { form } = at;
  const { strings, uploads } = form;
  adopt(form.renderRoot, filesStyles);
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
        : html`<div
            class="drop"
            part="drop"
            @dragover=${(event: DragEvent) => hover(event, !full)}
            @dragleave=${(event: DragEvent) => hover(event, false)}
            @drop=${(event: DragEvent) => {
              hover(event, false);
              choose(at, key, rule, [...(event.dataTransfer?.files ?? [])]);
            }}
          >
            <input
              type="file"
              hidden
              ?multiple=${rule.maxCount > 1}
              accept=${rule.accept.join(',')}
              @change=${(event: Event) => {
                const input = event.target as HTMLInputElement;
                choose(at, key, rule, [...(input.files ?? [])]);
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
            </button>
            ${full ? nothing : html`<span class="count" aria-hidden="true">${strings.drop}</span>`}
          </div>`
    }`;
}

/** Files dragged over the field; without this the browser would open them and leave the page. */
function hover(event: DragEvent, takes: boolean): void {
  if (!event.dataTransfer?.types.includes('Files')) return;
  if (event.type !== 'dragleave') event.preventDefault();
  (event.currentTarget as HTMLElement).toggleAttribute('data-over', takes);
}

function remove(at: Scope, key: string, file: Attachment): void {
  const kept = stored(at.own, key).filter((item) => item.ref !== file.ref);
  at.form.model.put(at.own, key, kept.length > 0 ? kept.map((item) => ({ ...item })) : undefined);
  at.form.edited(below(at.pointer, key));
}

/** Takes chosen files; what uploads them is loaded with the first. */
function choose(at: Scope, key: string, rule: AttachmentRule, chosen: readonly File[]): void {
  const { form } = at;
  if (chosen.length === 0) return;
  void form.late.load(
    () => import('./uploads.ts'),
    ({ Uploads }) => {
      form.uploads ??= new Uploads(form);
      form.uploads.choose(at, key, rule, chosen);
    },
  );
}
