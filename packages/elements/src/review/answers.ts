import type { AnswerView, Attachment, FieldMark, FormView, RowView } from '@zhinan/model';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { tell } from '../views/act-event.ts';
import { moment } from '../views/due.ts';
import type { ViewStrings } from '../views/view-strings.ts';
import type { ReviewStrings } from './review-strings.ts';

/** What the read-only case is drawn with. */
export interface CaseScope {
  readonly host: HTMLElement;
  readonly strings: ReviewStrings;
  readonly words: ViewStrings;
  readonly onlyChanges: boolean;
  /** Fields can be marked, because the case can be given back. */
  readonly markable: boolean;
  readonly marks: ReadonlyMap<string, FieldMark>;
  /** What was marked when the case was last given back, by the same key. */
  readonly asked: ReadonlyMap<string, FieldMark>;
  readonly onMark: (mark: FieldMark, to: boolean) => void;
}

export const markKey = (form: string, pointer: string): string => `${form}${pointer}`;

/** A stored form in words, section by section. */
export function formAnswers(form: FormView, scope: CaseScope): TemplateResult | typeof nothing {
  const { strings, onlyChanges } = scope;
  if (onlyChanges && form.changes === 0) return nothing;
  const handed = strings.handed(form.by, form.at === undefined ? '' : moment(form.at));
  return html`<details class="form" part="form" data-form=${form.id} open>
    <summary>
      <span class="form-title">${form.title}</span>
      <span class="muted">${handed}</span>
      ${form.changes > 0 ? html`<span class="badge warn">${strings.changed(form.changes)}</span>` : nothing}
    </summary>
    ${form.sections.map(({ title, items }) => {
      const shown = onlyChanges ? items.filter(isChanged) : items;
      return shown.length === 0
        ? nothing
        : html`${title === '' ? nothing : html`<p class="part-title">${title}</p>`}
            <dl class="answers" part="answers">${shown.map((item) => answer(item, form.id, scope))}</dl>`;
    })}
  </details>`;
}

/** A list of answers without marks: what was said in an opinion. */
export function plainAnswers(items: readonly AnswerView[], scope: CaseScope): TemplateResult {
  const bare = { ...scope, markable: false, onlyChanges: false, asked: new Map() };
  return html`<dl class="answers">${items.map((item) => answer(item, '', bare))}</dl>`;
}

function answer(item: AnswerView, form: string, scope: CaseScope): TemplateResult {
  const { pointer, title, clauses, sensitive } = item;
  const { strings, words, markable, marks, asked } = scope;
  const key = markKey(form, pointer);
  const mark = marks.get(key);
  const wanted = asked.get(key);
  const changed = isChanged(item);
  return html`<div
    class="answer ${changed ? 'changed' : ''} ${mark || wanted ? 'marked' : ''}"
    part="answer${changed ? ' answer-changed' : ''}"
    tabindex="-1"
    data-key=${key}
    data-stop=${changed || wanted ? '' : nothing}
  >
    <dt>
      ${title}
      ${clauses.length > 0 ? html`<span class="clause">${words.clause(clauses.join('、'))}</span>` : nothing}
      ${sensitive ? html`<span class="badge">${strings.sensitive}</span>` : nothing}
      ${wanted ? html`<span class="asked">${strings.wanted}${wanted.note ? `：${wanted.note}` : ''}</span>` : nothing}
    </dt>
    <dd>${item.rows ? rows(item.rows, form, scope) : value(item, scope)}</dd>
    ${markable ? marking({ form, pointer, title }, mark, scope) : nothing}
  </div>`;
}

function value({ text, was, files }: AnswerView, { strings, host }: CaseScope): TemplateResult {
  const now = files
    ? html`<ul class="files">
        ${files.map((file) => html`<li>${fileButton(file, host, strings)}</li>`)}
      </ul>`
    : html`<span class="text"
        >${text === '' ? html`<span class="muted">${strings.blank}</span>` : text}</span
      >`;
  if (was === undefined) return now;
  return html`<div class="change">
    <span class="muted">${strings.was}</span><del class="text">${was === '' ? strings.blank : was}</del>
    <span class="muted">${strings.is}</span><ins>${now}</ins>
  </div>`;
}

function rows(list: readonly RowView[], form: string, scope: CaseScope): TemplateResult {
  const { strings, onlyChanges } = scope;
  const shown = onlyChanges ? list.filter(({ change }) => change !== undefined) : list;
  if (shown.length === 0) return html`<span class="muted">${strings.noRows}</span>`;
  const word = { added: strings.added, removed: strings.removed, changed: strings.rowChanged };
  return html`<ul class="rows">
    ${shown.map(({ title, change, items }) => {
      // Of a changed row all answers are shown, so that one knows which row it is.
      const inner = { ...scope, onlyChanges: false, markable: scope.markable && change !== 'removed' };
      return html`<li class="entry ${change ?? ''}" part="row">
        <p class="entry-title">
          ${title} ${change ? html`<span class="badge warn">${word[change]}</span>` : nothing}
        </p>
        <dl class="answers">${items.map((item) => answer(item, form, inner))}</dl>
      </li>`;
    })}
  </ul>`;
}

function marking(
  mark: FieldMark,
  present: FieldMark | undefined,
  { strings, onMark }: CaseScope,
): TemplateResult {
  const { title } = mark;
  return html`<dd class="marking ${present ? 'noted' : ''}">
    <button
      type="button"
      class="button quiet mark"
      part="button mark"
      aria-pressed=${present !== undefined}
      aria-label=${strings.markOf(title)}
      @click=${() => onMark(mark, present === undefined)}
    >
      ${strings.mark}
    </button>
    ${
      present
        ? html`<input
            class="input"
            part="input"
            aria-label=${strings.note(title)}
            placeholder=${strings.note(title)}
            .value=${present.note ?? ''}
            @input=${(event: Event) =>
              onMark({ ...mark, note: (event.target as HTMLInputElement).value.trim() }, true)}
          />`
        : nothing
    }
  </dd>`;
}

export function fileButton(file: Attachment, host: HTMLElement, strings: ReviewStrings): TemplateResult {
  const { name, mediaType, ref, sha256 } = file;
  return html`<button
    type="button"
    class="link"
    part="attachment"
    @click=${() => tell(host, 'attachment-open', { name, mediaType, ref, sha256 })}
  >
    ${strings.openFile(name, sizeText(file.size))}
  </button>`;
}

function sizeText(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function isChanged({ was, rows: list }: AnswerView): boolean {
  return was !== undefined || (list?.some(({ change }) => change !== undefined) ?? false);
}

/** Every file of the stored forms, with the question that it answers. */
export function filesOf(
  forms: readonly FormView[],
): readonly { readonly file: Attachment; readonly title: string }[] {
  const inside = (item: AnswerView): readonly { file: Attachment; title: string }[] => [
    ...(item.files ?? []).map((file) => ({ file, title: item.title })),
    ...(item.rows ?? [])
      .filter(({ change }) => change !== 'removed')
      .flatMap((row) =>
        row.items.flatMap(inside).map(({ file, title }) => ({ file, title: `${row.title} · ${title}` })),
      ),
  ];
  return forms.flatMap(({ sections }) => sections.flatMap(({ items }) => items.flatMap(inside)));
}
