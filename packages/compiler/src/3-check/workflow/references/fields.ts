import type { FormSchema } from '@zhinan/model';

/** Every place below `schema` that a name leads to: its properties, also those of `allOf`, `if`/`then`/`else` and `$ref`. */
function childrenOf(
  schema: FormSchema,
  root: FormSchema,
  seen: readonly FormSchema[] = [],
): Map<string, FormSchema> {
  const children = new Map<string, FormSchema>();
  if (seen.includes(schema)) return children;
  const parts = [...(schema.allOf ?? []), schema.then, schema.else, referred(schema, root), schema.items];
  for (const part of parts) {
    if (!part) continue;
    for (const [name, child] of childrenOf(part, root, [...seen, schema])) children.set(name, child);
  }
  for (const [name, child] of Object.entries(schema.properties ?? {})) children.set(name, child);
  return children;
}

function referred(schema: FormSchema, root: FormSchema): FormSchema | undefined {
  const name = schema.$ref?.startsWith('#/$defs/') ? schema.$ref.slice('#/$defs/'.length) : undefined;
  return name === undefined ? undefined : root.$defs?.[name];
}

/** The schema of a field by dotted path or RFC 6901 pointer (`team.lead`, `/team/lead`); rows of a list are passed through. */
export function fieldSchema(form: FormSchema, field: string): FormSchema | undefined {
  let at: FormSchema | undefined = form;
  for (const key of segments(field)) at = at && childrenOf(at, form).get(key);
  if (!at) return undefined;
  const target = referred(at, form);
  return target ? { ...target, ...at } : at;
}

/** Names for a suggestion: the fields beside the one that was not found. */
export function fieldNames(form: FormSchema): readonly string[] {
  return [...childrenOf(form, form).keys()];
}

function segments(field: string): readonly string[] {
  return field.split(/[./]/u).filter((part) => part !== '' && !/^\d+$/u.test(part));
}
