import type { Engine } from '../engine.ts';
import { type Item, keysOf, type Section, sectionsOf } from './items.ts';

type Json = Readonly<Record<string, unknown>>;

function property({ title, hint, schema, field, rows }: Item): Json {
  const { minLength, maxLength, minimum, maximum, minItems, maxItems, format } = schema;
  const limits = { minLength, maxLength, minimum, maximum, minItems, maxItems };
  const shared = { title, ...(hint && { description: hint }) };
  if (field.kind === 'rows') return { ...shared, type: 'array', minItems, maxItems, items: object(rows) };
  if (field.kind === 'files') return { ...shared, type: 'string', maxLength: 500 };
  if (field.kind === 'tick') return { ...shared, type: 'boolean', const: true };
  if (field.kind === 'checkboxes')
    return {
      ...shared,
      type: 'array',
      minItems,
      maxItems,
      uniqueItems: true,
      items: { type: 'string', enum: field.options.map(({ value }) => value) },
    };
  if ('options' in field && typeof field.options[0]?.value === 'string')
    return {
      ...shared,
      type: 'string',
      oneOf: field.options.map(({ value, title: said }) => ({ const: value, title: said })),
    };
  const plain = format === 'date' || format === 'email' ? { format } : {};
  return { ...shared, type: schema.type, ...limits, ...plain };
}

function object(items: readonly Item[]): Json {
  return {
    type: 'object',
    properties: Object.fromEntries(items.map((item) => [item.key, property(item)])),
    required: items.filter(({ required, when }) => required && !when).map(({ key }) => key),
  };
}

function control({ key, field, when }: Item): Json {
  const options =
    field.kind === 'radios' && field.options[0]?.value !== true
      ? { format: 'radio' }
      : field.kind === 'long-text'
        ? { multi: true }
        : undefined;
  const rule = when && {
    effect: 'SHOW',
    condition: { scope: `#/properties/${when.key}`, schema: { const: when.value }, failWhenUndefined: true },
  };
  return {
    type: 'Control',
    scope: `#/properties/${key}`,
    ...(options && { options }),
    ...(rule && { rule }),
  };
}

const layout = (sections: readonly Section[]): Json => ({
  type: 'VerticalLayout',
  elements: sections.map(({ title, items }) => ({
    type: 'Group',
    label: title,
    elements: items.map(control),
  })),
});

/**
 * JSON Forms 3 with its vanilla renderers, the lightest set. What it cannot say: files (here one text each), yes or no
 * without an answer (a checkbox), what is required only under a condition (it draws no `if`), a submit button; errors
 * show from the start. Lists are tables. Its renderers have no style sheet, which favours it.
 */
export const jsonForms: Engine = {
  id: 'json-forms',
  title: 'JSON Forms 3.8, vanilla',
  needs: ['@jsonforms/core@3.8.0', '@jsonforms/react@3.8.0', '@jsonforms/vanilla-renderers@3.8.0'],
  entry: (form) => `
import { jsonForms } from 'bench/page/json-forms.tsx';
import json from 'json/${form}.js';
jsonForms(json);`,
  json: (form, from) => {
    const sections = sectionsOf(from, form);
    return {
      schema: object(sections.flatMap(({ items }) => items)),
      uischema: layout(sections),
      files: keysOf(sections, ({ field }) => field.kind === 'files'),
    };
  },
};
