import type { FormContract, FormSchema } from '@zhinan/model';

/** How a value is written; `money` carries its unit. */
export type FieldKind =
  | 'text'
  | 'number'
  | 'money'
  | 'date'
  | 'moment'
  | 'choice'
  | 'yes-no'
  | 'declaration'
  | 'files'
  | 'list'
  | 'group';

/** What a document has to know of a field, found in the form's schema when the document is planned. */
export interface PlannedField {
  readonly title: string;
  readonly kind: FieldKind;
  readonly unit?: string;
  /** Codes with their titles, when these differ. */
  readonly options?: Readonly<Record<string, string>>;
  /** What is declared, of a declaration. */
  readonly declares?: string;
  /** May run over many lines. */
  readonly long?: boolean;
  /** Why the public must not read it. */
  readonly secret?: 'sensitive' | 'identifier' | 'contact' | 'attachment' | 'third-person';
  /** Kind of the entries of a list of plain values. */
  readonly entry?: PlannedField;
  /** Fields of a group. */
  readonly fields?: Readonly<Record<string, PlannedField>>;
}

const LONG = 60;
const moneyUnits = new Set(['元', '分', '万元']);

/** Names of the fields below a path, those of a list's entries for a list. */
export function namesBelow(form: FormContract, path: readonly string[]): readonly string[] {
  const schema = chainTo(form, path)?.at(-1);
  if (!schema) return [];
  return Object.keys(fieldsOf(schema.items ? target(form, schema.items) : schema));
}

/** What a document needs to know of the field at this path; undefined where there is none. */
export function plannedField(form: FormContract, path: readonly string[]): PlannedField | undefined {
  const chain = chainTo(form, path);
  const schema = chain?.at(-1);
  if (!chain || !schema) return undefined;
  const marked = chain.some((step) => step['x-sensitive'] !== undefined);
  const others = chain.some(({ 'x-third-person': who }) => who !== undefined);
  const field = describe(form, schema, path.at(-1) ?? '');
  // What is sensitive at any step is sensitive below it; a third person's own identifiers stay identifiers.
  const secret = marked ? 'sensitive' : (field.secret ?? (others ? 'third-person' : undefined));
  return secret === undefined ? field : { ...field, secret };
}

/** Schemas from the form down to the field, entry schemas of lists among them. */
function chainTo(form: FormContract, path: readonly string[]): readonly FormSchema[] | undefined {
  const chain: FormSchema[] = [form.schema];
  for (const name of path) {
    let parent = target(form, chain.at(-1) ?? form.schema);
    if (parent.items) {
      parent = target(form, parent.items);
      chain.push(parent);
    }
    const fields = fieldsOf(parent);
    const next = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!next) return undefined;
    chain.push(target(form, next));
  }
  return chain;
}

/** Fields of an object, those under a condition included. */
function fieldsOf(schema: FormSchema): Readonly<Record<string, FormSchema>> {
  const parts = [schema, ...(schema.allOf ?? [])].flatMap((part) => [
    part.then,
    part.else,
    part === schema ? undefined : part,
  ]);
  const declared = parts.flatMap((part) =>
    Object.entries(part?.properties ?? {}).filter(
      ([, field]) => field.type !== undefined || field.$ref !== undefined,
    ),
  );
  return { ...schema.properties, ...Object.fromEntries(declared) };
}

/** A referring schema keeps its own keywords (title, purpose) over those of what it refers to. */
function target(form: FormContract, schema: FormSchema): FormSchema {
  const name = schema.$ref?.replace('#/$defs/', '');
  const found = name === undefined ? undefined : form.schema.$defs?.[name];
  if (!found) return schema;
  const { $ref: _, ...own } = schema;
  return { ...target(form, found), ...own };
}

function describe(form: FormContract, schema: FormSchema, name: string): PlannedField {
  const title = schema.title ?? name;
  const kind = kindOf(form, schema);
  const secret = secretOf(schema);
  const unit = schema['x-unit'];
  const options = optionsOf(schema);
  const items = schema.items && target(form, schema.items);
  const entry = kind === 'list' && items ? describe(form, items, name) : undefined;
  const members = kind === 'group' ? Object.entries(fieldsOf(schema)) : [];
  return {
    title,
    kind,
    ...(unit === undefined ? {} : { unit }),
    ...(options ? { options } : {}),
    ...(kind === 'declaration' ? { declares: schema.description ?? title } : {}),
    ...(kind === 'text' && (schema.maxLength ?? 0) > LONG ? { long: true } : {}),
    ...(secret ? { secret } : {}),
    ...(entry ? { entry } : {}),
    ...(members.length > 0
      ? {
          fields: Object.fromEntries(
            members.map(([key, member]) => [key, describe(form, target(form, member), key)]),
          ),
        }
      : {}),
  };
}

function kindOf(form: FormContract, schema: FormSchema): FieldKind {
  if (schema['x-attachment'] || isFileList(form, schema)) return 'files';
  if (schema['x-declaration']) return 'declaration';
  switch (schema.type) {
    case 'boolean':
      return 'yes-no';
    case 'array':
      return 'list';
    case 'object':
      return 'group';
    case 'integer':
    case 'number':
      return moneyUnits.has(schema['x-unit'] ?? '') ? 'money' : 'number';
    default:
      if (schema.format === 'date') return 'date';
      if (schema.format === 'date-time') return 'moment';
      return schema.enum ? 'choice' : 'text';
  }
}

function isFileList(form: FormContract, schema: FormSchema): boolean {
  const items = schema.items && target(form, schema.items);
  return items?.properties?.['sha256'] !== undefined && items.properties['mediaType'] !== undefined;
}

function optionsOf(schema: FormSchema): Readonly<Record<string, string>> | undefined {
  const titles = schema['x-titles'];
  if (!titles || !schema.enum) return undefined;
  const pairs = schema.enum
    .map((code, index) => [String(code), titles[index] ?? String(code)] as const)
    .filter(([code, title]) => code !== title);
  return pairs.length > 0 ? Object.fromEntries(pairs) : undefined;
}

function secretOf(schema: FormSchema): PlannedField['secret'] {
  if (schema['x-sensitive']) return 'sensitive';
  if (schema.format === 'resident-id') return 'identifier';
  if (schema.format === 'mobile' || schema.format === 'email') return 'contact';
  if (schema['x-attachment']) return 'attachment';
  return schema['x-third-person'] === undefined ? undefined : 'third-person';
}
