import type { AmountOutcome, CompiledRules, Eligibility, Facts, RuleOutcome } from '@zhinan/model';
import type { ScenarioEntry } from '../packages.ts';

/** The same thing under the generated rules and under the edited ones. */
export interface Pair<T> {
  readonly before: T | undefined;
  readonly now: T;
  readonly changed: boolean;
}

export interface Comparison {
  readonly eligibility: Pair<Eligibility>;
  readonly rules: readonly Pair<RuleOutcome>[];
  readonly amounts: readonly Pair<AmountOutcome>[];
}

/** What the edited rules say of these answers, held against the generated rules. */
export function compare(before: CompiledRules | undefined, now: CompiledRules, facts: Facts): Comparison {
  const old = before?.eligibility(facts);
  const fresh = now.eligibility(facts);
  const oldAmounts = before?.amounts(facts) ?? [];
  return {
    eligibility: { before: old, now: fresh, changed: old?.verdict !== fresh.verdict },
    rules: fresh.rules.map((rule) => {
      const was = old?.rules.find(({ id }) => id === rule.id);
      return { before: was, now: rule, changed: was?.verdict !== rule.verdict };
    }),
    amounts: now.amounts(facts).map((amount) => {
      const was = oldAmounts.find(({ id }) => id === amount.id);
      return { before: was, now: amount, changed: was?.min !== amount.min || was.max !== amount.max };
    }),
  };
}

export interface ChangedScenario {
  readonly scenario: ScenarioEntry;
  readonly comparison: Comparison;
}

/** Scenarios whose verdict or amounts the edit changes. */
export function changedScenarios(
  before: CompiledRules,
  now: CompiledRules,
  scenarios: readonly ScenarioEntry[],
): readonly ChangedScenario[] {
  return scenarios
    .map((scenario) => ({ scenario, comparison: compare(before, now, scenario.facts) }))
    .filter(
      ({ comparison: { eligibility, rules, amounts } }) =>
        eligibility.changed || [...rules, ...amounts].some(({ changed }) => changed),
    );
}
