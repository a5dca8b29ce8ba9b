import type { Diagnostic, Facts, RuleVerdict } from '@zhinan/model';
import { reporter } from '../../diagnostics/message.ts';
import { analysisMessages } from '../../diagnostics/messages/analysis.ts';
import { hasDeadCondition } from './each-condition-can-turn-out-both-ways.ts';
import type { Reach } from './domain.ts';
import type { RuleSubject, Subject } from './subject.ts';

const report = reporter(analysisMessages);
const failed = (verdict: RuleVerdict) => verdict === 'fail' || verdict === 'needs-reason';
const passed = (verdict: RuleVerdict) => verdict === 'pass' || verdict === 'relaxed';

/** Whether nobody comes to one of the wanted verdicts; asked often, found out once. */
function nobody(reach: Reach, wanted: (verdict: RuleVerdict) => boolean) {
  const known = new WeakMap<RuleSubject, boolean>();
  return (one: RuleSubject, subject: Subject): boolean => {
    const found = (people: Iterable<Facts>) => {
      for (const facts of people) if (wanted(one.verdict(facts))) return true;
      return false;
    };
    const answer =
      known.get(one) ??
      (!found(subject.applicants(one.asked, reach)) && !found(subject.thorough(one.asked, reach)));
    known.set(one, answer);
    return answer;
  };
}

/** Whether nobody at all, also with answers that only the form refuses, can fail a rule. */
export const neverFails = nobody('any', failed);

/** Whether nobody at all can meet a rule with what the form accepts. */
export const neverPasses = nobody('form', passed);

/** Every rule has somebody who meets it and somebody who does not. */
export function eachRuleDecidesSomething(subject: Subject): readonly Diagnostic[] {
  return subject.rules.flatMap((one) => {
    const { rule, part, asked, verdict } = one;
    if (hasDeadCondition(part, subject)) return [];
    const code = neverPasses(one, subject)
      ? 'analysis/never-passes'
      : neverFails(one, subject)
        ? 'analysis/never-fails'
        : undefined;
    if (code === undefined) return [];
    const people = subject.applicants(asked, 'form');
    const example = people.findLast((facts) => verdict(facts) !== 'not-applicable') ?? people.at(-1);
    const params = { rule: rule.title, applicant: subject.words(example ?? {}) };
    return [
      report(code, subject.place(`${part.pointer}/require`), params, { clause: part.clauses[0] ?? '' }),
    ];
  });
}
