import type { Diagnostic, Facts, QuotaDefinition } from '@zhinan/model';
import { reporter } from '../../diagnostics/message.ts';
import { analysisMessages } from '../../diagnostics/messages/analysis.ts';
import { evaluators, scopeOf } from './evaluator.ts';
import type { Subject } from './subject.ts';

const report = reporter(analysisMessages);

/** No quota asks for more than itself, or a quota that includes it, allows. */
export function quotasCanBeMet(subject: Subject): readonly Diagnostic[] {
  const { definition, parts, ground } = subject;
  const quotas = definition.quotas ?? [];
  const counts = (quota: QuotaDefinition) => {
    const part = parts.find(({ kind, id }) => kind === 'quota' && id === quota.id);
    const [ask] = part ? evaluators([part.main], ground.region) : [];
    return {
      typed: part?.main,
      holds: (facts: Facts) => ground.settings.some((params) => ask?.(scopeOf(facts), params) === true),
    };
  };
  return quotas.flatMap((quota, index): readonly Diagnostic[] => {
    const { min, max, title } = quota;
    if (typeof min !== 'number') return [];
    const place = subject.place(`/quotas/${index}/min`);
    const more = { clause: [quota.clause].flat()[0] ?? '' };
    const inner = counts(quota);
    const wider = quotas.find((other) => {
      if (typeof other.max !== 'number' || other.max >= min) return false;
      if (other === quota || (other.where === undefined && other.per === undefined)) return true;
      const outer = counts(other);
      if (other.per !== undefined || !inner.typed || !outer.typed) return false;
      const members = subject.applicants([{ typed: inner.typed }, { typed: outer.typed }], 'form');
      return members.some(inner.holds) && members.every((facts) => !inner.holds(facts) || outer.holds(facts));
    });
    if (!wider) return [];
    const limit = wider === quota ? (max ?? 0) : (wider.max ?? 0);
    const members = inner.typed ? subject.applicants([{ typed: inner.typed }], 'form') : [];
    const member = members.find(inner.holds);
    return [
      report(
        'analysis/quota-impossible',
        place,
        { quota: title, min, max: limit, other: wider.title, applicant: subject.words(member ?? {}) },
        more,
      ),
    ];
  });
}
