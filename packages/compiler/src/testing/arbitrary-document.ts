/* oxlint-disable unicorn/no-thenable -- `then` is a keyword of JSON Schema */
import { formats } from '@zhinan/engine/validation';
import type { FormSchema, Json, JsonObject } from '@zhinan/model';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { arbitraryFormat } from './arbitrary-format.ts';

type Tests = (schema: FormSchema, value: unknown) => boolean;

/** A verdict on any subschema of a form, by Ajv at run time: the judge of what the walk makes. */
function judge(root: FormSchema): Tests {
  const known = new Map<FormSchema, (value: unknown) => boolean>();
  // Few documents are judged: polishing the judge's code would take longer.
  const ajv = new Ajv2020({ strict: false, ownProperties: true, formats, code: { optimize: false } });
  return (schema, value) => {
    const { $id: _, ...rest } = schema;
    const test = known.get(schema) ?? ajv.compile({ $defs: root.$defs ?? {}, ...rest });
    known.set(schema, test);
    return test(value);
  };
}

class Walk {
  readonly #root: FormSchema;
  readonly #holds: Tests;

  constructor(root: FormSchema) {
    this.#root = root;
    this.#holds = judge(root);
  }

  #resolve(schema: FormSchema): FormSchema {
    if (schema.$ref === undefined) return schema;
    const { $ref, ...beside } = schema;
    const target = this.#root.$defs?.[$ref.replace('#/$defs/', '')];
    if (!target) throw new Error(`unresolvable ${$ref}`);
    return this.#resolve({ ...target, ...beside });
  }

  /** Layers that speak of the same object, with the condition under which each does. */
  #layers(schema: FormSchema, applies: (value: Json) => boolean = () => true): readonly Layer[] {
    const own = this.#resolve(schema);
    const test = own.if;
    const when = (branch: boolean) => (value: Json) =>
      applies(value) && (test === undefined || this.#holds(test, value) === branch);
    return [
      { schema: own, applies },
      ...(own.allOf ?? []).flatMap((part) => this.#layers(part, applies)),
      ...(own.then ? this.#layers(own.then, when(true)) : []),
      ...(own.else ? this.#layers(own.else, when(false)) : []),
    ];
  }

  value(given: FormSchema): fc.Arbitrary<Json> {
    const schema = this.#resolve(given);
    if (schema['x-attachment']) return this.#files(schema);
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (schema.enum) return fc.constantFrom(...schema.enum);
    switch (schema.type) {
      case 'object':
        return this.#object(schema);
      case 'array':
        return this.#array(schema);
      case 'boolean':
        return fc.boolean();
      case 'integer':
      case 'number':
        return number(schema);
      case 'string':
        return text(schema);
      default:
        return fc.constant(null);
    }
  }

  #array(schema: FormSchema): fc.Arbitrary<Json> {
    const minLength = schema.minItems ?? 0;
    const bounds = { minLength, maxLength: Math.min(schema.maxItems ?? Infinity, minLength + 3) };
    const items = this.value(schema.items ?? {});
    const list: fc.Arbitrary<readonly Json[]> = schema.uniqueItems
      ? fc.uniqueArray(items, { ...bounds, selector: (item) => JSON.stringify(item) })
      : fc.array(items, bounds);
    const { contains } = schema;
    if (!contains) return list;
    const wanted = this.value({ ...schema.items, ...contains });
    return fc.tuple(wanted, list).map(([first, others]) => [first, ...others.slice(1)]);
  }

  #files(schema: FormSchema): fc.Arbitrary<Json> {
    const rule = schema['x-attachment'];
    if (!rule) return fc.constant([]);
    const file = fc.record({
      name: fc.integer({ min: 1, max: 99 }).map((number) => `材料${number}.pdf`),
      mediaType: fc.constantFrom(...rule.accept),
      size: fc.integer({ min: 1, max: rule.maxBytes }),
      sha256: fc.integer({ min: 0, max: 999_999 }).map((number) => String(number).padStart(64, '0')),
      ref: fc.integer({ min: 1, max: 999 }).map((number) => `stored/${number}`),
    });
    const minLength = schema.minItems ?? 0;
    return fc.array(file, { minLength, maxLength: Math.max(minLength, Math.min(rule.maxCount, 2)) });
  }

  #object(schema: FormSchema): fc.Arbitrary<Json> {
    const layers = this.#layers(schema);
    const entries = layers.flatMap((layer) =>
      Object.entries(layer.schema.properties ?? {}).map(([name, property]) => ({ layer, name, property })),
    );
    const declared = new Map<string, FormSchema>();
    for (const { name, property } of entries)
      if (!declared.has(name) && this.#typed(property)) declared.set(name, property);
    const values = entries.map(({ name, property }) => this.value({ ...declared.get(name), ...property }));
    return fc
      .tuple(
        fc.tuple(...values),
        fc.array(fc.boolean(), { minLength: declared.size, maxLength: declared.size }),
      )
      .map(([made, wanted]) => {
        const choices = entries.map((entry, at) => ({ ...entry, value: made[at] ?? null }));
        return settle(layers, choices, new Set([...declared.keys()].filter((_, at) => wanted[at])));
      });
  }

  #typed(schema: FormSchema): boolean {
    const { type, enum: codes, const: only } = this.#resolve(schema);
    return type !== undefined || codes !== undefined || only !== undefined;
  }
}

interface Layer {
  readonly schema: FormSchema;
  readonly applies: (value: Json) => boolean;
}

interface Choice {
  readonly layer: Layer;
  readonly name: string;
  readonly value: Json;
}

/** Takes the answers that the layers in force ask for, until no condition changes any more. */
function settle(
  layers: readonly Layer[],
  choices: readonly Choice[],
  wanted: ReadonlySet<string>,
): JsonObject {
  let document: JsonObject = {};
  for (let round = 0; round < 8; round++) {
    const active = layers.filter(({ applies }) => applies(document));
    const required = new Set(active.flatMap(({ schema }) => schema.required ?? []));
    const banned = new Set(active.flatMap(({ schema }) => schema.not?.required ?? []));
    const next: Record<string, Json> = {};
    for (const { layer, name, value } of choices) {
      if (active.includes(layer) && (required.has(name) || wanted.has(name)) && !banned.has(name))
        next[name] = value;
    }
    for (const { schema } of active) {
      for (const [name, needed] of Object.entries(schema.dependentRequired ?? {}))
        if (needed.some((each) => !Object.hasOwn(next, each))) delete next[name];
    }
    if (JSON.stringify(next) === JSON.stringify(document)) break;
    document = next;
  }
  return document;
}

function number(schema: FormSchema): fc.Arbitrary<number> {
  const whole = schema.type === 'integer';
  const min =
    schema.minimum ??
    (schema.exclusiveMinimum === undefined ? 0 : schema.exclusiveMinimum + (whole ? 1 : 0.5));
  const max =
    schema.maximum ??
    (schema.exclusiveMaximum === undefined ? min + 1000 : schema.exclusiveMaximum - (whole ? 1 : 0.5));
  return whole
    ? fc.integer({ min: Math.ceil(min), max: Math.floor(max) })
    : fc.integer({ min: Math.ceil(min * 2), max: Math.floor(max * 2) }).map((half) => half / 2);
}

function text(schema: FormSchema): fc.Arbitrary<string> {
  if (schema.format) return arbitraryFormat[schema.format];
  if (schema.pattern !== undefined) return fc.stringMatching(new RegExp(schema.pattern, 'u'), { size: '-1' });
  const minLength = schema.minLength ?? 0;
  const maxLength = Math.min(schema.maxLength ?? Infinity, minLength + 12);
  // Mostly Chinese, now and then something a template or a parser could trip over.
  const character = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...'甲乙丙丁戊己庚辛壬癸测试技能工匠培养') },
    { weight: 2, arbitrary: fc.constantFrom(...'aZ09 <>&"\'`$\\/{}', '𠮷', '😀') },
  );
  return fc.string({ unit: character, minLength, maxLength });
}

/**
 * Documents that a form accepts, all its branches included, for property tests. `schema` is a form's schema from a
 * contract. Throws on a sample the schema itself refuses: then the walk misses a keyword.
 */
export function arbitraryDocument(schema: FormSchema): fc.Arbitrary<JsonObject> {
  const holds = judge(schema);
  return new Walk(schema)
    .value(schema)
    .filter((document) => holds(schema, document)) as fc.Arbitrary<JsonObject>;
}
