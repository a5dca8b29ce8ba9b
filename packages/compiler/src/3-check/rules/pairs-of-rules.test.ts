import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { load } from '../../1-load/load.ts';
import { resolve } from '../../2-resolve/resolve.ts';
import { eachRuleDecidesSomething, neverFails, neverPasses } from './each-rule-decides-something.ts';
import { noRuleFollowsFromAnother } from './no-rule-follows-from-another.ts';
import { somebodyCanBeEligible } from './somebody-can-be-eligible.ts';
import { subjectOf } from './subject.ts';
import type { Subject } from './subject.ts';

const root = new URL('../../../../../test/corpus/accepted/young-talent/definition/', import.meta.url)
  .pathname;
const files = Object.fromEntries(
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(root.length), readFileSync(path, 'utf8')]),
);
const path = 'young-talent/2026/scholar/rules.json';
const ranks = ['初级', '中级', '副高级', '正高级'];

const form = 'young-talent/2026/scholar/forms/application.schema.json';
const parsed = JSON.parse(files[form] ?? '') as { readonly properties: object };

/** With more fields than the sample's form has where `fields` says so. */
function subjectWith(requirements: readonly string[], fields: object = {}): Subject {
  const rules = requirements.map((require, at) => ({
    id: `r${at}`,
    title: `第${at}条`,
    clause: '一',
    strength: 'must',
    require,
  }));
  const source = load(
    {
      ...files,
      [form]: JSON.stringify({ ...parsed, properties: { ...parsed.properties, ...fields } }),
      [path]: JSON.stringify({ facts: ['application'], rules }),
    },
    'young-talent/2026',
  ).value;
  const guideline = source && resolve(source).value;
  const program = guideline?.programs['scholar'];
  const subject = guideline && program && subjectOf(guideline, program);
  if (!subject) throw new Error('does not compile');
  return subject;
}

interface Person {
  readonly results: number;
  readonly rank: number;
  readonly abroad: boolean;
}

/** Everybody the form lets through, and for what must not rest on the form also longer lists. */
const people = (most: number): readonly Person[] =>
  Array.from({ length: most + 1 }, (_, results) =>
    ranks.flatMap((_rank, rank) => [true, false].map((abroad) => ({ results, rank, abroad }))),
  ).flat();

interface Condition {
  readonly text: string;
  readonly holds: (person: Person) => boolean;
}

const compare = {
  '>=': (a: number, b: number) => a >= b,
  '<': (a: number, b: number) => a < b,
  '=': (a: number, b: number) => a === b,
} as const;
const op = fc.constantFrom('>=' as const, '<' as const, '=' as const);
const atom: fc.Arbitrary<Condition> = fc.oneof(
  fc.tuple(op, fc.integer({ min: 0, max: 12 })).map(([sign, bound]) => ({
    text: `count(results) ${sign} ${bound}`,
    holds: ({ results }: Person) => compare[sign](results, bound),
  })),
  fc.tuple(op, fc.integer({ min: 0, max: 3 })).map(([sign, bound]) => ({
    text: `rank ${sign} "${ranks[bound]}"`,
    holds: ({ rank }: Person) => compare[sign](rank, bound),
  })),
  fc
    .boolean()
    .map((wanted) => ({ text: `abroad = ${wanted}`, holds: ({ abroad }: Person) => abroad === wanted })),
);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  atom,
  fc.tuple(atom, atom).map(([a, b]) => ({
    text: `${a.text} or ${b.text}`,
    holds: (one: Person) => a.holds(one) || b.holds(one),
  })),
  fc.tuple(atom, atom).map(([a, b]) => ({
    text: `${a.text} and ${b.text}`,
    holds: (one: Person) => a.holds(one) && b.holds(one),
  })),
);

test('who can pass, who can fail, what follows and what excludes each other: as by asking everybody', () => {
  fc.assert(
    fc.property(condition, condition, (first, second) => {
      const subject = subjectWith([first.text, second.text]);
      const [accepted, anybody] = [people(10), people(14)];
      const expected = [first, second].map(({ holds }) => ({
        passes: accepted.some(holds),
        fails: !anybody.every(holds),
      }));
      const found = subject.rules.map((one) => ({
        passes: !neverPasses(one, subject),
        fails: !neverFails(one, subject),
      }));
      expect(found).toEqual(expected);
      if (found.some(({ passes, fails }) => !passes || !fails)) return;

      const contradiction = !accepted.some((one) => first.holds(one) && second.holds(one));
      const told = somebodyCanBeEligible(subject).map(({ code }) => code);
      // Rules that read nothing in common never exclude each other.
      expect(told).toEqual(contradiction ? ['analysis/contradiction'] : []);
    }),
    { numRuns: 80, seed: 7 },
  );
});

test('a rule that includes another is told unless a condition inside is idle already', () => {
  fc.assert(
    fc.property(atom, atom, (first, second) => {
      const subject = subjectWith([first.text, second.text]);
      const sound = subject.rules.every((one) => !neverPasses(one, subject) && !neverFails(one, subject));
      if (!sound) return;
      const everybody = people(14);
      const [forward, backward] = [
        everybody.every((one) => !first.holds(one) || second.holds(one)),
        everybody.every((one) => !second.holds(one) || first.holds(one)),
      ];
      const expected =
        forward && backward
          ? ['analysis/same-rule']
          : forward || backward
            ? ['analysis/rule-follows-from-another']
            : [];
      expect(noRuleFollowsFromAnother(subject).map(({ code }) => code)).toEqual(expected);
      expect(eachRuleDecidesSomething(subject)).toEqual([]);
    }),
    { numRuns: 100, seed: 11 },
  );
});

test('two days that must lie no further apart than a year can lie further apart', () => {
  const graduated = { type: 'string', format: 'date', title: '毕业日期' };
  for (const require of ['graduated >= born - years(1)', 'graduated <= born + months(13)'])
    expect(eachRuleDecidesSomething(subjectWith([require], { graduated }))).toEqual([]);
});

test('a day that must lie years after another can also lie after a known day', () => {
  const until = { type: 'string', format: 'date', title: '合同结束日期' };
  const rules = ['born >= date("2025-01-01")', 'until >= born + years(3) - duration("P1D")'];
  expect(somebodyCanBeEligible(subjectWith(rules, { until }))).toEqual([]);
});
