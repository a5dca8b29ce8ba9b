import * as fc from 'fast-check';
import type { Eligibility, Facts, RuleVerdict } from '@zhinan/model';
import { expect, test } from 'vitest';
import { compileRules } from './compile-rules.ts';
import { craftsman, input, ruleOf } from './craftsman.fixture.ts';
import { evaluateSource } from './evaluate-source.ts';
import { completeFacts, requirement, withHoles } from './random-facts.fixture.ts';

const compile = (definition: Parameters<typeof input>[0]) => {
  const { value, diagnostics } = compileRules(input(definition));
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return evaluateSource(value);
};

/** Verdicts that mean the same to the applicant. */
const meaning: Readonly<Record<RuleVerdict, string>> = {
  pass: 'no obstacle',
  relaxed: 'no obstacle',
  'not-applicable': 'no obstacle',
  'needs-reason': 'reason',
  fail: 'refused',
  unknown: 'unknown',
};

/** Where a partial application's verdicts are contradicted by its completion. */
function contradictions(partial: Eligibility, complete: Eligibility): readonly string[] {
  const broken = partial.rules.filter((rule, index) => {
    const verdict = complete.rules[index]?.verdict ?? 'unknown';
    if (verdict === 'unknown') return true;
    return rule.verdict === 'unknown'
      ? rule.missing.length === 0
      : meaning[verdict] !== meaning[rule.verdict];
  });
  const overall = partial.verdict !== 'undecided' && complete.verdict !== partial.verdict ? ['overall'] : [];
  return [...broken.map(({ id }) => id), ...overall];
}

test('no verdict, amount or count that a completion contradicts', () => {
  const rules = compile(craftsman);
  fc.assert(
    fc.property(completeFacts, fc.infiniteStream(fc.integer({ min: 0, max: 9 })), (facts, dice) => {
      const partial = withHoles(facts, () => (dice.next().value ?? 0) < 3) as Facts;
      expect(contradictions(rules.eligibility(partial), rules.eligibility(facts))).toEqual([]);
      const [before, after] = [rules.amounts(partial)[0], rules.amounts(facts)[0]];
      expect(after?.min).toBe(after?.max);
      expect(before?.min).toBeLessThanOrEqual(after?.min ?? -1);
      expect(before?.max ?? Infinity).toBeGreaterThanOrEqual(after?.max ?? Infinity);
    }),
    { numRuns: 3000 },
  );
});

test('a verdict on a list to which rows may be added holds after adding them', () => {
  const rules = compile(craftsman);
  fc.assert(
    fc.property(completeFacts, fc.nat(9), (facts, keep) => {
      const application = { ...facts.application, apprentices: facts.application.apprentices.slice(0, keep) };
      expect(
        contradictions(
          rules.eligibility({ ...facts, application }, ['application/apprentices']),
          rules.eligibility(facts),
        ),
      ).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('the same for arbitrary requirements', () => {
  fc.assert(
    fc.property(
      requirement,
      completeFacts,
      fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
      (require, facts, dice) => {
        // With a relaxation where it is one: `not(level >= 最低等级)` gets harder, which the compiler refuses.
        const relaxable = compileRules(input(ruleOf(require))).value !== undefined;
        const rules = compile(ruleOf(require, relaxable ? {} : { relax: [] }));
        for (const often of [1, 3, 6]) {
          const partial = withHoles(facts, () => (dice.next().value ?? 0) < often) as Facts;
          expect(contradictions(rules.eligibility(partial), rules.eligibility(facts))).toEqual([]);
        }
      },
    ),
    { numRuns: 1500 },
  );
});

test('what is reported missing is enough: answering it decides', () => {
  const rules = compile(craftsman);
  fc.assert(
    fc.property(completeFacts, fc.infiniteStream(fc.integer({ min: 0, max: 9 })), (facts, dice) => {
      let partial = withHoles(facts, () => (dice.next().value ?? 0) < 3) as Facts;
      // Each round answers all that is named missing; answers can call for no more than what was left out.
      for (let round = 0; round < 10 && rules.eligibility(partial).verdict === 'undecided'; round += 1) {
        for (const { form, pointer } of rules.eligibility(partial).missing) {
          partial = answered(partial, facts, [form, ...pointer.split('/').slice(1)]) as Facts;
        }
      }
      expect(rules.eligibility(partial).verdict).not.toBe('undecided');
    }),
    { numRuns: 500 },
  );
});

/** `partial` with the answer at a path taken from `whole`. */
function answered(partial: unknown, whole: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return whole;
  const from = (whole as Record<string, unknown>)[key];
  if (Array.isArray(partial)) {
    return partial.map((one, index) => (String(index) === key ? answered(one, from, rest) : one));
  }
  const own = (partial ?? {}) as Record<string, unknown>;
  return { ...own, [key]: answered(own[key], from, rest) };
}
