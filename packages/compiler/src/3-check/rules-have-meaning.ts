import type { Check } from './checking.ts';
import { eachRuleDecidesSomething } from './rules/each-rule-decides-something.ts';
import { subjectOf } from './rules/subject.ts';

const analyses = [eachRuleDecidesSomething] as const;

/** What rules say is tried on made-up applicants: each rule, relaxation, limit and table row must matter to somebody. */
export const rulesHaveMeaning: Check = (guideline) =>
  Object.values(guideline.programs).flatMap((program) => {
    const subject = subjectOf(guideline, program);
    return subject ? analyses.flatMap((analyse) => analyse(subject)) : [];
  });
