import type { FormSchema } from '@zhinan/model';
import type { Field } from '../../../compiler/src/6-emit/elements/field.ts';
import { planForm } from '../../../compiler/src/6-emit/elements/plan-form.ts';
import type { BenchPackage, FormName } from '../package.ts';

/** A field as the other engines need it: what our own compiler makes of it, with the limits of its schema. */
export interface Item {
  readonly key: string;
  readonly title: string;
  readonly hint: string;
  readonly required: boolean;
  readonly field: Field;
  readonly schema: FormSchema;
  /** Asked only while another field has this value. */
  readonly when?: { readonly key: string; readonly value: string };
  /** Columns of a list. */
  readonly rows: readonly Item[];
}

export interface Section {
  readonly title: string;
  readonly items: readonly Item[];
}

function conditionOf(asked: string | undefined): Pick<Item, 'when'> {
  if (asked === undefined) return {};
  const [, key, value] = /^answers\.(\w+) === ['"]([^'"]+)['"]$/.exec(asked) ?? [];
  if (key === undefined || value === undefined) throw new Error(`no engine would understand ${asked}`);
  return { when: { key, value } };
}

/** The sections of a form with their fields. */
export function sectionsOf(from: BenchPackage, name: FormName): readonly Section[] {
  const form = from.form(name);
  const resolve = (schema: FormSchema): FormSchema => {
    const target = form.schema.$defs?.[schema.$ref?.split('/').at(-1) ?? ''];
    return target ? { ...resolve(target), ...schema } : schema;
  };
  const find = (within: FormSchema, key: string): FormSchema => {
    const parts = [within, ...(within.allOf ?? []).flatMap((part) => (part.then ? [part.then] : []))];
    const found = parts.find(({ properties }) => properties?.[key])?.properties?.[key];
    if (!found) throw new Error(`no field ${key}`);
    return resolve(found);
  };
  const item = (field: Field, within: FormSchema): Item => {
    const schema = find(within, field.key);
    const items = schema.items ? resolve(schema.items) : {};
    return {
      key: field.key,
      title: field.title,
      hint: field.hints.join(''),
      required: field.required === true,
      field,
      schema,
      ...conditionOf(field.asked),
      rows: field.kind === 'rows' ? field.fields.map((column) => item(column, items)) : [],
    };
  };
  return planForm(form).sections.map(({ title, fields }) => ({
    title,
    items: fields.map((field) => item(field, form.schema)),
  }));
}

/** Names of the fields that stand for a kind, wherever they are; no two of one name differ in kind. */
export function keysOf(sections: readonly Section[], is: (item: Item) => boolean): readonly string[] {
  const all = (items: readonly Item[]): readonly Item[] => items.flatMap((item) => [item, ...all(item.rows)]);
  return [
    ...new Set(
      all(sections.flatMap(({ items }) => items))
        .filter(is)
        .map(({ key }) => key),
    ),
  ];
}

export const isYesNo = ({ field }: Item): boolean =>
  field.kind === 'radios' && field.options[0]?.value === true;
