import type { FormContract, FormSchema } from '@zhinan/model';

/**
 * Schemas of all fields by their key (`application/apprentices[]/targetLevel`), conditional ones included;
 * where a field is declared twice the first declaration counts, as it does for its type.
 */
export function schemasByKey(forms: Readonly<Record<string, FormContract>>): ReadonlyMap<string, FormSchema> {
  const found = new Map<string, FormSchema>();
  for (const form of Object.values(forms)) {
    const root = form.schema;
    const target = (schema: FormSchema): FormSchema => {
      const name = /^#\/\$defs\/([^/]+)$/.exec(schema.$ref ?? '')?.[1];
      const other = name === undefined ? undefined : root.$defs?.[name];
      return other ? { ...other, ...schema } : schema;
    };
    const visit = (written: FormSchema, key: string, depth: number): void => {
      if (depth > 12) return;
      const schema = target(written);
      if (!found.has(key)) found.set(key, schema);
      if (schema.items) visit(schema.items, `${key}[]`, depth + 1);
      for (const [name, field] of Object.entries(schema.properties ?? {})) {
        visit(field, `${key}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1);
      }
      for (const part of [...(schema.allOf ?? []), schema.then, schema.else]) {
        if (part) visit({ ...target(part), title: '' }, key, depth + 1);
      }
    };
    visit(root, form.id, 0);
  }
  return found;
}
