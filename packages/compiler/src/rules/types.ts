import type { CodeList, FormSchema } from '@zhinan/model';

/** Codes of an enum with their titles (absent where every code is its own title). */
export interface OptionSet {
  readonly codes: readonly (string | number)[];
  readonly titles?: readonly string[];
}

/** What an expression's value is. `error` has been reported already and agrees with everything. */
export type Type =
  | { readonly is: 'number' | 'boolean' | 'date' | 'null' | 'error' }
  | { readonly is: 'text'; readonly options?: OptionSet }
  | { readonly is: 'rank'; readonly options: OptionSet }
  | { readonly is: 'list'; readonly item: Type }
  | { readonly is: 'record'; readonly fields: ReadonlyMap<string, FieldType> };

export interface FieldType {
  readonly title: string;
  readonly type: Type;
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
}

export const number: Type = { is: 'number' };
export const boolean: Type = { is: 'boolean' };
export const date: Type = { is: 'date' };
export const errorType: Type = { is: 'error' };

// Deeper schemas exist only by recursion, which a form cannot show either.
const maxDepth = 12;

/** Types of a form's fields, those that appear only under a condition included. */
export function fieldsOf(
  root: FormSchema,
  codeLists: Readonly<Record<string, CodeList>>,
): ReadonlyMap<string, FieldType> {
  const target = (schema: FormSchema): FormSchema => {
    const name = /^#\/\$defs\/([^/]+)$/.exec(schema.$ref ?? '')?.[1];
    const found =
      name !== undefined && root.$defs && Object.hasOwn(root.$defs, name) ? root.$defs[name] : undefined;
    const { $ref: _, ...own } = schema;
    return found ? { ...found, ...own } : schema;
  };

  const fields = (schema: FormSchema, depth: number): ReadonlyMap<string, FieldType> => {
    const found = new Map<string, FieldType>();
    if (depth > maxDepth) return found;
    for (const [name, written] of Object.entries(schema.properties ?? {})) {
      const field = target(written);
      const declares = (field.type ?? field.enum) !== undefined || field['x-code-list'] !== undefined;
      if (declares) found.set(name, fieldOf(name, field, depth));
    }
    for (const part of [...(schema.allOf ?? []), schema.then, schema.else]) {
      if (!part) continue;
      for (const [name, field] of fields(target(part), depth + 1))
        if (!found.has(name)) found.set(name, field);
    }
    return found;
  };

  const fieldOf = (name: string, field: FormSchema, depth: number): FieldType => ({
    title: field.title ?? name,
    type: typeOf(field, depth),
    ...(field['x-unit'] === undefined ? {} : { unit: field['x-unit'] }),
    ...(field.minimum === undefined ? {} : { min: field.minimum }),
    ...(field.maximum === undefined ? {} : { max: field.maximum }),
  });

  const typeOf = (schema: FormSchema, depth: number): Type => {
    const list = schema['x-code-list'];
    const codeList = list !== undefined && Object.hasOwn(codeLists, list) ? codeLists[list] : undefined;
    const codes =
      schema.enum ?? (schema.type === 'array' ? undefined : codeList?.items.map((item) => item.code));
    if (codes && schema.type !== 'number' && schema.type !== 'integer') {
      const titles = schema['x-titles'] ?? codeList?.items.map((item) => item.title);
      const plain = !titles || titles.every((title, index) => title === codes[index]);
      const options = plain ? { codes } : { codes, titles };
      return schema['x-ordered'] || codeList?.ordered ? { is: 'rank', options } : { is: 'text', options };
    }
    switch (schema.type) {
      case 'integer':
      case 'number':
        return number;
      case 'boolean':
        return boolean;
      case 'string':
        return schema.format === 'date' ? date : { is: 'text' };
      case 'array':
        return { is: 'list', item: schema.items ? typeOf(target(schema.items), depth + 1) : errorType };
      default:
        return { is: 'record', fields: fields(schema, depth + 1) };
    }
  };
  return fields(target(root), 0);
}
