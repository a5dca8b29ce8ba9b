import type { FactView, Facts, RoleRef, TableCell } from '@zhinan/model';
import type { Environment } from './environment.ts';

/** What one output of a decision table says for these facts. */
export interface TableAnswer {
  readonly title: string;
  readonly clauses: readonly string[];
  /** null = not decided. */
  readonly values: readonly TableCell[] | null;
  readonly missing: readonly FactView[];
}

/** Asks a table of rules.json by name. A table or output that is not there decides nothing. */
export function askTable(
  { rules }: Pick<Environment, 'rules'>,
  facts: Facts,
  { table, output }: Exclude<RoleRef, string>,
): TableAnswer {
  const found = rules.tables?.(facts).find(({ id }) => id === table);
  if (!found) return { title: table, clauses: [], values: null, missing: [] };
  const { title, clauses, values, missing } = found;
  const names = Object.keys(values);
  const name = output ?? (names.length === 1 ? names[0] : undefined);
  const own = name !== undefined && Object.hasOwn(values, name) ? values[name] : undefined;
  return { title, clauses, values: own ?? null, missing };
}
