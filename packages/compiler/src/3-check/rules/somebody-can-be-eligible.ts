import type { Diagnostic, Facts, RuleVerdict } from '@zhinan/model';
import { reporter } from '../../diagnostics/message.ts';
import { analysisMessages } from '../../diagnostics/messages/analysis.ts';
import { shareFields } from './no-rule-follows-from-another.ts';
import type { RuleSubject, Subject } from './subject.ts';

const report = reporter(analysisMessages);
const most = 900;
const meets = (verdict: RuleVerdict) =>
  verdict === 'pass' || verdict === 'relaxed' || verdict === 'not-applicable';

const meetsAll = (rules: readonly RuleSubject[]) => (facts: Facts) =>
  rules.every(({ verdict }) => meets(verdict(facts)));

/** No two rules exclude each other: somebody meets both. Three and more that exclude each other only together are not looked for. */
export function somebodyCanBeEligible(subject: Subject): readonly Diagnostic[] {
  const hard = subject.rules.filter(({ rule }) => rule.strength === 'must');
  const possible = hard.filter(({ asked, verdict }) =>
    subject.applicants(asked, 'form').some((facts) => meets(verdict(facts))),
  );
  return possible.flatMap((second, at) =>
    possible.slice(0, at).flatMap((first): readonly Diagnostic[] => {
      if (!shareFields(first, second)) return [];
      const people = subject.applicants([...first.asked, ...second.asked], 'form', most);
      const one = people.find((facts) => first.verdict(facts) === 'pass');
      const other = people.find((facts) => second.verdict(facts) === 'pass');
      if (!one || !other || people.some(meetsAll([first, second]))) return [];
      const params = {
        rule: second.rule.title,
        other: first.rule.title,
        applicant: subject.words(other),
        otherApplicant: subject.words(one),
      };
      const related = [
        { place: subject.place(`${first.part.pointer}/require`), code: 'analysis/contradiction' },
      ];
      return [
        report('analysis/contradiction', subject.place(`${second.part.pointer}/require`), params, {
          clause: second.part.clauses[0] ?? '',
          related,
        }),
      ];
    }),
  );
}
