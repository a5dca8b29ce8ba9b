import type { FormContract, FormSchema } from '@zhinan/model';
import { allProperties, dereferenced, formSchema, layers } from '../../forms/form-schema.ts';
import { pascalCase } from '../names.ts';
import { conditionalUnions } from './conditionals.ts';

/** A schema as json-schema-to-typescript takes it, cured of all that it would get wrong. */
export type Cured = Readonly<Record<string, unknown>>;

const attachment: Cured = {
  title: 'Attachment',
  description: 'A stored file; the bytes live with the host.',
  type: 'object',
  additionalProperties: false,
  properties: {
    name: { type: 'string' },
    mediaType: { type: 'string' },
    size: { type: 'integer', description: 'Bytes.' },
    sha256: { type: 'string', description: 'Lower-case hex.' },
    ref: { type: 'string', description: "The host's own reference to the stored bytes." },
  },
  required: ['name', 'mediaType', 'size', 'sha256', 'ref'],
};

/** Title, clause and unit of a field as its documentation. */
export function documentation(schema: FormSchema): string | undefined {
  const clauses = [schema['x-clause'] ?? []].flat();
  const unit = schema['x-unit'] === undefined ? '' : `，单位：${schema['x-unit']}`;
  const title = schema.title === undefined ? '' : `${schema.title}${unit}`;
  const first = clauses.length > 0 ? `${title}（${clauses.join('、')}）` : title;
  const options =
    schema['x-titles'] && schema.enum?.map((code, at) => `${code} ${schema['x-titles']?.[at] ?? ''}`);
  const listed = options && options.length <= 12 ? options.join('；') : '';
  const lines = [first, schema.description ?? '', listed].filter((line) => line !== '');
  return lines.length > 0 ? lines.join('\n').replaceAll('*/', '* /') : undefined;
}

const described = (schema: FormSchema): Cured => {
  const description = documentation(schema);
  return description === undefined ? {} : { description };
};

/** Collects the named types of one programme's forms; the same name with another meaning gets a longer name. */
export class Definitions {
  readonly all: Record<string, Cured> = {};
  readonly #sources = new Map<string, string>([
    ['Forms', ''],
    ['Attachment', ''],
  ]);

  /** Type name of a form; its type and all it is made of are added. */
  form(form: FormContract): string {
    const name = pascalCase(form.id);
    const schema = formSchema(form);
    this.#object(name, schema, schema);
    return name;
  }

  #claim(
    name: string,
    schema: FormSchema,
    owner: string,
  ): { readonly name: string; readonly known: boolean } {
    const source = JSON.stringify(schema);
    for (const candidate of [
      name,
      owner + name,
      ...Array.from({ length: 99 }, (_, at) => `${name}${at + 2}`),
    ]) {
      const taken = this.#sources.get(candidate);
      if (taken === source) return { name: candidate, known: true };
      if (taken === undefined) {
        this.#sources.set(candidate, source);
        return { name: candidate, known: false };
      }
    }
    throw new Error(`no free type name for ${name}`);
  }

  #object(wanted: string, object: FormSchema, root: FormSchema, owner = ''): string {
    const { name, known } = this.#claim(wanted, object, owner);
    if (known) return name;
    const base = `${name}Answers`;
    const unions = conditionalUnions(object, root, base);
    const plain = unions.length > 0 ? base : name;
    const properties = [...allProperties(object, root)].map(
      ([key, schemas]) => [key, this.#property(schemas, root, name, key)] as const,
    );
    // Branches apply at times only: what they require is stated by the unions.
    const { then: _then, else: _else, if: _if, ...unconditional } = object;
    const always = [unconditional, ...(unconditional.allOf ?? [])]
      .map((part) => dereferenced(part, root))
      .filter((part) => part.if === undefined || part === unconditional)
      .flatMap((part) => layers({ ...part, allOf: [] }, root).flatMap(({ required = [] }) => required));
    this.all[plain] = {
      title: plain,
      ...described(object),
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(properties),
      required: [...new Set(always)].filter((key) => properties.some(([property]) => property === key)),
    };
    if (unions.length > 0)
      this.all[name] = { title: name, ...described(object), tsType: [base, ...unions].join(' & ') };
    return name;
  }

  #property(schemas: readonly FormSchema[], root: FormSchema, owner: string, key: string): Cured {
    // The form's own declaration comes first and is the widest; branches only narrow it.
    const [first = {}, ...others] = schemas;
    const declared = [first, ...others].find((schema) => this.#isTyped(schema, root)) ?? first;
    const type = this.#type(declared, root, owner, key);
    return { ...type, ...described({ ...dereferenced(declared, root), ...declared }) };
  }

  #isTyped(schema: FormSchema, root: FormSchema): boolean {
    const { type, const: only, enum: codes } = dereferenced(schema, root);
    return type !== undefined || only !== undefined || codes !== undefined;
  }

  #type(schema: FormSchema, root: FormSchema, owner: string, key: string): Cured {
    const own = dereferenced(schema, root);
    if (schema['x-attachment']) {
      this.all['Attachment'] = attachment;
      return { tsType: 'Attachment[]' };
    }
    if (own.const !== undefined) return { enum: [own.const] };
    if (own.enum !== undefined) return { enum: own.enum };
    switch (own.type) {
      case 'object': {
        const named = /^#\/\$defs\/([A-Za-z][\w-]*)$/.exec(schema.$ref ?? '')?.[1];
        // A shared part is documented as itself; the title given where it is used belongs to the property.
        const shape = named === undefined ? own : dereferenced({ $ref: `#/$defs/${named}` }, root);
        const name = named === undefined ? owner + pascalCase(key) : pascalCase(named);
        return { tsType: this.#object(name, shape, root, owner) };
      }
      case 'array': {
        const items = own.items ? this.#type(own.items, root, owner, `${key}-item`) : {};
        return { type: 'array', items };
      }
      case undefined:
        return {};
      default:
        return { type: own.type };
    }
  }
}
