import type { FormSchema, Json } from '@zhinan/model';
import { canonical } from '../../4-lower/canonical.ts';

/** A field of a form, wherever it stands, with what makes it appear and whether it must be answered. */
export interface FormField {
  /** `apprentices[]/targetLevel`. */
  readonly path: string;
  /** Titles from the outermost list inwards: 所带徒弟 · 目标等级. */
  readonly title: string;
  /** References resolved; without the fields inside. */
  readonly schema: FormSchema;
  readonly required: 'always' | 'sometimes' | 'never';
  /** Conditions under which it appears, canonical; empty = always shown. */
  readonly shown: string;
  readonly clauses: readonly string[];
}

export interface FlatForm {
  readonly fields: Readonly<Record<string, FormField>>;
  /** What is demanded across fields (`if`/`then` without new fields, `dependentRequired`, `contains` …), canonical. */
  readonly demands: readonly string[];
}

/** All fields of a form in one list. */
export function flatForm(root: FormSchema): FlatForm {
  const fields: Record<string, FormField> = {};
  const demands: string[] = [];
  const clausesOf = (schema: FormSchema, inherited: readonly string[]) =>
    schema['x-clause'] === undefined ? inherited : [schema['x-clause']].flat();

  const target = (schema: FormSchema): FormSchema => {
    const name = /^#\/\$defs\/([^/]+)$/.exec(schema.$ref ?? '')?.[1];
    const found = name === undefined ? undefined : root.$defs?.[name];
    if (!found) return schema;
    const { $ref: _, ...own } = schema;
    return { ...target(found), ...own };
  };

  const walk = (
    schema: FormSchema,
    at: { readonly path: string; readonly title: string; readonly clauses: readonly string[] },
    conditions: readonly string[],
  ): void => {
    for (const [name, written] of Object.entries(schema.properties ?? {})) {
      const field = target(written);
      const path = at.path + name;
      const declares = (field.type ?? field.enum) !== undefined;
      if (!declares) {
        demands.push(`${[...conditions, path].join(' ⇒ ')}: ${canonical(bare(field) as unknown as Json)}`);
        continue;
      }
      const title = at.title + (field.title ?? name);
      const clauses = clausesOf(field, at.clauses);
      const required = schema.required?.includes(name)
        ? conditions.length === 0 || fields[path]?.required === 'always'
          ? 'always'
          : 'sometimes'
        : (fields[path]?.required ?? 'never');
      const shown = conditions.join(' ⇒ ');
      fields[path] ??= { path, title, schema: bare(field), required, shown, clauses };
      walk(field, { path: `${path}/`, title: `${title} · `, clauses }, []);
      const item = field.items && target(field.items);
      if (item) walk(item, { path: `${path}[]/`, title: `${title} · `, clauses }, []);
    }
    for (const name of schema.required ?? []) {
      const path = at.path + name;
      if (schema.properties?.[name]?.type !== undefined || schema.properties?.[name]?.$ref !== undefined)
        continue;
      const known = fields[path];
      if (known?.required === 'never') fields[path] = { ...known, required: 'sometimes' };
      if (conditions.length > 0) demands.push(`${conditions.join(' ⇒ ')}: ${path}`);
    }
    const extra = { dependentRequired: schema.dependentRequired, not: schema.not, contains: schema.contains };
    for (const [key, value] of Object.entries(extra))
      if (value !== undefined) demands.push(`${at.path}${key}: ${canonical(value as unknown as Json)}`);
    const condition = schema.if === undefined ? [] : [`${at.path}${canonical(schema.if as unknown as Json)}`];
    if (schema.then) walk(schema.then, at, [...conditions, ...condition]);
    if (schema.else) walk(schema.else, at, [...conditions, ...condition.map((one) => `not ${one}`)]);
    for (const part of schema.allOf ?? []) walk(target(part), at, conditions);
  };
  walk(target(root), { path: '', title: '', clauses: clausesOf(root, []) }, []);
  return { fields, demands };
}

/** A field's own keywords. */
function bare(schema: FormSchema): FormSchema {
  const {
    properties: _,
    required: __,
    allOf: ___,
    if: ____,
    then: _____,
    else: ______,
    $defs: _______,
    ...own
  } = schema;
  return own;
}
