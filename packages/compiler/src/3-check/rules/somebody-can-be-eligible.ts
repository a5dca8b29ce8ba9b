import type { Diagnostic, Facts, RuleVerdict } from '@zhinan/model';
import { reporter } from '../../diagnostics/message.ts';
import { analysisMessages } from '../../diagnostics/messages/analysis.ts';
import { neverPasses } from './each-rule-decides-something.ts';
import { shareFields } from './no-rule-follows-from-another.ts';
import type { RuleSubject, Subject } from './subject.ts';

const report = reporter(analysisMessages);
const most = 900;
const meets = (verdict: RuleVerdict) =>
  verdict === 'pass' || verdict === 'relaxed' || verdict === 'not-applicable';

/** Somebody who meets the first and somebody who meets the second; nothing when somebody meets both. */
function meetingOne(
  first: RuleSubject,
  second: RuleSubject,
  people: Iterable<Facts>,
): readonly [Facts | undefined, Facts | undefined] | undefined {
  let one: Facts | undefined;
  let other: Facts | undefined;
  for (const facts of people) {
    const [met, alsoMet] = [meets(first.verdict(facts)), meets(second.verdict(facts))];
    if (met && alsoMet) return undefined;
    if (met) one ??= facts;
    if (alsoMet) other ??= facts;
  }
  return [one, other];
}

/** No two rules exclude each other: somebody meets both. Three and more that exclude each other only together are not looked for. */
export function somebodyCanBeEligible(subject: Subject): readonly Diagnostic[] {
  const hard = subject.rules.filter(({ rule }) => rule.strength === 'must');
  const possible = hard.filter((one) => !neverPasses(one, subject));
  return possible.flatMap((second, at) =>
    possible.slice(0, at).flatMap((first): readonly Diagnostic[] => {
      if (!shareFields(first, second)) return [];
      const asked = [...first.asked, ...second.asked];
      const glance = meetingOne(first, second, subject.search(asked, 'form', most));
      const told = glance && meetingOne(first, second, subject.thorough(asked, 'form'));
      if (!told) return [];
      const [one, other] = told;
      if (!one || !other) return [];
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
