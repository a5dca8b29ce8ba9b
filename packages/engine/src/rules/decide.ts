import type { CompiledRules, Eligibility, Facts, RuleOutcome, RuleVerdict } from '@zhinan/model';
import type { Scope } from './fields.ts';
import { isGap, or } from './gap.ts';
import type { Logic } from './gap.ts';
import { asked, distinct, head, hitsOf, named } from './outcome.ts';
import { conditions, settle, withRelaxed } from './settle.ts';
import type { Params, ProgramSpec, RuleSpec, Words } from './specs.ts';

function verdictOf(when: Logic, holds: Logic, base: Logic, soft: Logic): RuleVerdict {
  if (when === false) return 'not-applicable';
  if (holds === true) return base === true ? 'pass' : 'relaxed';
  if (isGap(when) || isGap(holds) || isGap(soft)) return 'unknown';
  return soft ? 'needs-reason' : 'fail';
}

function judge(spec: RuleSpec, facts: Scope, defaults: Params): RuleOutcome {
  const relaxed = conditions(spec.relax ?? [], facts, defaults);
  const require = (params: Params) => spec.require(facts, params);
  const when = settle<Logic>((params) => spec.when?.(facts, params) ?? true, defaults, relaxed);
  const holds = settle(require, defaults, relaxed);
  const softening = conditions(spec.soften ?? [], facts, defaults);
  const soft = or(spec.strength === 'soft', ...softening.map((one) => one.holds));
  const verdict = verdictOf(when, holds, relaxed.length ? require(defaults) : holds, soft);
  const applied = relaxed.filter((one) => one.holds === true);
  const by =
    verdict === 'relaxed'
      ? (applied.findLast((one) => require(withRelaxed(defaults, [one])) === true) ?? applied.at(-1))
      : verdict === 'needs-reason' && spec.strength === 'must'
        ? softening.find((one) => one.holds === true)
        : undefined;
  const open = verdict === 'unknown' || verdict === 'fail' || verdict === 'needs-reason';
  return {
    ...head('rule', spec, facts.words),
    strength: spec.strength,
    verdict,
    own: distinct(spec.own.map((field) => field.view(facts)).filter((view) => view.text !== undefined)),
    missing: verdict === 'unknown' ? asked(when, holds, holds === true ? true : soft) : [],
    ...(by ? { relaxedBy: named(by.spec, facts.words) } : {}),
    couldRelax: [
      ...relaxed.filter(
        (one) => open && one.holds !== true && require(withRelaxed(defaults, [...applied, one])) === true,
      ),
      ...softening.filter((one) => open && soft !== true && one.holds !== true),
    ].map((one) => named(one.spec, facts.words)),
    ...entriesOf(spec, verdict, facts, withRelaxed(defaults, applied)),
    ...hitsOf(spec, facts, defaults, relaxed),
  };
}

/** Entries that stand in the way of a rule that does not hold. */
function entriesOf({ entries }: RuleSpec, verdict: RuleVerdict, facts: Scope, params: Params) {
  if (!entries || (verdict !== 'fail' && verdict !== 'needs-reason')) return {};
  return { entries: entries(facts, params) };
}

function sumUp(rules: readonly RuleOutcome[]): Eligibility {
  const any = (verdict: RuleVerdict) => rules.some((rule) => rule.verdict === verdict);
  if (any('fail')) return { verdict: 'ineligible', rules, missing: [] };
  if (any('unknown')) {
    return { verdict: 'undecided', rules, missing: distinct(rules.flatMap((rule) => rule.missing)) };
  }
  return { verdict: any('needs-reason') ? 'needs-reason' : 'eligible', rules, missing: [] };
}

/** The deciding functions of a generated module; without `words` its parts are called by their ids. */
export function decide(spec: ProgramSpec, words?: Words): Omit<CompiledRules, 'explain'> {
  const params = spec.parameters ?? {};
  const { tables } = spec;
  const scopeOf = (facts: Facts, open: readonly string[] = []): Scope => ({
    data: facts,
    at: '',
    label: '',
    open: new Set(open),
    words,
  });
  return {
    eligibility: (facts, open) => {
      const scope = scopeOf(facts, open);
      return sumUp(spec.rules.map((rule) => judge(rule, scope, params)));
    },
    amounts: (facts, open) => spec.amounts?.(scopeOf(facts, open), params) ?? [],
    quotas: (members) =>
      spec.quotas?.(
        members.map((member) => scopeOf(member)),
        params,
        words,
      ) ?? [],
    ...(tables ? { tables: (facts, open) => tables(scopeOf(facts, open), params) } : {}),
  };
}
