import type { Diagnostic, Facts, RuleVerdict } from '@zhinan/model';
import { reporter } from '../../diagnostics/message.ts';
import { analysisMessages } from '../../diagnostics/messages/analysis.ts';
import { neverPasses } from './each-rule-decides-something.ts';
import { shareFields } from './no-rule-follows-from-another.ts';
import type { Subject } from './subject.ts';

const report = reporter(analysisMessages);
const most = 900;
const meets = (verdict: RuleVerdict) =>
  verdict === 'pass' || verdict === 'relaxed' || verdict === 'not-applicable';

/** No two rules exclude each other: somebody meets both. Three and more that exclude each other only together are not looked for. */
export function somebodyCanBeEligible(subject: Subject): readonly Diagnostic[] {
  const hard = subject.rules.filter(({ rule }) => rule.strength === 'must');
  const possible = hard.filter((one) => !neverPasses(one, subject));
  return possible.flatMap((second, at) =>
    possible.slice(0, at).flatMap((first): readonly Diagnostic[] => {
      if (!shareFields(first, second)) return [];
      let one: Facts | undefined;
      let other: Facts | undefined;
      for (const facts of subject.search([...first.asked, ...second.asked], 'form', most)) {
        const [met, alsoMet] = [meets(first.verdict(facts)), meets(second.verdict(facts))];
        if (met && alsoMet) return [];
        if (met) one ??= facts;
        if (alsoMet) other ??= facts;
      }
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
