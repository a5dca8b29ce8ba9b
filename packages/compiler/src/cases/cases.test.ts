import type { Facts, FileTree, ScenarioFile } from '@zhinan/model';
import { beforeAll, describe, expect, test } from 'vitest';
import { compile, editionsIn } from '../compile.ts';
import { findDefinitions, readDefinitions } from '../node/definitions.ts';
import { rulesOf } from '../rules/program-rules.ts';
import { cases, casesSource, type Cases } from './cases.ts';

const root = findDefinitions(import.meta.dirname) ?? '';
const files = await readDefinitions(root);
const programs = editionsIn(files).flatMap((edition) =>
  Object.keys(files)
    .filter((path) => path.startsWith(`${edition}/`) && path.endsWith('/rules.json'))
    .map((path) => ({ edition, program: path.split('/')[2] ?? '' })),
);

const craftsman = { edition: 'xinjiang-craftsman/2025', program: 'craftsman' };
const scenarioOf = (tree: FileTree, id: string | undefined) =>
  JSON.parse(tree[`${id}.json`] ?? '{}') as ScenarioFile;

test.each(editionsIn(files))('%s: what is written keeps its promises', async (edition) => {
  const beside: Record<string, string> = {};
  const source = await casesSource(files, edition);
  for (const { program } of programs.filter((one) => one.edition === edition)) {
    const { files: made } = cases(source, { program, beside: true });
    expect([program, Object.keys(made).length]).not.toEqual([program, 0]);
    for (const [name, text] of Object.entries(made))
      beside[`${edition}/scenarios/case-${program}-${name}`] = text;
  }
  const { diagnostics } = await compile({ ...files, ...beside }, edition, { until: 'rehearse' });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe('the craftsman', () => {
  let made: Cases;
  let evaluate: (facts: Facts) => readonly string[];

  function answers(rule: string, aim: 'inside' | 'outside') {
    const id = made.rules.find((one) => one.rule === rule)?.files[aim];
    return scenarioOf(made.files, id).facts['application'] as {
      workingInRegionSince: string;
      apprentices: readonly unknown[];
    };
  }

  beforeAll(async () => {
    const source = await casesSource(files, craftsman.edition);
    made = cases(source, craftsman);
    const contract = source.read?.contract;
    const program = contract?.programs[craftsman.program];
    if (!contract || !program) throw new Error('does not compile');
    const rules = rulesOf(contract, program);
    evaluate = (facts) =>
      rules
        .eligibility(facts)
        .rules.filter(({ verdict }) => verdict === 'fail' || verdict === 'needs-reason')
        .map(({ id }) => id);
  });

  test('who fails one rule fails no other; who is just inside fails none', () => {
    const only = made.rules.filter(({ files: { only: id } }) => id !== undefined);
    expect(
      only.map(({ rule, files: { only: id } }) => [rule, evaluate(scenarioOf(made.files, id).facts)]),
    ).toEqual(only.map(({ rule }) => [rule, [rule]]));
    const inside = made.rules.flatMap(({ files: { inside: id } }) => id ?? []);
    expect(inside.flatMap((id) => evaluate(scenarioOf(made.files, id).facts))).toEqual([]);
  });

  test('every rule has all four, but those the form itself keeps', () => {
    const lacking = made.rules.filter(
      ({ files: found }) => !found.inside || !found.outside || !found.undecided,
    );
    expect(lacking.map(({ rule }) => rule)).toEqual(['strength', 'basic-declaration', 'truth']);
    expect(made.rules.find(({ rule }) => rule === 'skill-level')?.files.relaxed).toBeDefined();
  });

  test('the boundary is where the clause puts it', () => {
    expect(
      [answers('years-in-region', 'inside'), answers('years-in-region', 'outside')].map(
        (one) => one.workingInRegionSince,
      ),
    ).toEqual(['2024-10-08', '2024-10-09']);
    expect(
      [answers('apprentice-count', 'inside'), answers('apprentice-count', 'outside')].map(
        (one) => one.apprentices.length,
      ),
    ).toEqual([5, 4]);
  });

  test('an undecided applicant names the answer left blank', () => {
    const undecided = made.rules.map(({ files: { undecided: id } }) => scenarioOf(made.files, id));
    expect(undecided.map(({ expect: { missing } }) => missing?.length ?? 0)).not.toContain(0);
    expect(
      scenarioOf(made.files, made.rules.find(({ rule }) => rule === 'on-post')?.files.undecided),
    ).toMatchObject({
      title: '暂不能判断“目前驻疆、在职在岗”：没有填写目前驻疆工作、在职在岗',
      expect: { verdict: 'undecided', missing: ['application/onPost'] },
    });
  });
});
