import type { AmountDefinition, Diagnostic, Facts } from '@zhinan/model';
import { reporter } from '../../diagnostics/message.ts';
import { analysisMessages } from '../../diagnostics/messages/analysis.ts';
import type { Typed } from '../../rules/typed.ts';
import { acknowledged } from './acknowledged.ts';
import { hasDeadCondition } from './each-condition-can-turn-out-both-ways.ts';
import { evaluators, scopeOf } from './evaluator.ts';
import type { Subject } from './subject.ts';

const report = reporter(analysisMessages);

interface Extreme {
  readonly value: number;
  readonly facts: Facts;
}

/** The least and the greatest value anybody can come to before cap and floor. */
function extremes(
  amount: AmountDefinition,
  typed: Typed,
  subject: Subject,
): readonly [low: Extreme, high: Extreme, least: Extreme | undefined] | undefined {
  const bounds = [0, amount.cap, amount.floor].filter((bound) => bound !== undefined);
  const [ask] = evaluators([typed], subject.ground.region);
  let low: Extreme | undefined;
  let high: Extreme | undefined;
  // The least of those who get anything at all.
  let least: Extreme | undefined;
  for (const facts of subject.applicants([{ typed, bounds }], 'form')) {
    for (const params of subject.ground.settings) {
      const value = ask?.(scopeOf(facts), params);
      if (typeof value !== 'number') continue;
      if (!low || value < low.value) low = { value, facts };
      if (value > 0 && (!least || value < least.value)) least = { value, facts };
      if (!high || value > high.value) high = { value, facts };
    }
  }
  return low && high ? [low, high, least] : undefined;
}

/** A cap is reached by somebody and not by everybody, a floor too, and no amount is negative or always nothing. */
export function limitsOfAmountsMatter(subject: Subject): readonly Diagnostic[] {
  return (subject.definition.amounts ?? []).flatMap((amount, index): readonly Diagnostic[] => {
    const part = subject.parts.find(({ kind, id }) => kind === 'amount' && id === amount.id);
    const found = part && extremes(amount, part.main, subject);
    if (!part || !found || hasDeadCondition(part, subject)) return [];
    const [low, high, least] = found;
    const { cap, floor, title, unit } = amount;
    const pointer = `/amounts/${index}`;
    const more = { clause: part.clauses[0] ?? '' };
    const said = (limit: number, { value, facts }: Extreme) => ({
      amount: title,
      limit,
      value,
      unit,
      applicant: subject.words(facts),
    });
    const findings: Diagnostic[] = [];
    if (cap !== undefined && floor !== undefined && floor > cap)
      findings.push(
        report(
          'analysis/floor-above-cap',
          subject.place(`${pointer}/floor`),
          { amount: title, floor, cap, unit },
          more,
        ),
      );
    if (low.value < 0)
      findings.push(
        report('analysis/amount-negative', subject.place(`${pointer}/value`), said(0, low), more),
      );
    if (high.value <= 0)
      findings.push(
        report('analysis/amount-always-zero', subject.place(`${pointer}/value`), said(0, high), more),
      );
    else if (cap !== undefined && high.value < cap)
      findings.push(
        report('analysis/cap-never-reached', subject.place(`${pointer}/cap`), said(cap, high), more),
      );
    if (cap !== undefined && least && least.value > cap)
      findings.push(
        report('analysis/cap-always-reached', subject.place(`${pointer}/cap`), said(cap, least), more),
      );
    if (floor !== undefined && floor > 0 && low.value >= floor)
      findings.push(
        report('analysis/floor-never-reached', subject.place(`${pointer}/floor`), said(floor, low), more),
      );
    return findings.map((one) =>
      one.code.startsWith('analysis/cap') || one.code.startsWith('analysis/floor-never')
        ? acknowledged(one, amount.interpretation)
        : one,
    );
  });
}
