import type {
  AmountOutcome,
  CompiledRules,
  Eligibility,
  FactView,
  Facts,
  QuotaOutcome,
  RuleOutcome,
  RuleVerdict,
} from '@zhinan/model';
import { ge, le } from './compare.ts';
import { explainWith } from './explain.ts';
import type { Scope } from './fields.ts';
import { and, hi, isGap, lo, needsOf, unknown } from './gap.ts';
import type { Logic, Num } from './gap.ts';
import { count } from './rows.ts';
import { conditions, settle, withRelaxed } from './settle.ts';
import type { Relaxed } from './settle.ts';
import { hitOf } from './table.ts';
import type { AmountSpec, Named, Params, ProgramSpec, QuotaSpec, RelaxSpec, RuleSpec } from './specs.ts';

const scopeOf = (facts: Facts, open: readonly string[] = []): Scope => ({
  data: facts,
  at: '',
  label: '',
  open: new Set(open),
});

const distinct = (views: readonly FactView[]): FactView[] => [
  ...new Map(views.map((view) => [view.form + view.pointer, view])).values(),
];

/** The answers that values wait for, each once. */
const asked = (...values: readonly unknown[]) => distinct(needsOf(...values).map((need) => need()));

const truth = (value: Logic) => (isGap(value) ? null : value);
const named = ({ id, title, clauses }: RelaxSpec): Named => ({ id, title, clauses });
const head = ({ id, title, clauses, interpretation }: RuleSpec | AmountSpec | QuotaSpec) => ({
  id,
  title,
  clauses,
  ...(interpretation === undefined ? {} : { interpretation }),
});

function verdictOf(spec: RuleSpec, when: Logic, holds: Logic, base: Logic): RuleVerdict {
  if (when === false) return 'not-applicable';
  if (holds === true) return base === true ? 'pass' : 'relaxed';
  if (isGap(when) || isGap(holds)) return 'unknown';
  return spec.strength === 'soft' ? 'needs-reason' : 'fail';
}

/** Rows of decision tables that decided, under the relaxations that apply. */
function hitsOf(
  { tables = [] }: RuleSpec | AmountSpec,
  facts: Scope,
  defaults: Params,
  relaxed: readonly Relaxed[],
) {
  if (!tables.length) return {};
  const params = withRelaxed(
    defaults,
    relaxed.filter((one) => one.holds === true),
  );
  const found = tables.flatMap((table) => hitOf(table, facts, params) ?? []);
  return found.length ? { tables: found } : {};
}

function judge(spec: RuleSpec, facts: Scope, defaults: Params): RuleOutcome {
  const relaxed = conditions(spec.relax ?? [], facts, defaults);
  const require = (params: Params) => spec.require(facts, params);
  const when = settle<Logic>((params) => spec.when?.(facts, params) ?? true, defaults, relaxed);
  const holds = settle(require, defaults, relaxed);
  const verdict = verdictOf(spec, when, holds, relaxed.length ? require(defaults) : holds);
  const applied = relaxed.filter((one) => one.holds === true);
  const by =
    verdict === 'relaxed' &&
    (applied.findLast((one) => require(withRelaxed(defaults, [one])) === true) ?? applied.at(-1));
  const open = verdict === 'unknown' || verdict === 'fail' || verdict === 'needs-reason';
  return {
    ...head(spec),
    strength: spec.strength,
    verdict,
    own: distinct(spec.own.map((field) => field.view(facts)).filter((view) => view.text !== undefined)),
    missing: verdict === 'unknown' ? asked(when, holds) : [],
    ...(by ? { relaxedBy: named(by.spec) } : {}),
    couldRelax: relaxed
      .filter(
        (one) => open && one.holds !== true && require(withRelaxed(defaults, [...applied, one])) === true,
      )
      .map((one) => named(one.spec)),
    ...hitsOf(spec, facts, defaults, relaxed),
  };
}

function sumUp(rules: readonly RuleOutcome[]): Eligibility {
  const any = (verdict: RuleVerdict) => rules.some((rule) => rule.verdict === verdict);
  if (any('fail')) return { verdict: 'ineligible', rules, missing: [] };
  if (any('unknown')) {
    return { verdict: 'undecided', rules, missing: distinct(rules.flatMap((rule) => rule.missing)) };
  }
  return { verdict: any('needs-reason') ? 'needs-reason' : 'eligible', rules, missing: [] };
}

function amountOf(spec: AmountSpec, facts: Scope, defaults: Params): AmountOutcome {
  const { cap = Infinity, floor = 0 } = spec;
  const relaxed = conditions(spec.relax ?? [], facts, defaults);
  const value = settle<Num>((params) => spec.value(facts, params), defaults, relaxed);
  // Support is never negative.
  const bound = (end: number) => Math.min(cap, Math.max(floor, 0, end));
  const min = bound(lo(value));
  const max = bound(hi(value));
  return {
    ...head(spec),
    unit: spec.unit,
    min,
    max: max === Infinity ? null : max,
    ...(isGap(value) ? {} : { uncapped: value }),
    ...(spec.cap === undefined
      ? {}
      : { cap: { limit: cap, applied: lo(value) > cap ? true : hi(value) <= cap ? false : null } }),
    missing: min === max ? [] : asked(value),
    ...hitsOf(spec, facts, defaults, relaxed),
  };
}

const limited = (value: number | null | undefined, test: (limit: number) => Logic): Logic =>
  value === undefined ? true : value === null ? unknown : test(value);

function quotaOf(spec: QuotaSpec, members: readonly Facts[], params: Params): QuotaOutcome {
  const rows = members.map((member) => {
    const scope = scopeOf(member);
    return { scope, in: spec.where?.(scope, params) ?? true };
  });
  const total = count({ rows: rows.filter((row) => row.in !== false) });
  return {
    ...head(spec),
    count: lo(total),
    ...(spec.min === undefined ? {} : { min: spec.min }),
    ...(spec.max === undefined ? {} : { max: spec.max }),
    holds: truth(
      and(
        limited(spec.min, (min) => ge(total, min)),
        limited(spec.max, (max) => le(total, max)),
      ),
    ),
  };
}

/** Makes the functions a generated `rules.js` exports from its expressions and their words. */
export function program(spec: ProgramSpec): CompiledRules {
  const defaults = spec.parameters ?? {};
  return {
    eligibility: (facts, open) => {
      const scope = scopeOf(facts, open);
      return sumUp(spec.rules.map((rule) => judge(rule, scope, defaults)));
    },
    amounts: (facts, open) =>
      (spec.amounts ?? []).map((amount) => amountOf(amount, scopeOf(facts, open), defaults)),
    quotas: (members) => (spec.quotas ?? []).map((quota) => quotaOf(quota, members, defaults)),
    explain: explainWith(spec),
  };
}
