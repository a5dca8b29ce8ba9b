import type { FormSchema, JsonObject } from '@zhinan/model';
import { fieldOptions, isCode, isLongText } from '../../forms/form-options.ts';
import type { Field, FieldKind, Option } from './field.ts';

interface Nested {
  readonly fields: (schema: FormSchema, ui: JsonObject) => readonly Field[];
  readonly resolve: (schema: FormSchema) => FormSchema;
  readonly where: string;
}

/** Up to so many options are all shown at once. */
const fewOptions = 5;
/** From so many options on, one is looked for by typing rather than by scrolling. */
const manyOptions = 50;

/** What a field becomes on the screen. A schema no control stands for is refused: nothing is dropped silently. */
export function kindOf(schema: FormSchema, ui: JsonObject, nested: Nested): FieldKind {
  const widget = ui['ui:widget'];
  if (schema['x-attachment']) return { kind: 'files', rule: schema['x-attachment'] };
  if (schema.const === true) return { kind: 'tick' };
  if (schema.enum) {
    const options = optionsOf(schema);
    const list = schema['x-code-list'];
    if (
      list !== undefined &&
      (widget === 'combobox' || (widget === undefined && options.length > manyOptions))
    )
      return { kind: 'combobox', list };
    const few = options.length <= fewOptions && options.every(({ title }) => title.length <= 20);
    return widget === 'select' || (widget !== 'radio' && !few)
      ? { kind: 'select', options }
      : { kind: 'radios', options };
  }
  switch (schema.type) {
    case 'boolean':
      return {
        kind: 'radios',
        options: [
          { value: true, title: '是' },
          { value: false, title: '否' },
        ],
      };
    case 'integer':
    case 'number':
      return numberKind(schema, ui);
    case 'string':
      return textKind(schema, ui);
    case 'array':
      return listKind(schema, ui, nested);
    case 'object':
      return { kind: 'group', fields: nested.fields(schema, ui) };
    default:
      throw new Error(`${nested.where}: no control for a schema without a type`);
  }
}

function numberKind(schema: FormSchema, ui: JsonObject): FieldKind {
  const unit = schema['x-unit'];
  const { unit: typed, capitals } = fieldOptions(ui);
  if (unit === '元' && (typed === '万元' || capitals === true))
    return {
      kind: 'amount',
      ...(typed === '万元' ? { wan: true } : {}),
      ...(capitals === true ? { capitals } : {}),
    };
  if (unit === '元') return { kind: 'money' };
  return { kind: 'number', whole: schema.type === 'integer', ...(unit === undefined ? {} : { unit }) };
}

function textKind(schema: FormSchema, ui: JsonObject): FieldKind {
  const { format, maxLength } = schema;
  if (format === 'date') return { kind: 'date' };
  if (isCode(format)) return { kind: 'code', format };
  if (isLongText(schema, ui)) {
    const { lists, rows } = fieldOptions(ui);
    return {
      kind: 'long-text',
      limit: maxLength ?? 2000,
      ...(lists === true ? { lists } : {}),
      ...(rows === undefined ? {} : { rows }),
    };
  }
  return { kind: 'text' };
}

function listKind(schema: FormSchema, ui: JsonObject, nested: Nested): FieldKind {
  const items = schema.items && nested.resolve(schema.items);
  if (items?.enum && ui['ui:widget'] === 'ranks')
    return {
      kind: 'ranks',
      options: optionsOf(items),
      ...(schema.maxItems === undefined ? {} : { max: schema.maxItems }),
    };
  if (items?.enum) return { kind: 'checkboxes', options: optionsOf(items) };
  if (items?.['x-attachment']) return { kind: 'files', rule: items['x-attachment'] };
  if (items?.type !== 'object')
    throw new Error(`${nested.where}: no control for a list of ${items?.type ?? 'anything'}`);
  const itemsUi = ui['items'];
  const fields = nested.fields(
    items,
    typeof itemsUi === 'object' && itemsUi !== null ? (itemsUi as JsonObject) : {},
  );
  const name = fields.find(({ kind }) => kind === 'text')?.key;
  return {
    kind: 'rows',
    ...counted(items.title ?? schema.title ?? '条目'),
    fields,
    fresh: defaultsOf(items, nested.resolve),
    ...(name === undefined ? {} : { name }),
    ...(schema.maxItems === undefined ? {} : { max: schema.maxItems }),
  };
}

/** 一名徒弟 → 徒弟, counted in 名: titles of items are written with their measure word. */
function counted(title: string): { readonly noun: string; readonly measure: string } {
  const [, measure, noun] = /^一([名项段个份家门位篇件条类次笔])(.+)$/u.exec(title) ?? [];
  return { noun: noun ?? title, measure: measure ?? '条' };
}

/** Answers an empty object begins with. */
export function defaultsOf(schema: FormSchema, resolve: (schema: FormSchema) => FormSchema): JsonObject {
  const entries = Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const value = resolve(property).default;
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(entries);
}

function optionsOf(schema: FormSchema): readonly Option[] {
  return (schema.enum ?? []).map((value, index) => ({
    value,
    title: schema['x-titles']?.[index] ?? String(value),
  }));
}
