import type { Diagnostic, Facts, RuleVerdict } from '@zhinan/model';
import { reporter } from '../../diagnostics/message.ts';
import { analysisMessages } from '../../diagnostics/messages/analysis.ts';
import { hasDeadCondition } from './each-condition-can-turn-out-both-ways.ts';
import { neverFails, neverPasses } from './each-rule-decides-something.ts';
import { acknowledged } from './acknowledged.ts';
import type { RuleSubject, Subject } from './subject.ts';
import { disputesOf } from './wordings-agree.ts';

const report = reporter(analysisMessages);
const most = 700;
const refuses = (verdict: RuleVerdict) => verdict === 'fail' || verdict === 'needs-reason';
const meets = (verdict: RuleVerdict) =>
  verdict === 'pass' || verdict === 'relaxed' || verdict === 'not-applicable';

/** Field or list a key belongs to: `application/apprentices[]/level` → `application/apprentices`. */
const rootOf = (key: string) => key.split('[]')[0] ?? key;
export const shareFields = (one: RuleSubject, other: RuleSubject): boolean => {
  const roots = new Set(one.part.fields.map(rootOf));
  return other.part.fields.some((key) => roots.has(rootOf(key)));
};

interface Implications {
  /** Nobody was found who meets the first and fails the second. */
  readonly forward: boolean;
  readonly backward: boolean;
  /** Whether somebody met the rule that is said to include the other: without one nothing is shown. */
  readonly shown: { readonly forward: boolean; readonly backward: boolean };
  /** Somebody who fails both. */
  readonly failing: Facts | undefined;
}

/** Which of two rules includes the other, as far as the applicants tell. */
function implications(first: RuleSubject, second: RuleSubject, people: Iterable<Facts>): Implications {
  let [forward, backward] = [hard(first, second), hard(second, first)];
  let [firstMet, secondMet] = [false, false];
  let failing: Facts | undefined;
  for (const facts of people) {
    const [one, other] = [first.verdict(facts), second.verdict(facts)];
    firstMet ||= one === 'pass';
    secondMet ||= other === 'pass';
    if (meets(one) && refuses(other)) forward = false;
    if (meets(other) && refuses(one)) backward = false;
    if (!forward && !backward) break;
    if (refuses(one) && refuses(other)) failing ??= facts;
  }
  return { forward, backward, shown: { forward: firstMet, backward: secondMet }, failing };
}

/** A rule that only asks for a reason does not stand in for one that refuses. */
const hard = (one: RuleSubject, other: RuleSubject) =>
  one.rule.strength === 'must' || other.rule.strength === 'soft';

/** Every rule refuses somebody whom no other single rule refuses already. */
export function noRuleFollowsFromAnother(subject: Subject): readonly Diagnostic[] {
  const { rules } = subject;
  const told = new Set<RuleSubject>(
    rules.filter(
      (one) => hasDeadCondition(one.part, subject) || neverFails(one, subject) || neverPasses(one, subject),
    ),
  );
  // Of two wordings of one limit the one always includes the other: that is said as what it is.
  const disputes = disputesOf(subject);
  const disputed = (one: RuleSubject, other: RuleSubject) =>
    disputes.some(
      ({ first, second }) =>
        [first.in.part, second.in.part].includes(one.part) &&
        [first.in.part, second.in.part].includes(other.part),
    );
  return rules.flatMap((second, at) =>
    rules.slice(0, at).flatMap((first): readonly Diagnostic[] => {
      if (told.has(first) || told.has(second) || !shareFields(first, second) || disputed(first, second))
        return [];
      const asked = [...first.asked, ...second.asked];
      const glance = implications(first, second, subject.search(asked, 'any', most));
      if (!glance.forward && !glance.backward) return [];
      const closely = implications(first, second, subject.thorough(asked, 'any'));
      const forward = closely.forward && closely.shown.forward;
      const backward = closely.backward && closely.shown.backward;
      const { failing } = closely;
      if (!forward && !backward) return [];
      const [idle, other] = forward ? [second, first] : [first, second];
      told.add(idle);
      const params = {
        rule: idle.rule.title,
        other: other.rule.title,
        applicant: failing ? subject.words(failing) : '',
      };
      const code = forward && backward ? 'analysis/same-rule' : 'analysis/rule-follows-from-another';
      const related = [{ place: subject.place(`${other.part.pointer}/require`), code }];
      const found = report(code, subject.place(`${idle.part.pointer}/require`), params, {
        clause: idle.part.clauses[0] ?? '',
        related,
      });
      return [acknowledged(found, idle.rule.interpretation)];
    }),
  );
}
