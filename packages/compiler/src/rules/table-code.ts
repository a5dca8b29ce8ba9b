import type { Typed, TypedTable } from './typed.ts';

type Expression = (typed: Typed, known?: readonly [Typed, string]) => string;
const quote = (value: unknown): string => JSON.stringify(value);

/** Each distinct code once, and its position. */
class Distinct {
  readonly codes: string[] = [];
  readonly #at = new Map<string, number>();

  position(code: string): number {
    const known = this.#at.get(code);
    if (known !== undefined) return known;
    this.codes.push(code);
    this.#at.set(code, this.codes.length - 1);
    return this.codes.length - 1;
  }
}

/** The argument names a function needs of `v`, `f` and `p`. */
const lambda = (code: string, names: readonly string[]): string => {
  const last = names.findLastIndex((name) => new RegExp(`\\b${name}\\b`).test(code));
  return `(${names.slice(0, last + 1).join(', ')}) => ${code}`;
};

const lists = (all: readonly Distinct[]) => `[${all.map(({ codes }) => `[${codes.join(', ')}]`).join(', ')}]`;

/** JavaScript of a decision table: distinct tests and values once, rows as positions in these. */
export function tableCode(table: TypedTable, expression: Expression): string {
  const { inputs, outputs, hitPolicy, complete } = table;
  const tests = inputs.map(() => new Distinct());
  const values = outputs.map(() => new Distinct());
  const written = new Map<Typed, string>();
  const once = (typed: Typed, write: () => string): string => {
    const code = written.get(typed) ?? write();
    written.set(typed, code);
    return code;
  };
  const rows = byPriority(table).map(({ when, then }) => [
    ...inputs.map(({ value }, column) => {
      const test = when[column];
      if (!test) return -1;
      const code = once(test, () => lambda(expression(test, [value, 'v']), ['v', 'f', 'p']));
      return tests[column]?.position(code) ?? -1;
    }),
    ...outputs.map((_, column) => {
      const value = then[column];
      return value ? (values[column]?.position(valueCode(value, hitPolicy, expression)) ?? -1) : -1;
    }),
  ]);
  const numbers = hitPolicy === 'P' ? byPriority(table).map((row) => table.rows.indexOf(row) + 1) : [];
  const own = byPriority(table).flatMap(({ clauses }, row) =>
    clauses.length ? [`${row}: ${quote(clauses)}`] : [],
  );
  const defaults = outputs.map((output) =>
    output.default ? valueCode(output.default, hitPolicy, expression) : 'undefined',
  );
  return `{
  id: ${quote(table.id)},
  clauses: ${quote(table.clauses)},
  hit: ${quote(hitPolicy)},${complete ? '\n  complete: true,' : ''}
  inputs: [${inputs.map(({ value }) => lambda(expression(value), ['f', 'p'])).join(', ')}],
  tests: ${lists(tests)},
  values: ${lists(values)},${defaults.some((code) => code !== 'undefined') ? `\n  defaults: [${defaults.join(', ')}],` : ''}
  rows: [${rows.map((row) => `[${row.join(', ')}]`).join(', ')}],${numbers.length ? `\n  numbers: ${quote(numbers)},` : ''}${own.length ? `\n  rowClauses: { ${own.join(', ')} },` : ''}
}`;
}

/** A literal of a C table's list stands as its code, as rows of a form would. */
function valueCode(value: Typed, hitPolicy: TypedTable['hitPolicy'], expression: Expression): string {
  if (value.is !== 'literal') return lambda(expression(value), ['f', 'p']);
  if (hitPolicy === 'C' && value.type.is === 'rank')
    return quote(value.type.options.codes[Number(value.value)]);
  return quote(value.value);
}

/** Rows in the order in which they win: as written, or for P by the priority of their values. */
export function byPriority({ hitPolicy, rows, outputs }: TypedTable): TypedTable['rows'] {
  if (hitPolicy !== 'P') return rows;
  const rank = (value: Typed | undefined, output: number): number => {
    const values = outputs[output]?.values ?? [];
    const at = values.findIndex(
      (one) => one.is === 'literal' && value?.is === 'literal' && one.value === value.value,
    );
    return at < 0 ? values.length : at;
  };
  return rows.toSorted((a, b) => {
    for (const output of outputs.keys()) {
      const difference = rank(a.then[output], output) - rank(b.then[output], output);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}
