/* oxlint-disable unicorn/no-thenable -- `then` is a keyword of JSON Schema */
import type { FormSchema } from '@zhinan/model';
import { allProperties, dereferenced, layers } from '../../forms/form-schema.ts';
import { grouped } from '../grouped.ts';

type Value = string | number | boolean;

/** What one outcome of a conditional asks of the object beyond its plain properties. */
interface Demand {
  readonly required: readonly string[];
  readonly forbidden: readonly string[];
  readonly narrowed: Readonly<Record<string, readonly Value[]>>;
}

interface Conditional {
  readonly on: string;
  readonly values: readonly Value[];
  /** Whether an absent answer takes the `then` branch (JSON Schema: what is absent fulfils `properties`). */
  readonly absentHolds: boolean;
  readonly then: Demand;
  readonly else: Demand;
}

/** The literal values of a schema, when it has a finite list of them. */
function literals(schema: FormSchema): readonly Value[] | undefined {
  if (schema.const !== undefined) return [schema.const];
  if (schema.enum !== undefined) return schema.enum;
  return schema.type === 'boolean' ? [true, false] : undefined;
}

function demand(schema: FormSchema | undefined, root: FormSchema): Demand {
  const own = schema ? [schema, ...(schema.allOf ?? [])].map((part) => dereferenced(part, root)) : [];
  const forbidden = own.flatMap(({ not }) => (not?.required?.length === 1 ? not.required : []));
  const narrowed = own.flatMap(({ properties = {} }) =>
    Object.entries(properties).flatMap(([name, property]) => {
      const values = property.const === undefined ? property.enum : [property.const];
      return values ? [[name, values] as const] : [];
    }),
  );
  return {
    required: own.flatMap(({ required = [] }) => required),
    forbidden,
    narrowed: Object.fromEntries(narrowed),
  };
}

/** Reads a conditional on one answer with finitely many values; any other kind stays loosely typed (and sound). */
function conditional(schema: FormSchema, root: FormSchema): Conditional | undefined {
  const test = schema.if;
  const [entry, ...more] = Object.entries(test?.properties ?? {});
  if (!test || !entry || more.length > 0) return undefined;
  const [on, property] = entry;
  const plain = Object.keys(test).every((key) => ['properties', 'required', 'type'].includes(key));
  const only = Object.keys(property).every((key) => key === 'const' || key === 'enum');
  const values = property.const === undefined ? property.enum : [property.const];
  const required = test.required ?? [];
  if (!plain || !only || !values || required.some((name) => name !== on)) return undefined;
  return {
    on,
    values,
    absentHolds: !required.includes(on),
    then: demand(schema.then, root),
    else: demand(schema.else, root),
  };
}

const unique = (lists: readonly (readonly string[])[]) => [...new Set(lists.flat())].toSorted();

function joined(demands: readonly Demand[]): Demand {
  const narrowed: Record<string, readonly Value[]> = {};
  for (const [name, values] of demands.flatMap((each) => Object.entries(each.narrowed))) {
    narrowed[name] = narrowed[name]?.filter((value) => values.includes(value)) ?? values;
  }
  return {
    required: unique(demands.map(({ required }) => required)),
    forbidden: unique(demands.map(({ forbidden }) => forbidden)),
    narrowed,
  };
}

const union = (values: readonly Value[]): string =>
  values.length === 0 ? 'never' : values.map((value) => JSON.stringify(value)).join(' | ');

function members({ required, forbidden, narrowed }: Demand, base: string, on: string): readonly string[] {
  const names = new Set([...required, ...Object.keys(narrowed)].filter((name) => name !== on));
  const asked = [...names].map((name) => {
    const key = JSON.stringify(name);
    const values = narrowed[name];
    const type = values ? union(values) : `NonNullable<${base}[${key}]>`;
    return `${key}${required.includes(name) ? '' : '?'}: ${type}`;
  });
  return [...asked, ...forbidden.map((name) => `${JSON.stringify(name)}?: never`)];
}

/** The union over the values of one discriminating answer, as TypeScript; undefined when it would say nothing. */
function unionOn(
  on: string,
  all: readonly Conditional[],
  object: FormSchema,
  root: FormSchema,
  base: string,
) {
  const property = allProperties(object, root).get(on)?.[0];
  const values = property && literals(dereferenced(property, root));
  if (!values) return undefined;
  const branches = new Map<
    string,
    { readonly text: readonly string[]; readonly values: (Value | undefined)[] }
  >();
  const always = layers({ ...object, if: {}, then: {}, else: {} }, root).some(({ required }) =>
    required?.includes(on),
  );
  for (const value of always ? values : [...values, undefined]) {
    const taken = all.map((each) =>
      (value === undefined ? each.absentHolds : each.values.includes(value)) ? each.then : each.else,
    );
    const text = members(joined(taken), base, on);
    const key = text.join('; ');
    const known = branches.get(key);
    if (known) known.values.push(value);
    else branches.set(key, { text, values: [value] });
  }
  if (branches.size < 2) return undefined;
  return [...branches.values()].map((branch) => {
    const present = branch.values.filter((value) => value !== undefined);
    const optional = present.length < branch.values.length ? '?' : '';
    return `{ ${[`${JSON.stringify(on)}${optional}: ${union(present)}`, ...branch.text].join('; ')} }`;
  });
}

/** Beyond this many combinations TypeScript slows down; further conditionals are left out, which stays sound. */
const maxCombinations = 256;

/** Unions (as TypeScript text) that an object's conditionals add to its plain type `base`. */
export function conditionalUnions(object: FormSchema, root: FormSchema, base: string): readonly string[] {
  const found = [object, ...(object.allOf ?? [])].map((part) => conditional(dereferenced(part, root), root));
  const known = found.filter((each) => each !== undefined);
  const unions: string[] = [];
  let combinations = 1;
  for (const [on, all] of grouped(known, (each) => each.on)) {
    const branches = unionOn(on, all, object, root, base);
    if (!branches || combinations * branches.length > maxCombinations) continue;
    combinations *= branches.length;
    unions.push(`(${branches.join(' | ')})`);
  }
  return unions;
}
