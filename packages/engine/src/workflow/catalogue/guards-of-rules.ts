import type { Eligibility, FactView, RuleOutcome, Truth } from '@zhinan/model';
import { holds, judged, type GuardKind, type Judgement } from './guard.ts';
import { required } from './parameter.ts';
import { factsOf, type Scope } from './scope.ts';

/** A soft rule that does not hold asks for a reason and never blocks, so only `fail` is false. */
function truthOf(outcome: RuleOutcome): Truth {
  if (outcome.verdict === 'fail') return false;
  return outcome.verdict === 'unknown' ? null : true;
}

function titles(missing: readonly FactView[]): string {
  return missing.map((fact) => fact.title).join('、');
}

function noteRule(guard: string, outcome: RuleOutcome, { environment }: Scope): Judgement {
  const { clauses, missing } = outcome;
  return judged(guard, truthOf(outcome), environment.rules.explain(outcome), { clauses, missing });
}

function judgeEligibility(guard: string, eligibility: Eligibility, scope: Scope): Judgement {
  if (eligibility.verdict === 'eligible' || eligibility.verdict === 'needs-reason') return holds;
  const truth = eligibility.verdict === 'ineligible' ? false : null;
  const blocking = eligibility.rules.filter((rule) => truthOf(rule) === truth && rule.strength === 'must');
  if (blocking.length > 0) {
    return { truth, notes: blocking.flatMap((rule) => noteRule(guard, rule, scope).notes) };
  }
  const { missing } = eligibility;
  const text = truth === null ? `资格尚不能判定，还缺：${titles(missing)}` : '不符合申报条件';
  return judged(guard, truth, text, { missing });
}

export const eligible: GuardKind<'eligible'> = {
  title: '符合申报条件',
  params: {},
  judge: (_, scope) =>
    judgeEligibility('eligible', scope.environment.rules.eligibility(factsOf(scope)), scope),
};

export const ineligible: GuardKind<'ineligible'> = {
  title: '不符合申报条件',
  params: {},
  judge(_, scope) {
    const { verdict, missing } = scope.environment.rules.eligibility(factsOf(scope));
    if (verdict === 'ineligible') return holds;
    return verdict === 'undecided'
      ? judged('ineligible', null, `资格尚不能判定，还缺：${titles(missing)}`, { missing })
      : judged('ineligible', false, '符合申报条件');
  },
};

export const rule: GuardKind<'rule'> = {
  title: '某条规则成立（原则性条款不成立时要求说明，不阻断）',
  params: { id: required('text', 'rule') },
  judge({ id }, scope) {
    const outcome = scope.environment.rules.eligibility(factsOf(scope)).rules.find((each) => each.id === id);
    // The rule module and the machine come from one contract; a missing rule decides nothing.
    return outcome ? noteRule('rule', outcome, scope) : judged('rule', null, `规则“${id}”没有结果`);
  },
};
