import type { Check } from './checking.ts';
import { eachConditionCanTurnOutBothWays } from './rules/each-condition-can-turn-out-both-ways.ts';
import { eachRelaxationHelpsSomebody } from './rules/each-relaxation-helps-somebody.ts';
import { eachRuleDecidesSomething } from './rules/each-rule-decides-something.ts';
import { everyTableRowCanWin } from './rules/every-table-row-can-win.ts';
import { everythingDeclaredIsUsed } from './rules/everything-declared-is-used.ts';
import { limitsOfAmountsMatter } from './rules/limits-of-amounts-matter.ts';
import { noRuleFollowsFromAnother } from './rules/no-rule-follows-from-another.ts';
import { quotasCanBeMet } from './rules/quotas-can-be-met.ts';
import { somebodyCanBeEligible } from './rules/somebody-can-be-eligible.ts';
import { subjectOf } from './rules/subject.ts';
import { wordingsAgree } from './rules/wordings-agree.ts';

const analyses = [
  eachRuleDecidesSomething,
  eachConditionCanTurnOutBothWays,
  noRuleFollowsFromAnother,
  somebodyCanBeEligible,
  eachRelaxationHelpsSomebody,
  everythingDeclaredIsUsed,
  limitsOfAmountsMatter,
  quotasCanBeMet,
  wordingsAgree,
  everyTableRowCanWin,
] as const;

/** What rules say is tried on made-up applicants: each rule, relaxation, limit and table row must matter to somebody. */
export const rulesHaveMeaning: Check = (guideline) =>
  Object.values(guideline.programs).flatMap((program) => {
    const subject = subjectOf(guideline, program);
    return subject ? analyses.flatMap((analyse) => analyse(subject)) : [];
  });
