import type { FormContract, FormSchema } from '@zhinan/model';

/** A field of a form with its schema, references followed. */
export interface FormField {
  readonly name: string;
  readonly schema: FormSchema;
}

export interface FieldSection {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly FormField[];
}

/** All fields of a form, those under a condition included, by its sections; what stands in none comes last. */
export function sectionsOf({ id, title, schema, sections }: FormContract): readonly FieldSection[] {
  const all = fieldsOf(schema, schema);
  const known = new Map(all.map((field) => [field.name, field]));
  const written = sections.map((section) => ({
    id: section.id,
    title: section.title,
    fields: section.fields.flatMap((name) => known.get(name) ?? []),
  }));
  const placed = new Set(written.flatMap(({ fields }) => fields.map(({ name }) => name)));
  const rest = all.filter(({ name }) => !placed.has(name));
  const last = rest.length > 0 ? [{ id, title: written.length > 0 ? '' : title, fields: rest }] : [];
  return [...written, ...last].filter(({ fields }) => fields.length > 0);
}

/** Fields of an object in the order of the file. A later mention that only narrows the field adds none. */
export function fieldsOf(schema: FormSchema, root: FormSchema): readonly FormField[] {
  const found = new Map<string, FormSchema>();
  for (const part of partsOf(schema)) {
    for (const [name, field] of Object.entries(part.properties ?? {})) {
      const own = resolved(field, root);
      if (!found.has(name) && (own.type !== undefined || own.enum !== undefined)) found.set(name, own);
    }
  }
  return [...found].map(([name, field]) => ({ name, schema: field }));
}

/** The schema with what it refers to; its own words come first. */
export function resolved(schema: FormSchema, root: FormSchema): FormSchema {
  const name = schema.$ref?.match(/^#\/\$defs\/(.+)$/)?.[1];
  const target = name === undefined ? undefined : root.$defs?.[name];
  if (!target) return schema;
  const { $ref: _, ...own } = schema;
  return { ...resolved(target, root), ...own };
}

/** The schema itself and what its conditions add. */
function partsOf(schema: FormSchema): readonly FormSchema[] {
  return [
    schema,
    ...[schema.then, schema.else, ...(schema.allOf ?? []), ...Object.values(schema.dependentSchemas ?? {})]
      .filter((part) => part !== undefined)
      .flatMap(partsOf),
  ];
}

/** What a field is called with the entry it stands in: `/helpers/1/years` is “徒弟 2 · 年限”. The pointer where it leads nowhere. */
export function titleAt({ schema: root }: FormContract, pointer: string): string {
  const titles: string[] = [];
  let schema: FormSchema | undefined = root;
  for (const key of pointer.split('/').slice(1)) {
    if (schema?.items && /^\d+$/.test(key)) {
      schema = resolved(schema.items, root);
      titles[titles.length - 1] = entryTitle(schema, titles.at(-1) ?? '', Number(key));
    } else {
      const name: string = key.replaceAll('~1', '/').replaceAll('~0', '~');
      schema = fieldsOf(schema ?? {}, root).find((field) => field.name === name)?.schema;
      if (schema === undefined) return pointer;
      titles.push(schema.title ?? name);
    }
  }
  return titles.join(' · ');
}

/** “徒弟 2”: titles of entries are written with their measure word (一名徒弟). */
export function entryTitle({ title }: FormSchema, list: string, position: number): string {
  const noun = (title ?? list).replace(/^一[名项段个份家门位篇件条类次笔]/u, '');
  return `${noun} ${position + 1}`.trim();
}
