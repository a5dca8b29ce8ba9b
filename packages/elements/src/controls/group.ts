import { html, nothing, type TemplateResult } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import { inside, type Scope, shows } from '../form/scope.ts';
import { type ControlKind, field, type FieldOptions } from './control.ts';

/** A group whose members are bound themselves (rows, files): it only shows what is wrong with it as a whole. */
const listKind: ControlKind = {
  isGroup: true,
  passive: true,
  read: () => undefined,
  write: () => undefined,
  lock: () => undefined,
  parts: () => [],
};

/** A field that draws its members itself, as `content` says. */
export function listField(
  at: Scope,
  key: string,
  title: string,
  options: FieldOptions,
  content: () => unknown,
): DirectiveResult {
  return field(at, key, title, listKind, { wide: true, ...options }, content);
}

/** The fields of a nested object, under its title. */
export function group(
  at: Scope,
  key: string,
  title: string,
  options: FieldOptions,
  template: (at: Scope) => unknown,
): TemplateResult | typeof nothing {
  if (!shows(at, key)) return nothing;
  return html`<fieldset class="group" part="group">
    <legend part="label">${title}</legend>
    ${(['hint', 'sensitive'] as const).map((name) => {
      const text = options[name];
      return text === undefined ? nothing : html`<p class=${name} part=${name}>${text}</p>`;
    })}
    <div class="fields">${template(inside(at, key))}</div>
  </fieldset>`;
}
