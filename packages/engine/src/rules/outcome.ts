import type { FactView, RuleOutcome, TableHit, Truth } from '@zhinan/model';
import { isGap, needsOf } from './gap.ts';
import type { Logic } from './gap.ts';
import type { Scope } from './fields.ts';
import { withRelaxed } from './settle.ts';
import type { Relaxed } from './settle.ts';
import type { AmountSpec, Params, QuotaSpec, RelaxSpec, RuleSpec, Words } from './specs.ts';

export const distinct = (views: readonly FactView[]): FactView[] => [
  ...new Map(views.map((view) => [view.form + view.pointer, view])).values(),
];

/** The answers that values wait for, each once. */
export const asked = (...values: readonly unknown[]): FactView[] =>
  distinct(needsOf(...values).map((need) => need()));

export const truth = (value: Logic): Truth => (isGap(value) ? null : value);

const titleOf = (kind: string, id: string, words: Words | undefined): string =>
  words?.parts[`${kind} ${id}`]?.[0] ?? id;

export const named = (
  { id, clauses }: RelaxSpec,
  words: Words | undefined,
): NonNullable<RuleOutcome['relaxedBy']> => ({ id, title: titleOf('relaxation', id, words), clauses });

/** What every outcome says of the rule, amount or quota it is of. */
export const head = (
  kind: 'rule' | 'amount' | 'quota',
  { id, clauses, interpretation }: RuleSpec | AmountSpec | QuotaSpec,
  words: Words | undefined,
) => ({
  id,
  title: titleOf(kind, id, words),
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
  const found = tables.flatMap((hit) => hit(facts, params) ?? []);
  return found.length ? { tables: found } : {};
}
