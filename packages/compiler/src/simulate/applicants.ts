import { pick, randomOf } from '@zhinan/engine/simulation';
import type { FailedRule, SimulatedApplicant } from '@zhinan/engine/simulation';
import type { Facts, JsonObject } from '@zhinan/model';
import { axesOf } from '../3-check/rules/space.ts';
import type { Axis } from '../3-check/rules/space.ts';
import type { Subject } from '../3-check/rules/subject.ts';
import { basesOf } from '../cases/bases.ts';
import { boundaryCases, type Base, type Oracle } from '../cases/boundary.ts';
import { laddersOf } from '../cases/ladders.ts';
import type { ResolvedScenario } from '../2-resolve/guideline.ts';

/** Different applicants that are made at most, and changes of one answer that one of them has at most. */
const MOST = 400;
const CHANGES = 4;
const TRIES = 8;

/**
 * Applicants of every kind, the same for the same seed: `valid` ones vary what makes no difference to whether they may
 * apply, `boundary` ones stand just inside or just outside a rule, `invalid` ones fail a condition or left out an answer.
 */
export function applicantsFor(
  subject: Subject,
  oracle: Oracle,
  scenarios: readonly ResolvedScenario[],
  program: string,
  seed: number,
  wanted = MOST,
): readonly SimulatedApplicant[] {
  const bases = basesOf(scenarios, program, oracle);
  const found: SimulatedApplicant[] = bases.map(({ facts }) => described('valid', facts, oracle));
  if (bases.length === 0) return found;
  for (const one of subject.rules) {
    for (const { aim, base, facts } of boundaryCases(subject, one, bases, oracle)) {
      const kind = aim === 'undecided' ? 'invalid' : 'boundary';
      found.push(described(kind, facts, oracle, base.facts));
    }
  }
  const axes = axesOf(
    subject.rules.flatMap(({ asked }) => asked),
    subject.ground,
    'form',
  );
  for (let number = 0; number < wanted; number += 1) {
    const varied = vary(bases, axes, oracle, seed, number);
    if (varied) found.push(varied);
  }
  return found;
}

/** One applicant with some answers other than a base's: as many valid ones as others are wanted, so both are looked for. */
function vary(
  bases: readonly Base[],
  axes: readonly Axis[],
  oracle: Oracle,
  seed: number,
  number: number,
): SimulatedApplicant | undefined {
  const random = randomOf(seed, `answers ${number}`);
  const valid = number % 2 === 0;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const base = pick(bases, random);
    if (!base) return undefined;
    let { facts } = base;
    for (let change = Math.ceil(random() * CHANGES); change > 0; change -= 1) {
      const axis = pick(axes, random);
      const ladder = axis && pick(laddersOf({ facts, changed: [] }, axis), random);
      facts = (ladder && pick(ladder, random)?.facts) ?? facts;
    }
    if (!valid && random() < 0.3) facts = withGap(facts, axes, random);
    const applicant = described(valid ? 'valid' : 'invalid', facts, oracle, base.facts);
    const accepted = applicant.fails.length === 0 && oracle.valid(facts);
    if (accepted === valid) return applicant;
  }
  return undefined;
}

/** An answer left out. */
function withGap(facts: Facts, axes: readonly Axis[], random: () => number): Facts {
  const axis = pick(axes, random);
  const [form = '', name = ''] = axis?.path ?? [];
  const answers = facts[form];
  if (!answers || !Object.hasOwn(answers, name)) return facts;
  const { [name]: _, ...rest } = answers as JsonObject;
  return { ...facts, [form]: rest };
}

function described(
  kind: SimulatedApplicant['kind'],
  facts: Facts,
  { rules, valid }: Oracle,
  corrected?: Facts,
): SimulatedApplicant {
  const fails = rules
    .eligibility(facts)
    .rules.filter(({ verdict }) => verdict === 'fail')
    .map(({ id, title, clauses }): FailedRule => ({ id, title, clauses }));
  return { kind, facts, fails, ...(corrected && !valid(facts) ? { corrected } : {}) };
}
