import type { TableCell, TableOutcome } from '@zhinan/model';
import type { Scope } from './fields.ts';
import { isGap } from './gap.ts';
import { asked } from './outcome.ts';
import { conditions, withRelaxed } from './settle.ts';
import type { Params, ProgramSpec, RelaxSpec } from './specs.ts';
import { hits, read, type TableSpec } from './table.ts';

/** A table that machines ask by name: who acts, which way to go. */
export interface AskedTableSpec {
  readonly table: TableSpec;
  readonly outputs: readonly {
    readonly name: string;
    /** Codes of an ordered output, whose values are positions in them. */
    readonly codes?: readonly (string | number)[];
  }[];
  /** Relaxations of parameters that it reads. */
  readonly relax?: readonly RelaxSpec[];
}

/** Answers of tables by name. What is not decided for certain is null: nobody is to act on a guess. */
export function tables(specs: readonly AskedTableSpec[]): NonNullable<ProgramSpec['tables']> {
  return (facts, defaults) => specs.map((spec) => answer(spec, facts, defaults));
}

function answer(
  { table, outputs, relax = [] }: AskedTableSpec,
  facts: Scope,
  defaults: Params,
): TableOutcome {
  const relaxed = conditions(relax, facts, defaults);
  const params = withRelaxed(
    defaults,
    relaxed.filter(({ holds }) => holds === true),
  );
  const open: unknown[] = relaxed.map(({ holds }) => holds).filter(isGap);
  const values = outputs.map(({ name, codes }, output): readonly [string, readonly TableCell[] | null] => {
    const found = valuesOf(table, output, facts, params);
    const gaps = found.filter(isGap);
    open.push(...gaps);
    const decided = gaps.length === 0 && !relaxed.some(({ holds }) => isGap(holds));
    const cells = found as readonly TableCell[];
    return [name, decided ? (codes ? cells.map((cell) => codes[Number(cell)] ?? cell) : cells) : null];
  });
  return {
    id: table.id,
    title: facts.words?.parts[`table ${table.id}`]?.[0] ?? table.id,
    clauses: table.clauses,
    values: Object.fromEntries(values),
    missing: asked(...open),
  };
}

/** One value, or those of all rows of a collecting table; a row that only may match is a gap. */
function valuesOf(table: TableSpec, output: number, facts: Scope, params: Params): readonly unknown[] {
  if (table.hit !== 'C') return [read(table, output, facts, params)];
  return hits(table, output, facts, params).rows.map((row) => (row.in === true ? row.scope.data : row.in));
}
