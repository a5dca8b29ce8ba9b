import { fileURLToPath } from 'node:url';
import type { FileTree, GuidelineFile } from '@zhinan/model';
import { describe, expect, test } from 'vitest';
import { filesOf, load } from '../1-load/load.ts';
import { resolve } from '../2-resolve/resolve.ts';
import { compile, editionsIn } from '../compile.ts';
import { compileProgramRules } from '../rules/compile-program-rules.ts';
import { readDefinitions } from './definitions.ts';

const files = await readDefinitions(fileURLToPath(new URL('../../../../definitions', import.meta.url)));
const guidelineOf = (edition: string) =>
  JSON.parse(files[`${edition}/guideline.json`] ?? '{}') as GuidelineFile;

/** The edition with another reading chosen, and nothing else touched. */
function choosing(edition: string, interpretation: string, reading: string): FileTree {
  const file = guidelineOf(edition);
  const known = file.interpretations?.[interpretation];
  if (!known) throw new Error(`no interpretation ${interpretation}`);
  const interpretations = { ...file.interpretations, [interpretation]: { ...known, chosen: reading } };
  const text = JSON.stringify({ ...file, interpretations });
  return { ...filesOf(files, edition), [`${edition}/guideline.json`]: text };
}

describe.each(editionsIn(files))('%s', (edition) => {
  const alternatives = Object.entries(guidelineOf(edition).interpretations ?? {}).flatMap(
    ([name, { chosen, readings }]) =>
      Object.entries(readings)
        .filter(([id, { value }]) => id !== chosen && value !== undefined)
        .map(([id]) => [name, id] as const),
  );

  test('every reading with a value can be chosen', () => {
    const faults = alternatives.flatMap(([name, reading]) => {
      const source = load(choosing(edition, name, reading), edition);
      const guideline = source.value && resolve(source.value);
      const { value } = guideline ?? {};
      const rules = value
        ? Object.values(value.programs).flatMap((program) => compileProgramRules(value, program).diagnostics)
        : [];
      return [...source.diagnostics, ...(guideline?.diagnostics ?? []), ...rules]
        .filter(({ severity }) => severity === 'error')
        .map(({ code, place }) => `${name} = ${reading}: ${code} ${place.file}${place.pointer}`);
    });
    expect(faults).toEqual([]);
  });
});

/** Codes and expectations of the scenarios that no longer hold. */
async function broken(edition: string, interpretation: string, reading: string): Promise<readonly string[]> {
  const { diagnostics } = await compile(choosing(edition, interpretation, reading), edition, {
    until: 'rehearse',
  });
  return diagnostics
    .filter(({ code }) => code.startsWith('scenario/'))
    .map(({ place }) => place.file.replace(/^.*\//, ''));
}

const craftsman = 'xinjiang-craftsman/2025';
const training = 'minority-scitech-training/2019';

test('another reading moves an instant: who submits in the last hour is late', async () => {
  expect(await broken(training, 'closing-hour', 'office')).toContain('submitted-last-minute.json');
});

test('another reading changes a set: 巴州 becomes one of the southern prefectures', async () => {
  expect(await broken(training, 'south-members', 'five')).toContain('ineligible-han-bayingolin.json');
});

test('another reading changes a rule: one apprentice at school frees the whole list', async () => {
  expect(await broken(craftsman, 'student-exception', 'whole-list')).toContain(
    'ineligible-share-with-one-student.json',
  );
});

test('another reading changes an amount by a parameter', async () => {
  expect(await broken(craftsman, 'same-feat', 'both')).toContain('counted-performance-amount.json');
});

test('what a reading governs is told in the contract', async () => {
  const { contract } = await compile(filesOf(files, training), training, { until: 'lower' });
  expect(contract?.interpretations['south-members']?.governs?.map(({ about }) => about)).toEqual([
    'set:training/南疆四地州',
    'relaxation:training/south-four',
    'rule:training/ethnicity',
  ]);
});

test('a rule that several programmes share is governed in each of them', async () => {
  const edition = 'talent-aid-xinjiang/2023-2';
  const { contract } = await compile(filesOf(files, edition), edition, { until: 'lower' });
  expect(contract?.interpretations['support-end']?.governs?.map(({ about }) => about)).toEqual([
    'rule:medical-team/other-plan',
    'rule:small-team/other-plan',
    'rule:flexible-expert/other-plan',
    'rule:backbone-training/other-plan',
  ]);
});
