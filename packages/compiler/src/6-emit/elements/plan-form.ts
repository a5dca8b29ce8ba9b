import type { FormContract, FormSchema, JsonObject } from '@zhinan/model';
import { condition, conjunction, disjunction, watchedKeys } from './condition.ts';
import { clausesOf, type Field } from './field.ts';
import { hintsOf, sensitiveNote } from './hints.ts';
import { defaultsOf, kindOf } from './kind.ts';

export interface FormPlan {
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly description?: string;
    readonly fields: readonly Field[];
  }[];
  readonly defaults: JsonObject;
  /** Paths of answers that change what is asked or required. */
  readonly watched: readonly string[];
}

/** Reads a form's schema once and decides for each field what it becomes on the screen. */
export function planForm(form: FormContract): FormPlan {
  const watched = new Set<string>();
  const reader = new Reader(form, watched);
  const fields = new Map(reader.object(form.schema, form.ui, '').map((field) => [field.key, field]));
  const sections = form.sections.map((section) => ({
    ...section,
    fields: section.fields.map((key) => {
      const field = fields.get(key);
      if (!field) throw new Error(`form ${form.id}: section ${section.id} names "${key}", which is no field`);
      fields.delete(key);
      return field;
    }),
  }));
  if (fields.size > 0 && sections.length > 0)
    throw new Error(`form ${form.id}: in no section: ${[...fields.keys()].join(', ')}`);
  const whole = { id: form.id, title: '', fields: [...fields.values()] };
  return {
    sections: sections.length > 0 ? sections : [whole],
    defaults: defaultsOf(form.schema, (schema) => reader.resolve(schema)),
    watched: [...watched],
  };
}

interface Found {
  readonly schema: FormSchema;
  /** Conditions under which the field is asked, any of them; empty string = always. */
  readonly when: readonly string[];
  readonly after: string | undefined;
}

class Reader {
  readonly #form: FormContract;
  readonly #watched: Set<string>;

  constructor(form: FormContract, watched: Set<string>) {
    this.#form = form;
    this.#watched = watched;
  }

  /** Fields of an object schema, a conditional one right after the answer it hangs on. */
  object(schema: FormSchema, ui: JsonObject, path: string): readonly Field[] {
    const found = new Map<string, Found>();
    const required = new Map<string, string[]>();
    this.#collect(this.resolve(schema), [], undefined, path, found, required);
    const ordered = [...found.keys()].filter((key) => found.get(key)?.after === undefined);
    const anchored = (key: string, anchor: string): boolean =>
      key === anchor || found.get(key)?.after === anchor;
    for (const [key, { after }] of found) {
      if (after !== undefined) ordered.splice(ordered.findLastIndex((k) => anchored(k, after)) + 1, 0, key);
    }
    return inOrder(ordered, ui['ui:order']).flatMap((key) => {
      const entry = found.get(key);
      return entry ? [this.#field(key, entry, required.get(key) ?? [], ui, path)] : [];
    });
  }

  #collect(
    schema: FormSchema,
    when: readonly string[],
    after: string | undefined,
    path: string,
    found: Map<string, Found>,
    required: Map<string, string[]>,
  ): void {
    const holds = conjunction(when);
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      const resolved = this.resolve(property);
      const known = found.get(key);
      if (!known) found.set(key, { schema: resolved, when: [holds], after });
      else if (!known.when.includes('true')) found.set(key, { ...known, when: [...known.when, holds] });
    }
    for (const key of schema.required ?? []) required.set(key, [...(required.get(key) ?? []), holds]);
    for (const [key, others] of Object.entries(schema.dependentRequired ?? {})) {
      this.#watched.add(join(path, key));
      const answered = conjunction([...when, condition({ required: [key] })]);
      for (const other of others) required.set(other, [...(required.get(other) ?? []), answered]);
    }
    for (const part of [schema, ...(schema.allOf ?? []).map((part) => this.resolve(part))]) {
      if (part !== schema && !part.if) this.#collect(part, when, after, path, found, required);
      if (!part.if) continue;
      const keys = watchedKeys(part.if);
      for (const key of keys) this.#watched.add(join(path, key));
      const test = condition(part.if);
      const next = after ?? keys.at(-1);
      if (part.then) this.#collect(part.then, [...when, test], next, path, found, required);
      if (part.else) this.#collect(part.else, [...when, `!(${test})`], next, path, found, required);
    }
  }

  #field(key: string, found: Found, requiredWhen: readonly string[], ui: JsonObject, path: string): Field {
    const { schema } = found;
    const own = asObject(ui[key]);
    const at = join(path, key);
    const asked = disjunction(found.when);
    const required = requiredWhen.length === 0 ? 'false' : disjunction(requiredWhen);
    const kind = kindOf(schema, own, {
      fields: (nested, nestedUi) => this.object(nested, nestedUi, at),
      resolve: (nested) => this.resolve(nested),
      where: `form ${this.#form.id}, field ${at}`,
    });
    const sensitive = schema['x-sensitive'];
    const autocomplete = autocompleteOf(key, schema, path);
    return {
      ...kind,
      key,
      path: at,
      title: schema.title ?? key,
      clauses: clausesOf(schema),
      hints: hintsOf(schema, kind),
      // What is required exactly when it is asked is simply required.
      required: required === asked || required === 'true' ? true : required === 'false' ? false : required,
      ...(asked === 'true' ? {} : { asked }),
      ...(sensitive ? { sensitive: sensitiveNote(sensitive.purpose, sensitive.clause) } : {}),
      ...(schema.readOnly || schema['x-computed'] !== undefined ? { readOnly: true } : {}),
      ...(this.#clears(own) ? { clears: true } : {}),
      ...(autocomplete ? { autocomplete } : {}),
    };
  }

  /** The field's own word, or the form's. */
  #clears(ui: JsonObject): boolean {
    const said = asObject(ui['ui:options'])['whenHidden'];
    return (said ?? asObject(this.#form.ui['ui:options'])['whenHidden']) === 'clear';
  }

  resolve(schema: FormSchema): FormSchema {
    if (schema.$ref === undefined) return schema;
    const name = /^#\/\$defs\/([^/]+)$/.exec(schema.$ref)?.[1];
    const target = name === undefined ? undefined : this.#form.schema.$defs?.[name];
    if (!target) throw new Error(`form ${this.#form.id}: $ref "${schema.$ref}" leads nowhere`);
    const { $ref: _, ...beside } = schema;
    return { ...this.resolve(target), ...beside };
  }
}

/** As the author lists them; `*` stands for all others. */
function inOrder(keys: readonly string[], order: unknown): readonly string[] {
  if (!Array.isArray(order)) return keys;
  const rank = (key: string): number => {
    const at = order.indexOf(key);
    return at >= 0 ? at : order.includes('*') ? order.indexOf('*') : order.length;
  };
  return keys.toSorted((one, other) => rank(one) - rank(other));
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}/${key}`;
}

function asObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

/** WCAG 1.3.5 for the person's own data; nothing is remembered of others or of sensitive data. */
function autocompleteOf(key: string, schema: FormSchema, path: string): string | undefined {
  if (schema.type !== 'string' || schema.enum) return undefined;
  if (path !== '' || schema['x-sensitive'] || schema['x-third-person']) return 'off';
  if (schema.format === 'resident-id' || schema.format === 'uscc') return 'off';
  if (schema.format === 'mobile') return 'tel';
  if (schema.format === 'email') return 'email';
  return key === 'name' ? 'name' : undefined;
}
