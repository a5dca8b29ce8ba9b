/* oxlint-disable unicorn/no-thenable -- `then` is a keyword of JSON Schema */
import type { AttachmentRule, FormContract, FormSchema } from '@zhinan/model';

/** One stored file, limited by the field's own rule. */
function attachmentSchema(rule: AttachmentRule): FormSchema {
  return {
    type: 'object',
    title: '文件',
    properties: {
      name: { type: 'string', title: '文件名', minLength: 1, maxLength: 255 },
      mediaType: { type: 'string', title: '文件类型', enum: rule.accept },
      size: { type: 'integer', title: '文件大小', minimum: 1, maximum: rule.maxBytes },
      sha256: { type: 'string', title: '校验值', pattern: '^[0-9a-f]{64}$' },
      ref: { type: 'string', title: '存储位置', minLength: 1, maxLength: 2048 },
    },
    required: ['name', 'mediaType', 'size', 'sha256', 'ref'],
    additionalProperties: false,
  };
}

const mapValues = (
  record: Readonly<Record<string, FormSchema>>,
  change: (schema: FormSchema) => FormSchema,
): Readonly<Record<string, FormSchema>> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

/** Rebuilds a schema with `change` applied to each direct subschema. */
export function mapSubschemas(schema: FormSchema, change: (schema: FormSchema) => FormSchema): FormSchema {
  const { $defs, properties, dependentSchemas, items, allOf, oneOf, not, contains } = schema;
  return {
    ...schema,
    ...($defs && { $defs: mapValues($defs, change) }),
    ...(properties && { properties: mapValues(properties, change) }),
    ...(items && { items: change(items) }),
    ...(dependentSchemas && { dependentSchemas: mapValues(dependentSchemas, change) }),
    ...(allOf && { allOf: allOf.map(change) }),
    ...(oneOf && { oneOf: oneOf.map(change) }),
    ...(schema.if && { if: change(schema.if) }),
    ...(schema.then && { then: change(schema.then) }),
    ...(schema.else && { else: change(schema.else) }),
    ...(not && { not: change(not) }),
    ...(contains && { contains: change(contains) }),
  };
}

function lowered(schema: FormSchema): FormSchema {
  const rule = schema['x-attachment'];
  if (rule === undefined) return mapSubschemas(schema, lowered);
  return {
    ...schema,
    type: 'array',
    items: attachmentSchema(rule),
    maxItems: Math.min(rule.maxCount, schema.maxItems ?? rule.maxCount),
  };
}

/** The form's schema with file fields spelled out: what validators, types and other hosts see. */
export function formSchema(form: FormContract): FormSchema {
  return lowered(form.schema);
}

/** Follows local references; keys beside `$ref` (a title of its own) win. */
export function dereferenced(schema: FormSchema, root: FormSchema): FormSchema {
  const seen = new Set<string>();
  let current = schema;
  while (current.$ref !== undefined) {
    const { $ref, ...beside } = current;
    const name = /^#\/\$defs\/([^/]+)$/.exec($ref)?.[1];
    const target = name === undefined ? undefined : root.$defs?.[decodeURIComponent(name)];
    if (target === undefined || seen.has($ref)) throw new Error(`unresolvable $ref ${$ref}`);
    seen.add($ref);
    current = { ...target, ...beside };
  }
  return current;
}

/** All subschemas that speak of the same object: itself, its `allOf` and the branches of its conditionals. */
export function layers(schema: FormSchema, root: FormSchema): readonly FormSchema[] {
  const own = dereferenced(schema, root);
  const below = [...(own.allOf ?? []), own.then, own.else].filter((layer) => layer !== undefined);
  return [own, ...below.flatMap((layer) => layers(layer, root))];
}

/** Every property that an object may have, in the order of the form, with all schemas given for it. */
export function allProperties(
  schema: FormSchema,
  root: FormSchema,
): ReadonlyMap<string, readonly FormSchema[]> {
  const found = new Map<string, FormSchema[]>();
  for (const layer of layers(schema, root)) {
    for (const [name, property] of Object.entries(layer.properties ?? {})) {
      found.set(name, [...(found.get(name) ?? []), property]);
    }
  }
  return found;
}
