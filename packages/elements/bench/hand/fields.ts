import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Row, read, rowsOf } from './answers.ts';
import type { HandForm } from './hand-form.ts';

export interface FieldOptions {
  readonly required?: boolean;
  readonly hint?: string;
  readonly wide?: boolean;
  readonly type?: string;
  readonly autocomplete?: AutoFill;
  readonly unit?: string;
  readonly rows?: number;
}
type Option = string | { readonly code: string; readonly title: string };

const codeOf = (option: Option): string => (typeof option === 'string' ? option : option.code);
const titleOf = (option: Option): string => (typeof option === 'string' ? option : option.title);
const requiredClass = ({ required }: FieldOptions): string => (required ? 'required' : '');

function hintLine(path: string, { hint }: FieldOptions): TemplateResult | typeof nothing {
  return hint ? html`<p class="hint" id="${path}-hint">${hint}</p>` : nothing;
}

function errorLine(form: HandForm, path: string): TemplateResult | typeof nothing {
  const error = form.error(path);
  return error ? html`<p class="error" id="${path}-error">错误：${error}</p>` : nothing;
}

/** Ids of the lines that describe a control, the error first. */
function described(form: HandForm, path: string, { hint }: FieldOptions): string | undefined {
  const ids = [form.error(path) && `${path}-error`, hint && `${path}-hint`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** Label, hint, control and error of one field. */
function field(
  form: HandForm,
  path: string,
  label: string,
  options: FieldOptions,
  control: TemplateResult,
): TemplateResult {
  return html`<div class="field ${options.wide ? 'wide' : ''}">
    <label for=${path} class=${requiredClass(options)}>${label}</label>
    ${hintLine(path, options)} ${control} ${errorLine(form, path)}
  </div>`;
}

export function text(
  form: HandForm,
  path: string,
  label: string,
  options: FieldOptions = {},
): TemplateResult {
  const numeric = options.unit !== undefined;
  const input = html`<input
    id=${path}
    name=${path}
    type=${options.type ?? 'text'}
    inputmode=${ifDefined(numeric ? 'numeric' : undefined)}
    autocomplete=${options.autocomplete ?? 'off'}
    .value=${live(String(read(form.answers, path) ?? ''))}
    aria-required=${options.required === true}
    aria-invalid=${ifDefined(form.error(path) ? 'true' : undefined)}
    aria-describedby=${ifDefined(described(form, path, options))}
  />`;
  const whole = numeric
    ? html`<div class="with-unit">${input}<span class="unit">${options.unit}</span></div>`
    : input;
  return field(form, path, label, options, whole);
}

export function area(
  form: HandForm,
  path: string,
  label: string,
  options: FieldOptions = {},
): TemplateResult {
  return field(
    form,
    path,
    label,
    { wide: true, ...options },
    html`<textarea
      id=${path}
      name=${path}
      rows=${options.rows ?? 3}
      .value=${live(String(read(form.answers, path) ?? ''))}
      aria-required=${options.required === true}
      aria-invalid=${ifDefined(form.error(path) ? 'true' : undefined)}
      aria-describedby=${ifDefined(described(form, path, options))}
    ></textarea>`,
  );
}

export function select(
  form: HandForm,
  path: string,
  label: string,
  choices: readonly Option[],
  options: FieldOptions = {},
): TemplateResult {
  const value = read(form.answers, path);
  return field(
    form,
    path,
    label,
    options,
    html`<select
      id=${path}
      name=${path}
      aria-required=${options.required === true}
      aria-invalid=${ifDefined(form.error(path) ? 'true' : undefined)}
      aria-describedby=${ifDefined(described(form, path, options))}
    >
      <option value="" ?selected=${value === undefined}>请选择</option>
      ${choices.map(
        (choice) =>
          html`<option value=${codeOf(choice)} ?selected=${codeOf(choice) === value}>
            ${titleOf(choice)}
          </option>`,
      )}
    </select>`,
  );
}

function group(
  form: HandForm,
  path: string,
  label: string,
  options: FieldOptions,
  inner: TemplateResult,
  role?: 'radiogroup',
): TemplateResult {
  return html`<fieldset
    class="field ${options.wide ? 'wide' : ''}"
    id=${path}
    role=${ifDefined(role)}
    aria-required=${ifDefined(role && options.required === true)}
    aria-describedby=${ifDefined(described(form, path, options))}
  >
    <legend class=${requiredClass(options)}>${label}</legend>
    ${hintLine(path, options)} ${inner} ${errorLine(form, path)}
  </fieldset>`;
}

export function radios(
  form: HandForm,
  path: string,
  label: string,
  choices: readonly Option[],
  options: FieldOptions & { readonly boolean?: boolean } = {},
): TemplateResult {
  const value = read(form.answers, path);
  const invalid = ifDefined(form.error(path) ? 'true' : undefined);
  const inputs = choices.map(
    (choice) =>
      html`<label class="option"
        ><input
          type="radio"
          name=${path}
          value=${codeOf(choice)}
          ?data-boolean=${options.boolean}
          .checked=${live(value !== undefined && codeOf(choice) === String(value))}
          aria-invalid=${invalid}
        />${titleOf(choice)}</label
      >`,
  );
  return group(form, path, label, options, html`<div class="options">${inputs}</div>`, 'radiogroup');
}

export function yesNo(
  form: HandForm,
  path: string,
  label: string,
  options: FieldOptions = {},
): TemplateResult {
  const choices = [
    { code: 'true', title: '是' },
    { code: 'false', title: '否' },
  ];
  return radios(form, path, label, choices, { ...options, boolean: true });
}

export function several(
  form: HandForm,
  path: string,
  label: string,
  choices: readonly string[],
  options: FieldOptions = {},
): TemplateResult {
  const chosen = (read(form.answers, path) ?? []) as readonly string[];
  const inputs = choices.map(
    (choice) =>
      html`<label class="option"
        ><input
          type="checkbox"
          name=${path}
          value=${choice}
          data-several
          .checked=${live(chosen.includes(choice))}
          aria-invalid=${ifDefined(form.error(path) ? 'true' : undefined)}
        />${choice}</label
      >`,
  );
  return group(form, path, label, options, html`<div class="options">${inputs}</div>`);
}

export function tick(form: HandForm, path: string, label: string, hint: string): TemplateResult {
  return html`<div class="field tick wide">
    <label class="required"
      ><input
        type="checkbox"
        id=${path}
        name=${path}
        .checked=${live(read(form.answers, path) === true)}
        aria-required="true"
        aria-invalid=${ifDefined(form.error(path) ? 'true' : undefined)}
        aria-describedby=${ifDefined(described(form, path, { hint }))}
      />${label}</label
    >
    ${hintLine(path, { hint })} ${errorLine(form, path)}
  </div>`;
}

export function files(
  form: HandForm,
  path: string,
  label: string,
  options: FieldOptions = {},
): TemplateResult {
  const stored = rowsOf(form.answers, path);
  return group(
    form,
    path,
    label,
    { wide: true, ...options },
    html`<ul class="files">
        ${stored.map(
          (file) =>
            html`<li>
              ${file['name']}
              <button type="button" class="button quiet" @click=${() => form.removeRow(path, file)}>
                删除
              </button>
            </li>`,
        )}
      </ul>
      <input
        type="file"
        name=${path}
        multiple
        accept="application/pdf,image/jpeg,image/png"
        aria-label=${`${label}：选择文件`}
        aria-invalid=${ifDefined(form.error(path) ? 'true' : undefined)}
      />`,
  );
}

/** A list of rows that can be added and taken out. */
export function list(
  form: HandForm,
  path: string,
  label: string,
  noun: string,
  row: (path: string) => readonly TemplateResult[],
  options: FieldOptions = {},
): TemplateResult {
  return html`<fieldset
    class="list wide"
    id=${path}
    aria-describedby=${ifDefined(described(form, path, options))}
  >
    <legend class=${requiredClass(options)}>${label}</legend>
    ${hintLine(path, options)} ${errorLine(form, path)}
    <ol>
      ${repeat(
        rowsOf(form.answers, path),
        (own) => own,
        (own: Row, at) =>
          html`<li class="row">
            <div class="row-head">
              <h4>${noun} ${at + 1}</h4>
              <button type="button" class="button quiet" @click=${() => form.removeRow(path, own)}>
                删除<span class="hidden">${noun} ${at + 1}</span>
              </button>
            </div>
            <div class="fields">${row(`${path}.${at}`)}</div>
          </li>`,
      )}
    </ol>
    <button type="button" class="button" @click=${() => form.addRow(path)}>添加${noun}</button>
  </fieldset>`;
}

export function section(title: string, inner: readonly (TemplateResult | typeof nothing)[]): TemplateResult {
  return html`<section>
    <h3>${title}</h3>
    <div class="fields">${inner}</div>
  </section>`;
}
