import type { AmountDefinition, QuotaDefinition, RulesDefinition } from '@zhinan/model';
import { nearest } from '../diagnostics/nearest.ts';
import type { Reports } from './reports.ts';

/** Ids by which relaxations, amounts and quotas name one another must lead to another one, and not in a circle. */
export function reportReferences(definition: RulesDefinition, reports: Reports): void {
  const { rules, relax = [], amounts = [], quotas = [] } = definition;
  const check = (
    kind: 'rule' | 'amount' | 'quota',
    ids: readonly string[],
    id: string,
    pointer: string,
    own?: string,
  ): void => {
    const known = ids.filter((one) => one !== own);
    if (known.includes(id)) return;
    reports.at(pointer)('rules/unknown-part', undefined, { id, kind, nearest: nearest(id, known) });
  };
  const ruleIds = rules.map(({ id }) => id);
  for (const [index, { soften = [] }] of relax.entries()) {
    for (const [at, id] of soften.entries()) check('rule', ruleIds, id, `/relax/${index}/soften/${at}`);
  }
  const amountIds = amounts.map(({ id }) => id);
  for (const [index, amount] of amounts.entries()) {
    for (const [at, id] of (amount.exclusiveWith ?? []).entries())
      check('amount', amountIds, id, `/amounts/${index}/exclusiveWith/${at}`, amount.id);
  }
  const quotaIds = quotas.map(({ id }) => id);
  for (const [index, quota] of quotas.entries()) {
    const named = [
      ...(quota.of === undefined ? [] : [[quota.of, 'of'] as const]),
      ...(quota.except ?? []).map((id, at) => [id, `except/${at}`] as const),
    ];
    for (const [id, key] of named) {
      // A quota that leads back to itself is no other quota.
      const others = quotaIds.filter((one) => !dependsOn(one, quota.id, quotas));
      check('quota', others, id, `/quotas/${index}/${key}`, quota.id);
    }
  }
}

function dependsOn(from: string, to: string, quotas: readonly QuotaDefinition[]): boolean {
  const seen = new Set([from]);
  for (const id of seen) {
    const quota = quotas.find((one) => one.id === id);
    for (const next of [...(quota?.of === undefined ? [] : [quota.of]), ...(quota?.except ?? [])]) {
      if (next === to) return true;
      seen.add(next);
    }
  }
  return false;
}

/** Instalments must be able to add up: shares or sums, not both, and a last one that takes the remainder. */
export function reportInstalments(
  { instalments = [] }: AmountDefinition,
  pointer: string,
  reports: Reports,
): void {
  if (!instalments.length) return;
  const parts = instalments.slice(0, -1);
  const last = instalments.at(-1);
  const total = Number(instalments.reduce((sum, { share = 0 }) => sum + share, 0).toPrecision(12));
  const shares = parts.every(({ share, amount }) => share !== undefined && amount === undefined);
  const sums = parts.every(({ share, amount }) => share === undefined && amount !== undefined);
  const open = last?.share === undefined && last?.amount === undefined;
  if (open && (sums || (shares && total <= 1))) return;
  reports.at(`${pointer}/instalments`)('rules/instalments', undefined, { total: `${total * 100}%` });
}
