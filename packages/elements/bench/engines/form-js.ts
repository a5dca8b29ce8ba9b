import type { Engine } from '../engine.ts';
import { isYesNo, type Item, keysOf, sectionsOf } from './items.ts';

interface Component {
  readonly type: string;
  readonly [key: string]: unknown;
}

const choices = (item: Item): readonly { label: string; value: string }[] =>
  'options' in item.field
    ? item.field.options.map(({ title, value }) => ({ label: title, value: String(value) }))
    : [];

const types: Readonly<Record<string, string>> = {
  text: 'textfield',
  code: 'textfield',
  'long-text': 'textarea',
  number: 'number',
  money: 'number',
  select: 'select',
  radios: 'radio',
  checkboxes: 'checklist',
  tick: 'checkbox',
  files: 'filepicker',
};

function component(item: Item): Component {
  const { key, title, hint, required, schema, field, when } = item;
  const shared = {
    ...(when && { conditional: { hide: `=${when.key} != "${when.value}"` } }),
    ...(hint && { description: hint }),
  };
  if (field.kind === 'rows')
    return {
      type: 'dynamiclist',
      path: key,
      label: title,
      isRepeating: true,
      allowAddRemove: true,
      disableCollapse: true,
      defaultRepetitions: 0,
      components: item.rows.map(component),
      ...shared,
    };
  const validate = {
    ...(required && { required }),
    ...(schema.minLength !== undefined && { minLength: schema.minLength }),
    ...(schema.maxLength !== undefined && { maxLength: schema.maxLength }),
    ...(schema.minimum !== undefined && { min: schema.minimum }),
    ...(schema.maximum !== undefined && { max: schema.maximum }),
    ...(schema.format === 'email' && { validationType: 'email' }),
  };
  if (field.kind === 'date')
    return { type: 'datetime', subtype: 'date', key, dateLabel: title, validate, ...shared };
  return {
    type: types[field.kind] ?? 'textfield',
    key,
    label: title,
    validate,
    ...shared,
    ...('options' in field && { values: choices(item) }),
    ...(field.kind === 'money' && { appearance: { suffixAdorner: '元' } }),
    ...(field.kind === 'number' && field.unit && { appearance: { suffixAdorner: field.unit } }),
    ...(field.kind === 'files' && { multiple: true, accept: field.rule.accept.join(',') }),
  };
}

/**
 * form-js 2, the viewer of bpmn.io. What it cannot say: checks of resident IDs and credit codes, how many entries a
 * list needs, a stored file as an answer, a date in one list of messages in Chinese (its texts are English).
 */
export const formJs: Engine = {
  id: 'form-js',
  title: 'form-js 2.0',
  needs: ['@bpmn-io/form-js-viewer@2.0.0'],
  styles: ['@bpmn-io/form-js-viewer/dist/assets/form-js.css'],
  entry: (form) => `
import { formJs } from 'bench/page/form-js.ts';
import json from 'json/${form}.js';
formJs(json);`,
  json: (form, from) => {
    const sections = sectionsOf(from, form);
    return {
      schema: {
        type: 'default',
        components: sections.map(({ title, items }) => ({
          type: 'group',
          label: title,
          components: items.map(component),
        })),
      },
      texts: keysOf(sections, isYesNo),
      without: keysOf(sections, ({ field }) => field.kind === 'files'),
    };
  },
};
