import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { getMarshaller } from '@kie-tools/dmn-marshaller';
import { editionsIn } from '@zhinan/compiler';
import { readDefinitions } from '@zhinan/compiler/node';
import { playable } from '@zhinan/compiler/testing';
import type { Contract, Facts, FileTree, ProgramContract, ScenarioFile } from '@zhinan/model';
import { dmnEmitter } from '../packages/compiler/src/6-emit/dmn/index.ts';
import { completeFacts, withHoles } from '../packages/compiler/src/rules/random-facts.fixture.ts';
import { rulesOf } from '../packages/compiler/src/rules/program-rules.ts';
import { everything } from './every-rule.ts';
import { Model } from './dmn-engine.ts';
import type { Answers } from './dmn-engine.ts';

const files = await readDefinitions(new URL('../definitions', import.meta.url).pathname);

/** OMG's own schema of DMN 1.5, as the Apache KIE tools carry it. */
const schemas = join(
  dirname(createRequire(import.meta.url).resolve('@kie-tools/dmn-marshaller/package.json')),
  'src/schemas/dmn-1_5',
);
const schema = async (fileName: string) => ({
  fileName,
  contents: await readFile(join(schemas, fileName), 'utf8'),
});

async function violations(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'rules.dmn', contents: xml }],
    schema: [await schema('DMN15.xsd')],
    preload: await Promise.all(['DMNDI15.xsd', 'DC.xsd', 'DI.xsd'].map(schema)),
  });
  return errors.map(({ message }) => message);
}

interface Exported {
  readonly contract: Contract;
  readonly program: ProgramContract;
  readonly xml: string;
  readonly scenarios: readonly (ScenarioFile & { readonly id: string })[];
}

async function exported(edition: string): Promise<readonly Exported[]> {
  const { environments, scenarios: own } = await playable(files, edition);
  // As another engine would read them: from JSON.
  const scenarios = JSON.parse(JSON.stringify(own)) as Exported['scenarios'];
  return [...environments.values()].map(({ contract, program }) => ({
    contract,
    program,
    xml: (dmnEmitter({ contract, program }) as FileTree)[`${program.id}/rules.dmn`] ?? '',
    scenarios: scenarios.filter((scenario) => scenario.program === program.id),
  }));
}

describe.each(editionsIn(files))('rules of %s as DMN 1.5', (edition) => {
  let programs: readonly Exported[] = [];
  beforeAll(async () => {
    programs = await exported(edition);
  }, 120_000);

  test('is valid against the schema of the standard', async () => {
    for (const { xml } of programs) {
      expect(await violations(xml)).toEqual([]);
    }
  });

  test('is read by an independent DMN library as the version it says', () => {
    for (const { xml } of programs) {
      const { originalVersion } = getMarshaller(xml, { upgradeTo: '1.5' });
      expect(originalVersion).toBe('1.5');
    }
  });

  test('every reference leads somewhere and every decision names what it requires', () => {
    for (const { xml } of programs) expect(new Model(xml).faults()).toEqual([]);
  });

  test('gives on the facts of every scenario the verdicts and amounts of the emitted rules', () => {
    for (const { contract, program, xml, scenarios } of programs) {
      const model = new Model(xml);
      const rules = rulesOf(contract, program);
      expect(scenarios.length).toBeGreaterThan(0);
      const different = new Map(scenarios.map((scenario) => [JSON.stringify(scenario.facts), scenario]));
      for (const { id, facts } of different.values()) {
        const { verdict } = rules.eligibility(facts);
        const answers = model.evaluate(facts);
        // What a scenario decides is decided there too.
        const theirs = answers.decision('eligibility');
        expect({ id, verdict: theirs, differences: compared(answers, rules, facts) }).toEqual({
          id,
          verdict,
          differences: [],
        });
      }
    }
  });

  test('counts quotas over the applicants of all scenarios', () => {
    for (const { contract, program, xml, scenarios } of programs) {
      const model = new Model(xml);
      const decided = scenarios
        .map(({ facts }) => facts)
        .filter((facts) => facts['application'] !== undefined);
      for (const some of [[], decided.slice(0, 2), decided.slice(2, 9)]) {
        expect(quotas(model, rulesOf(contract, program), some)).toEqual([]);
      }
    }
  });
});

describe('every part of the language', () => {
  const { contract, program } = everything;
  const { 'all/rules.dmn': xml = '' } = dmnEmitter(everything) as FileTree;
  const model = new Model(xml);
  const rules = rulesOf(contract, program);
  const complete = fc.sample(completeFacts, { numRuns: 40, seed: 20251008 }) as readonly Facts[];

  test('is valid, and leads nowhere it does not say', async () => {
    expect(await violations(xml)).toEqual([]);
    expect(model.faults()).toEqual([]);
  });

  test('gives the verdicts and amounts of the emitted rules, and its tables what the rules make of them', () => {
    for (const facts of complete) {
      const answers = model.evaluate(facts);
      expect({ facts, differences: compared(answers, rules, facts) }).toEqual({ facts, differences: [] });
      const amounts = new Map(rules.amounts(facts).map(({ id, uncapped }) => [id, uncapped ?? null]));
      for (const { id } of program.rules.tables ?? []) {
        expect({ facts, table: id, value: answers.table(id) }).toEqual({
          facts,
          table: id,
          value: amounts.get(id),
        });
      }
      const parts = rules.amounts(facts).find(({ id }) => id === 'parts')?.instalments ?? [];
      const paid = parts.map(({ title, min, due }) => ({ title, amount: min, due }));
      expect(answers.decision('instalments_parts')).toEqual(paid);
    }
  });

  test('with answers missing leaves open, and says nothing else', () => {
    const coins = fc.sample(fc.nat(9), { numRuns: 997, seed: 7 });
    let at = 0;
    for (const facts of complete) {
      const partial = withHoles(facts as never, () => (coins[at++ % coins.length] ?? 9) < 2) as Facts;
      const differences = compared(model.evaluate(partial), rules, partial);
      expect({ partial, differences }).toEqual({ partial, differences: [] });
    }
  });

  test('keeps quotas among others, beside others, for each body and as shares', () => {
    for (let many = 0; many < 8; many += 1) {
      expect(quotas(model, rules, complete.slice(many * 4, many * 5))).toEqual([]);
    }
  });
});

type Rules = ReturnType<typeof rulesOf>;

/** Quotas over these members; a limit that was not published is given as 2. */
function quotas(model: Model, rules: Rules, members: readonly Facts[]): readonly string[] {
  return rules.quotas(members).flatMap(({ id, count, min, max, holds }) => {
    const limits = {
      [`quota_${id.replaceAll('-', '_')}_max`]: 2,
      [`quota_${id.replaceAll('-', '_')}_min`]: 2,
    };
    const answer = model.evaluate({ members, ...limits }).quota(id);
    const open = min === null || max === null;
    const ours = open ? (min !== null || count >= 2) && (max !== null || count <= 2) : holds;
    return answer === ours ? [] : [`${id}: ${String(answer)}, not ${String(ours)} of ${count}`];
  });
}

/**
 * Where the model says something else than the rules. It may leave undecided what the rules decide by bounds or by
 * trying both ways of a relaxation, never the other way round.
 */
function compared(answers: Answers, rules: Rules, facts: Facts): readonly string[] {
  const eligibility = rules.eligibility(facts);
  const found: string[] = [];
  const compare = (what: string, theirs: unknown, ours: unknown, open: unknown) => {
    if (theirs !== ours && theirs !== open) found.push(`${what}: ${String(theirs)}, not ${String(ours)}`);
  };
  for (const { id, verdict } of eligibility.rules) compare(id, answers.rule(id), verdict, 'unknown');
  for (const amount of rules.amounts(facts)) {
    const decided = amount.min === amount.max ? amount.min : null;
    compare(amount.id, answers.amount(amount.id), decided, null);
  }
  compare('eligibility', answers.decision('eligibility'), eligibility.verdict, 'undecided');
  return found;
}
