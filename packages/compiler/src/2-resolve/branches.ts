/* oxlint-disable unicorn/no-thenable -- `then` is a keyword of JSON Schema */
import type { FormSchema } from '@zhinan/model';

/** Why a `oneOf` cannot be decided by looking at one answer, and where. */
export interface BranchFault {
  readonly problem: 'no-mark' | 'same-value' | 'undeclared' | 'no-branch';
  /** Pointer from the schema that has the `oneOf`. */
  readonly at: string;
  /** Name of the answer, or the option. */
  readonly name: string;
}

interface Branch {
  readonly value: string | number | boolean;
  readonly schema: FormSchema;
}

/**
 * Writes `dependentSchemas`, and a `oneOf` whose alternatives tell themselves apart by the constant of one answer, as
 * `if` / `then`. It means the same to every validator, and what comes after (screen, types, RJSF, rules) knows one way
 * of being conditional.
 */
export function branchesAsConditions(
  schema: FormSchema,
  resolve: (schema: FormSchema) => FormSchema,
): { readonly schema: FormSchema; readonly faults: readonly BranchFault[] } {
  const { oneOf, dependentSchemas, ...rest } = schema;
  if (oneOf === undefined && dependentSchemas === undefined) return { schema, faults: [] };
  const faults: BranchFault[] = [];
  const brought = Object.entries(dependentSchemas ?? {}).map(([name, then]): FormSchema => ({
    if: { required: [name] },
    then,
  }));
  const chosen = oneOf === undefined ? undefined : alternatives(schema, oneOf, resolve, faults);
  const required = chosen && !rest.required?.includes(chosen.mark) ? [chosen.mark] : [];
  return {
    schema: {
      ...rest,
      ...(required.length > 0 ? { required: [...(rest.required ?? []), ...required] } : {}),
      allOf: [...(rest.allOf ?? []), ...brought, ...(chosen?.conditions ?? [])],
    },
    faults,
  };
}

function alternatives(
  schema: FormSchema,
  oneOf: readonly FormSchema[],
  resolve: (schema: FormSchema) => FormSchema,
  faults: BranchFault[],
): { readonly mark: string; readonly conditions: readonly FormSchema[] } | undefined {
  const marksOf = ({ properties = {} }: FormSchema): readonly string[] =>
    Object.keys(properties).filter((name) => properties[name]?.const !== undefined);
  const [first, ...others] = oneOf.map(marksOf);
  const mark = first?.find((name) => others.every((names) => names.includes(name)));
  if (mark === undefined) {
    const odd = oneOf.findIndex((branch) => marksOf(branch).length === 0);
    faults.push({ problem: 'no-mark', at: `/oneOf/${Math.max(odd, 0)}`, name: first?.[0] ?? '' });
    return undefined;
  }
  const branches = oneOf.map((branch) => split(branch, mark));
  const declared = schema.properties?.[mark];
  const options = declared && optionsOf(resolve(declared));
  if (options === undefined) faults.push({ problem: 'undeclared', at: '/oneOf', name: mark });
  for (const [index, { value }] of branches.entries()) {
    if (branches.findIndex((other) => other.value === value) < index)
      faults.push({ problem: 'same-value', at: `/oneOf/${index}`, name: String(value) });
  }
  const values = branches.map(({ value }) => value);
  for (const option of options ?? []) {
    if (!values.includes(option)) faults.push({ problem: 'no-branch', at: '/oneOf', name: String(option) });
  }
  return {
    mark,
    conditions: branches.flatMap(({ value, schema: then }) =>
      Object.keys(then).length === 0
        ? []
        : [{ if: { properties: { [mark]: { const: value } }, required: [mark] }, then }],
    ),
  };
}

function optionsOf(schema: FormSchema): readonly (string | number | boolean)[] | undefined {
  return schema.enum ?? (schema.type === 'boolean' ? [true, false] : undefined);
}

/** A branch without what only says which branch it is. */
function split(branch: FormSchema, mark: string): Branch {
  const { title: _, description: __, type: ___, properties = {}, required = [], ...rest } = branch;
  const { [mark]: marked, ...own } = properties;
  const asked = required.filter((name) => name !== mark);
  return {
    value: marked?.const ?? '',
    schema: {
      ...rest,
      ...(Object.keys(own).length > 0 ? { properties: own } : {}),
      ...(asked.length > 0 ? { required: asked } : {}),
    },
  };
}
