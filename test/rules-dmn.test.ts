import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { getMarshaller } from '@kie-tools/dmn-marshaller';
import { compile, editionsIn } from '@zhinan/compiler';
import { readDefinitions } from '@zhinan/compiler/node';
import type { Contract, Facts, ProgramContract, ScenarioFile } from '@zhinan/model';
import { rulesOf } from '../packages/compiler/src/rules/program-rules.ts';
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

interface Exported {
  readonly contract: Contract;
  readonly program: ProgramContract;
  readonly xml: string;
  readonly scenarios: readonly (ScenarioFile & { readonly id: string })[];
}

async function exported(edition: string): Promise<readonly Exported[]> {
  const { contract, files: tree } = await compile(files, edition);
  if (!contract || !tree) throw new Error(`${edition} does not compile`);
  return Object.values(contract.programs).map((program) => ({
    contract,
    program,
    xml: tree[`${program.id}/rules.dmn`] ?? '',
    scenarios: JSON.parse(tree[`${program.id}/scenarios.json`] ?? '[]'),
  }));
}

describe.each(editionsIn(files))('rules of %s as DMN 1.5', (edition) => {
  let programs: readonly Exported[] = [];
  beforeAll(async () => {
    programs = await exported(edition);
  });

  test('is valid against the schema of the standard', async () => {
    for (const { xml } of programs) {
      const { errors } = await validateXML({
        xml: [{ fileName: 'rules.dmn', contents: xml }],
        schema: [await schema('DMN15.xsd')],
        preload: await Promise.all(['DMNDI15.xsd', 'DC.xsd', 'DI.xsd'].map(schema)),
      });
      expect(errors.map(({ message }) => message)).toEqual([]);
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
