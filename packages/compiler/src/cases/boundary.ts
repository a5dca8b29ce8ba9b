import type { CompiledRules, Facts, RuleVerdict } from '@zhinan/model';
import { axesOf, withValue } from '../3-check/rules/space.ts';
import type { Axis } from '../3-check/rules/space.ts';
import type { RuleSubject, Subject } from '../3-check/rules/subject.ts';
import { laddersOf, valueAt } from './ladders.ts';
import type { Ladder, Rung } from './ladders.ts';

/** What a boundary applicant shows of a rule. */
export type Aim = 'inside' | 'outside' | 'only' | 'relaxed' | 'undecided';

/** A complete applicant to start from. */
export interface Base {
  /** Scenario the answers come from; absent when they were made up. */
  readonly scenario?: string;
  readonly facts: Facts;
}

export interface BoundaryCase {
  readonly aim: Aim;
  readonly base: Base;
  readonly facts: Facts;
  readonly changed: readonly string[];
}

/** Asks the engine of one applicant: the rule's verdict, and whether all other rules are met. */
export interface Oracle {
  readonly rules: CompiledRules;
  /** Whether the forms accept the answers (undecided applicants may leave some out). */
  readonly valid: (facts: Facts) => boolean;
}

const meets = (verdict: RuleVerdict) => verdict === 'pass' || verdict === 'relaxed';
const refuses = (verdict: RuleVerdict) => verdict === 'fail' || verdict === 'needs-reason';

interface Judged {
  readonly rung: Rung;
  readonly verdict: RuleVerdict;
}

/** Applicants at the boundary of one rule, each with as few answers changed as were found to do. */
export function boundaryCases(
  subject: Subject,
  one: RuleSubject,
  bases: readonly Base[],
  oracle: Oracle,
): readonly BoundaryCase[] {
  const axes = axesOf(one.asked, subject.ground, 'form');
  const found = new Map<Aim, BoundaryCase>();
  const keep = (aim: Aim, base: Base, rung: Rung) => {
    if (!found.has(aim))
      found.set(aim, { aim, base, facts: rung.facts, changed: rung.changed.map(({ axis }) => axis.key) });
  };
  const others = (facts: Facts) => {
    const { rules } = oracle.rules.eligibility(facts);
    return rules.every(
      ({ id, verdict }) => id === one.rule.id || meets(verdict) || verdict === 'not-applicable',
    );
  };
  const exact = ({ rung }: Judged) => others(rung.facts) && oracle.valid(rung.facts);
  const look = (base: Base, ladder: Ladder) => {
    const judged = ladder.map((rung): Judged => ({ rung, verdict: one.verdict(rung.facts) }));
    for (const [at, here] of judged.entries()) {
      if (here.verdict === 'relaxed' && !found.has('relaxed') && exact(here))
        keep('relaxed', base, here.rung);
      if (!refuses(here.verdict)) continue;
      const neighbour = [judged[at - 1], judged[at + 1]].find((next) => next && meets(next.verdict));
      if (neighbour && !found.has('outside') && exact(here) && exact(neighbour)) {
        keep('inside', base, neighbour.rung);
        keep('outside', base, here.rung);
        // Nearer than what was kept before.
        found.delete('only');
        keep('only', base, here.rung);
      } else if (!found.has('only') && exact(here)) keep('only', base, here.rung);
    }
  };
  for (const tries of [singles, pairs]) {
    for (const base of bases) {
      if (found.has('outside')) break;
      for (const ladder of tries({ facts: base.facts, changed: [] }, axes)) look(base, ladder);
    }
  }
  for (const base of bases) {
    const own = one.verdict(base.facts);
    if (own === 'relaxed') keep('relaxed', base, { facts: base.facts, changed: [] });
    if (meets(own)) {
      if (!found.has('inside')) keep('inside', base, { facts: base.facts, changed: [] });
      for (const rung of blanks(base.facts, axes)) {
        const { verdict } = oracle.rules.eligibility(rung.facts);
        if (verdict === 'undecided' && one.verdict(rung.facts) === 'unknown') keep('undecided', base, rung);
      }
    }
  }
  return [...found.values()];
}

const singles = (base: Rung, axes: readonly Axis[]): readonly Ladder[] =>
  axes.flatMap((axis) => laddersOf(base, axis));

/** One answer set first, another then changed step by step. */
function* pairs(base: Rung, axes: readonly Axis[]): Generator<Ladder> {
  for (const first of axes) {
    for (const ladder of laddersOf(base, first).slice(0, 8)) {
      for (const rung of ladder) {
        for (const second of axes) if (second !== first) yield* laddersOf(rung, second);
      }
    }
  }
}

/** The applicant with one answer left blank: a field, or a field of the last row of a list. */
function blanks(facts: Facts, axes: readonly Axis[]): readonly Rung[] {
  return axes.flatMap((axis): readonly Rung[] => {
    const value = valueAt(facts, axis.path);
    if (value === undefined) return [];
    const whole = without(facts, axis.path);
    const rows = Array.isArray(value) && axis.rows ? axis.rows : [];
    const inRows = rows.flatMap((field) => {
      if (!Array.isArray(value) || field.path[0] === '') return [];
      const blank = value.map((row: unknown) => without(row as Facts, field.path));
      return [
        {
          facts: withValue(facts as never, axis.path, blank as never) as unknown as Facts,
          changed: [{ axis, value: null }],
        },
      ];
    });
    return [{ facts: whole, changed: [{ axis, value: null }] }, ...inRows];
  });
}

function without(data: Facts, [head = '', ...rest]: readonly string[]): Facts {
  if (rest.length === 0) return Object.fromEntries(Object.entries(data).filter(([name]) => name !== head));
  const inner = data[head];
  return inner ? { ...data, [head]: without(inner as unknown as Facts, rest) as never } : data;
}
