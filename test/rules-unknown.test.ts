import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { editionsIn } from '@zhinan/compiler';
import { readDefinitions } from '@zhinan/compiler/node';
import { playable } from '@zhinan/compiler/testing';
import type { CompiledRules, Facts, JsonObject, RuleVerdict } from '@zhinan/model';
import { withHoles } from '../packages/compiler/src/rules/random-facts.fixture.ts';
import { applicants } from './random-applicants.ts';

vi.setConfig({ testTimeout: 900_000 });

const seed = Number(process.env['ZHINAN_SEED'] ?? 20251008);
const numRuns = 1500 * Number(process.env['ZHINAN_TIMES'] ?? 1);

/** Verdicts that mean the same to the applicant. */
const meaning: Readonly<Record<RuleVerdict, string>> = {
  pass: 'no obstacle',
  relaxed: 'no obstacle',
  'not-applicable': 'no obstacle',
  'needs-reason': 'reason',
  fail: 'refused',
  unknown: 'unknown',
};

/** Everything said of a partial application that its completion takes back. */
function takenBack(rules: CompiledRules, partial: Facts, complete: Facts, open: readonly string[]): string[] {
  const [before, after] = [rules.eligibility(partial, open), rules.eligibility(complete)];
  const found: string[] = [];
  for (const [index, { id, verdict, missing }] of before.rules.entries()) {
    const later = after.rules[index]?.verdict ?? 'unknown';
    if (
      verdict === 'unknown'
        ? later !== 'unknown' && missing.length === 0
        : meaning[verdict] !== meaning[later]
    ) {
      found.push(`rule ${id}: ${verdict}, then ${later}`);
    }
  }
  if (before.verdict !== 'undecided' && before.verdict !== after.verdict) {
    found.push(`${before.verdict}, then ${after.verdict}`);
  }
  const later = rules.amounts(complete);
  for (const [index, { id, min, max }] of rules.amounts(partial, open).entries()) {
    const { min: least = 0, max: most = null } = later[index] ?? {};
    if (least < min || (most ?? Infinity) > (max ?? Infinity)) {
      found.push(`amount ${id}: ${min} to ${max}, then ${least} to ${most}`);
    }
  }
  return found;
}

/** Lists of the forms, with some of their last rows not yet filled in. */
function shortened(
  facts: Facts,
  keep: () => number,
): { readonly facts: Facts; readonly open: readonly string[] } {
  const open: string[] = [];
  const cut = Object.entries(facts).map(([form, answers]): [string, JsonObject] => [
    form,
    Object.fromEntries(
      Object.entries(answers ?? {}).map(([name, value]) => {
        if (!Array.isArray(value)) return [name, value];
        open.push(`${form}/${name}`);
        return [name, value.slice(0, keep())];
      }),
    ),
  ]);
  return { facts: Object.fromEntries(cut), open };
}

const files = await readDefinitions(new URL('../definitions', import.meta.url).pathname);
const programs = (
  await Promise.all(
    editionsIn(files).map(async (edition) => {
      const { environments } = await playable(files, edition);
      return [...environments.values()].map(({ contract, program, rules }) => ({
        name: `${edition}/${program.id}`,
        rules,
        arbitrary: applicants(contract, program),
      }));
    }),
  )
).flat();

test.each(programs)('$name: nothing said of a partial application is taken back', ({ rules, arbitrary }) => {
  const decided = new Set<string>();
  fc.assert(
    fc.property(arbitrary, fc.infiniteStream(fc.nat(9)), fc.nat(6), (facts, dice, often) => {
      const partial = withHoles(facts as JsonObject, () => (dice.next().value ?? 0) < often) as Facts;
      decided.add(rules.eligibility(partial).verdict);
      expect(takenBack(rules, partial, facts, [])).toEqual([]);
    }),
    { numRuns, seed },
  );
  // Neither all open nor all decided: the property says something.
  expect(decided.size).toBeGreaterThan(1);
});

test.each(programs)('$name: the same while rows may still be added', ({ rules, arbitrary }) => {
  fc.assert(
    fc.property(arbitrary, fc.infiniteStream(fc.nat(9)), (facts, dice) => {
      const partial = shortened(facts, () => dice.next().value ?? 0);
      expect(takenBack(rules, partial.facts, facts, partial.open)).toEqual([]);
    }),
    { numRuns: numRuns / 3, seed },
  );
});

test.each(programs)(
  '$name: members with answers missing are counted neither in nor out',
  ({ rules, arbitrary }) => {
    fc.assert(
      fc.property(fc.array(arbitrary, { maxLength: 6 }), fc.infiniteStream(fc.nat(9)), (members, dice) => {
        const partial = members.map(
          (one) => withHoles(one as JsonObject, () => (dice.next().value ?? 0) < 3) as Facts,
        );
        const after = rules.quotas(members);
        for (const [index, { id, count, holds }] of rules.quotas(partial).entries()) {
          const later = after[index];
          expect({
            id,
            more: count <= (later?.count ?? 0),
            kept: holds === null || holds === later?.holds,
          }).toEqual({
            id,
            more: true,
            kept: true,
          });
        }
      }),
      { numRuns: numRuns / 10, seed },
    );
  },
);
