import type { Diagnostic, RuleVerdict } from '@zhinan/model';
import { reporter } from '../../diagnostics/message.ts';
import { analysisMessages } from '../../diagnostics/messages/analysis.ts';
import { hasDeadCondition } from './each-condition-can-turn-out-both-ways.ts';
import type { RuleSubject, Subject } from './subject.ts';

const report = reporter(analysisMessages);
const failed = (verdict: RuleVerdict) => verdict === 'fail' || verdict === 'needs-reason';
const passed = (verdict: RuleVerdict) => verdict === 'pass' || verdict === 'relaxed';

/** Whether nobody at all, whatever the form lets through, can fail a rule. */
export const neverFails = ({ asked, verdict }: RuleSubject, { applicants }: Subject): boolean =>
  !applicants(asked, 'any').some((facts) => failed(verdict(facts)));

/** Whether nobody at all can meet a rule with what the form accepts. */
export const neverPasses = ({ asked, verdict }: RuleSubject, { applicants }: Subject): boolean =>
  !applicants(asked, 'form').some((facts) => passed(verdict(facts)));

/** Every rule has somebody who meets it and somebody who does not. */
export function eachRuleDecidesSomething(subject: Subject): readonly Diagnostic[] {
  return subject.rules.flatMap((one) => {
    const { rule, part, asked, verdict } = one;
    const place = subject.place(`${part.pointer}/require`);
    const more = { clause: part.clauses[0] ?? '' };
    const within = subject.applicants(asked, 'form');
    const counted = within.filter((facts) => verdict(facts) !== 'not-applicable');
    const [example] = counted.length > 0 ? counted : within;
    if (!example) return [];
    const params = { rule: rule.title, applicant: subject.words(counted.at(-1) ?? example) };
    if (hasDeadCondition(part, subject)) return [];
    if (neverPasses(one, subject)) return [report('analysis/never-passes', place, params, more)];
    return neverFails(one, subject) ? [report('analysis/never-fails', place, params, more)] : [];
  });
}
