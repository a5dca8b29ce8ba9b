import { formats, type Shape } from '@zhinan/engine/validation';
import type { FormSchema } from '@zhinan/model';
import { dereferenced } from './form-schema.ts';

type Writable = { -readonly [K in keyof Shape]: Shape[K] };

/** Keywords that decide nothing. */
const annotations: ReadonlySet<string> = new Set(
  `$schema $id $defs $comment title description default examples readOnly x-clause x-by x-code-list x-titles x-ordered
  x-unit x-attachment x-declaration x-sensitive x-third-person x-interpretation x-computed`.split(/\s+/),
);

/** Keywords whose value is kept as it is. */
const plain = {
  type: 'y',
  enum: 'e',
  const: 'c',
  formatMinimum: 'v',
  formatMaximum: 'V',
  minLength: 'l',
  maxLength: 'm',
  minimum: 'n',
  maximum: 'x',
  exclusiveMinimum: 'N',
  exclusiveMaximum: 'X',
  minItems: 's',
  maxItems: 'b',
  required: 'q',
  dependentRequired: 'd',
} as const;

/** Keywords whose value is a schema. */
const nested = { items: 'i', contains: 'a', if: 'I', then: 'T', else: 'E', not: 'o' } as const;

/** Keywords whose value is a table of schemas by name. */
const tables = { properties: 'p', dependentSchemas: 'D' } as const;

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/** More titles than this are never listed in a message. */
const LISTED = 8;

/**
 * The shape of a form's schema, for validators. `$defs` become shared parts.
 * @throws Error naming a keyword, format or reference outside our profile (the check stage reports it before).
 */
export function shapeOf(root: FormSchema): Shape {
  const definitions = new Map<string, Shape | 'open'>();

  function definition($ref: string): Shape {
    const known = definitions.get($ref);
    if (known === 'open') throw new Error(`circular reference ${$ref}`);
    if (known) return known;
    const name = /^#\/\$defs\/([^/]+)$/.exec($ref)?.[1];
    const target = name === undefined ? undefined : root.$defs?.[decodeURIComponent(name)];
    if (target === undefined) throw new Error(`unresolvable reference ${$ref}`);
    definitions.set($ref, 'open');
    const made = shape(target);
    definitions.set($ref, made);
    return made;
  }

  function shape(schema: FormSchema | boolean): Shape {
    if (typeof schema === 'boolean') return schema ? {} : { o: {} };
    const result: Writable = { ...keywordsOf(schema), ...wordsOf(schema, root) };
    if (schema.$ref === undefined) return result;
    const target = definition(schema.$ref);
    return Object.keys(result).length === 0 ? target : { ...result, g: [...(result.g ?? []), target] };
  }

  function keywordsOf(schema: FormSchema): Writable {
    const result: Record<string, unknown> = {};
    for (const [keyword, value] of Object.entries(schema) as [string, never][]) {
      if (value === undefined || annotations.has(keyword) || keyword === '$ref') continue;
      if (Object.hasOwn(plain, keyword)) {
        if (!isPlain(keyword, value))
          throw new Error(`${keyword} ${JSON.stringify(value)} is outside the profile`);
        result[plain[keyword as keyof typeof plain]] = value;
      } else if (Object.hasOwn(nested, keyword))
        result[nested[keyword as keyof typeof nested]] = shape(value);
      else if (Object.hasOwn(tables, keyword)) {
        const parts = Object.entries(value as Readonly<Record<string, FormSchema>>);
        result[tables[keyword as keyof typeof tables]] = Object.fromEntries(
          parts.map(([name, part]) => [name, shape(part)]),
        );
      } else Object.assign(result, special(keyword, value));
    }
    const { items } = schema;
    return items === undefined ? result : { ...result, i: entryShape(schema, items, result['i'] as Shape) };
  }

  /** A list's entry is called by its own noun, else by the title of the list. */
  function entryShape(list: FormSchema, items: FormSchema, made: Shape): Shape {
    const target = dereferenced(items, root);
    const noun = target['x-third-person'] ?? (target.title || list.title);
    return noun === undefined || noun === '' || noun === made.t ? made : { t: noun, g: [made] };
  }

  function special(keyword: string, value: unknown): Writable {
    switch (keyword) {
      case 'pattern':
        return { r: new RegExp(String(value), 'u') };
      case 'format':
        if (!Object.hasOwn(formats, String(value))) throw new Error(`unknown format "${String(value)}"`);
        return { f: String(value) };
      case 'uniqueItems':
        return value === true ? { u: true } : {};
      case 'allOf':
        return { g: (value as readonly FormSchema[]).map(shape) };
      case 'oneOf':
        return { O: (value as readonly FormSchema[]).map(shape) };
      case 'additionalProperties':
      case 'unevaluatedProperties':
        if (value === false) return { z: keyword === 'additionalProperties' ? 1 : 2 };
    }
    throw new Error(`unknown keyword: "${keyword}"`);
  }

  if (root.$schema !== undefined && root.$schema !== DRAFT)
    throw new Error(`$schema ${root.$schema} is outside the profile`);
  return shape(root);
}

const types = new Set(['object', 'array', 'string', 'integer', 'number', 'boolean']);
const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** One type, not a list of them; codes and constants are texts, numbers, yes or no. */
function isPlain(keyword: string, value: unknown): boolean {
  if (keyword === 'type') return types.has(value as string);
  if (keyword === 'const') return isScalar(value);
  return keyword !== 'enum' || (value as readonly unknown[]).every(isScalar);
}

/** What messages say of a field. */
function wordsOf(schema: FormSchema, root: FormSchema): Writable {
  const { title, enum: values, 'x-titles': titles, examples, pattern } = schema;
  const items = schema.items && dereferenced(schema.items, root);
  const counter = schema['x-unit'] ?? (items?.['x-third-person'] === undefined ? undefined : '名');
  const kind = schema['x-attachment'] ? 'f' : schema['x-declaration'] ? 'd' : undefined;
  const listed =
    titles !== undefined && titles.length <= LISTED && titles.some((each, at) => each !== values?.[at]);
  return {
    ...(title ? { t: title } : {}),
    ...(counter ? { U: counter } : {}),
    ...(listed ? { w: titles } : {}),
    ...(kind ? { k: kind } : {}),
    ...(pattern !== undefined && examples?.[0] !== undefined ? { h: String(examples[0]) } : {}),
  };
}
