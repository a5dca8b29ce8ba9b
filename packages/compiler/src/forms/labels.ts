import type { FieldLabel } from '@zhinan/engine/validation';
import type { FormSchema } from '@zhinan/model';
import { allProperties, dereferenced } from './form-schema.ts';

const truthy = <T>(value: T | undefined | '' | false): value is T => Boolean(value);

function kind(schema: FormSchema): FieldLabel['k'] {
  if (schema['x-attachment']) return 'f';
  if (schema['x-declaration']) return 'd';
  return schema.enum !== undefined || schema.type === 'boolean' ? 'c' : undefined;
}

/** Counter of a list's entries: its own unit, else 名 for people; absent for other things. */
function unit(schema: FormSchema, root: FormSchema): string | undefined {
  if (schema['x-unit'] !== undefined) return schema['x-unit'];
  const items = schema.items && dereferenced(schema.items, root);
  return items?.['x-third-person'] === undefined ? undefined : '名';
}

function entryLabel(list: FormSchema, root: FormSchema): FieldLabel | undefined {
  if (list.items === undefined) return undefined;
  const items = dereferenced(list.items, root);
  const label = fieldLabel([list.items], root);
  const noun = items['x-third-person'] ?? label.t ?? list.title;
  return truthy(noun) ? { ...label, t: noun } : label;
}

/** The label tree of a field from all schemas that describe it; the first that says something wins. */
function fieldLabel(schemas: readonly FormSchema[], root: FormSchema): FieldLabel {
  const all = schemas.map((schema) => dereferenced(schema, root));
  const merged: FormSchema = Object.assign({}, ...[...all].reverse());
  const children = [...allProperties(merged, root)].map(
    ([name, found]) => [name, fieldLabel(found, root)] as const,
  );
  const counter = unit(merged, root);
  const k = kind(merged);
  const entry = entryLabel(merged, root);
  const example = merged.examples?.[0];
  return {
    ...(truthy(merged.title) && { t: merged.title }),
    ...(truthy(counter) && { u: counter }),
    ...(merged['x-titles'] && { o: merged['x-titles'] }),
    ...(k && { k }),
    ...(merged.pattern !== undefined && example !== undefined && { e: String(example) }),
    ...(children.length > 0 && { p: Object.fromEntries(children) }),
    ...(entry && { i: entry }),
  };
}

/** What a form's messages need to know of its fields. */
export function formLabels(schema: FormSchema): FieldLabel {
  return fieldLabel([schema], schema);
}
