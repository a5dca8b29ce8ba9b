import type { FactView, RuleOutcome, TableHit, Truth } from '@zhinan/model';
import { isGap, needsOf } from './gap.ts';
import type { Logic } from './gap.ts';
import type { Scope } from './fields.ts';
import { withRelaxed } from './settle.ts';
import type { Relaxed } from './settle.ts';
import type { AmountSpec, Params, QuotaSpec, RelaxSpec, RuleSpec } from './specs.ts';
import { hitOf } from './table.ts';

export const distinct = (views: readonly FactView[]): FactView[] => [
  ...new Map(views.map((view) => [view.form + view.pointer, view])).values(),
];

/** The answers that values wait for, each once. */
export const asked = (...values: readonly unknown[]): FactView[] =>
  distinct(needsOf(...values).map((need) => need()));

export const truth = (value: Logic): Truth => (isGap(value) ? null : value);

export const named = ({ id, title, clauses }: RelaxSpec): NonNullable<RuleOutcome['relaxedBy']> => ({
  id,
  title,
  clauses,
});

/** What every outcome says of the rule, amount or quota it is of. */
export const head = ({ id, title, clauses, interpretation }: RuleSpec | AmountSpec | QuotaSpec) => ({
  id,
  title,
  clauses,
  ...(interpretation === undefined ? {} : { interpretation }),
});

/** Rows of decision tables that decided, under the relaxations that apply. */
export function hitsOf(
  { tables = [] }: RuleSpec | AmountSpec,
  facts: Scope,
  defaults: Params,
  relaxed: readonly Relaxed[],
): { readonly tables?: readonly TableHit[] } {
  if (!tables.length) return {};
  const params = withRelaxed(
    defaults,
    relaxed.filter((one) => one.holds === true),
  );
  const found = tables.flatMap((table) => hitOf(table, facts, params) ?? []);
  return found.length ? { tables: found } : {};
}
