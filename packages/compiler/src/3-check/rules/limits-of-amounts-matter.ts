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

type Extremes = readonly [low: Extreme, high: Extreme, least: Extreme | undefined];

/** The least and the greatest value anybody can come to before cap and floor. */
function extremes(typed: Typed, subject: Subject, people: Iterable<Facts>): Extremes | undefined {
  const [ask] = evaluators([typed], subject.ground.region);
  let low: Extreme | undefined;
  let high: Extreme | undefined;
  // The least of those who get anything at all.
  let least: Extreme | undefined;
  for (const facts of people) {
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
    if (!part || hasDeadCondition(part, subject)) return [];
    const bounds = [0, amount.cap, amount.floor].filter((bound) => bound !== undefined);
    const asked = [{ typed: part.main, bounds }];
    const among = (people: Iterable<Facts>) => {
      const found = extremes(part.main, subject, people);
      return found ? findings(amount, `/amounts/${index}`, found, subject) : [];
    };
    // Before anything is said of everybody, many more are asked.
    return among(subject.applicants(asked, 'form')).length > 0 ? among(subject.thorough(asked, 'form')) : [];
  });
}

function findings(
  { cap, floor, title, unit, clause, interpretation }: AmountDefinition,
  pointer: string,
  [low, high, least]: Extremes,
  subject: Subject,
): readonly Diagnostic[] {
  const more = { clause: [clause].flat()[0] ?? '' };
  const at = (key: string) => subject.place(`${pointer}/${key}`);
  const said = (limit: number, { value, facts }: Extreme) => ({
    amount: title,
    limit,
    value,
    unit,
    applicant: subject.words(facts),
  });
  const found: Diagnostic[] = [];
  if (cap !== undefined && floor !== undefined && floor > cap)
    found.push(report('analysis/floor-above-cap', at('floor'), { amount: title, floor, cap, unit }, more));
  if (low.value < 0) found.push(report('analysis/amount-negative', at('value'), said(0, low), more));
  if (high.value <= 0) found.push(report('analysis/amount-always-zero', at('value'), said(0, high), more));
  else if (cap !== undefined && high.value < cap)
    found.push(
      acknowledged(report('analysis/cap-never-reached', at('cap'), said(cap, high), more), interpretation),
    );
  if (cap !== undefined && least && least.value > cap)
    found.push(
      acknowledged(report('analysis/cap-always-reached', at('cap'), said(cap, least), more), interpretation),
    );
  if (floor !== undefined && floor > 0 && low.value >= floor)
    found.push(
      acknowledged(
        report('analysis/floor-never-reached', at('floor'), said(floor, low), more),
        interpretation,
      ),
    );
  return found;
}
