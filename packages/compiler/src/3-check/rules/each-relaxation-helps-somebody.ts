import type { Diagnostic, Facts } from '@zhinan/model';
import { reporter } from '../../diagnostics/message.ts';
import { analysisMessages } from '../../diagnostics/messages/analysis.ts';
import { acknowledged } from './acknowledged.ts';
import { hasDeadCondition } from './each-condition-can-turn-out-both-ways.ts';
import { only } from './subject.ts';
import type { Subject } from './subject.ts';

const report = reporter(analysisMessages);

/** For every relaxation there is an applicant whose result it changes. */
export function eachRelaxationHelpsSomebody(subject: Subject): readonly Diagnostic[] {
  const { definition, parts } = subject;
  return (definition.relax ?? []).flatMap((relaxation, index) => {
    const part = parts.find(({ kind, id }) => kind === 'relaxation' && id === relaxation.id);
    if (!part || hasDeadCondition(part, subject)) return [];
    const without = { ...definition, relax: (definition.relax ?? []).filter((one) => one !== relaxation) };
    const reached = parts.filter(
      ({ kind, id, parameters }) =>
        kind !== 'relaxation' &&
        (parameters.some((name) => Object.hasOwn(relaxation.set, name)) ||
          (kind === 'rule' && (relaxation.soften ?? []).includes(id))),
    );
    let applies: Facts | undefined;
    for (const { kind, id, main, when } of reached) {
      const rule = kind === 'rule' ? definition.rules.find((one) => one.id === id) : undefined;
      const amount = kind === 'amount' ? definition.amounts?.find((one) => one.id === id) : undefined;
      // Quotas, and what else may come, are not looked at: they count as changed.
      if (!rule && !amount) return [];
      const one = { ...(rule ? { rule } : {}), ...(amount ? { amount } : {}) };
      const [before, after] = [subject.compile(only(without, one)), subject.compile(only(definition, one))];
      if (!before || !after) return [];
      const asked = [main, part.main, ...(when ? [when] : [])].map((typed) => ({ typed }));
      const people = subject.applicants(asked, 'form');
      const outcome = (rules: typeof before, facts: Facts) =>
        rule
          ? rules.eligibility(facts).verdict
          : JSON.stringify(rules.amounts(facts).map(({ min, max }) => [min, max]));
      const helps = (facts: Facts) => outcome(before, facts) !== outcome(after, facts);
      if (people.some(helps)) return [];
      for (const facts of subject.thorough(asked, 'form')) if (helps(facts)) return [];
      applies ??= people[0];
    }
    if (reached.length === 0) return [];
    const params = { title: relaxation.title, applicant: subject.words(applies ?? {}) };
    const found = report(
      'analysis/relaxation-without-effect',
      subject.place(`/relax/${index}/when`),
      params,
      { clause: part.clauses[0] ?? '' },
    );
    return [acknowledged(found, relaxation.interpretation)];
  });
}
