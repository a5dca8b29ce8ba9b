import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { filesOf, load } from '../1-load/load.ts';
import { resolve } from '../2-resolve/resolve.ts';
import { lower } from '../4-lower/lower.ts';
import { readDefinitions } from '../node/definitions.ts';
import { coverageOf } from './coverage.ts';
import type { ProgramCoverage } from './coverage.ts';

const at = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

async function coverage(root: string, edition: string, leaveOut?: string) {
  const files = await readDefinitions(at(root));
  const own = Object.entries(filesOf(files, edition)).filter(([path]) => !path.endsWith(leaveOut ?? '\n'));
  const source = load(Object.fromEntries(own), edition);
  const guideline = source.value && resolve(source.value).value;
  if (!guideline) throw new Error(source.diagnostics.map(({ code }) => code).join());
  return coverageOf(await lower(guideline, 'test'), guideline.scenarios);
}

const missing = (programs: readonly ProgramCoverage[]) =>
  programs.flatMap(({ program, items }) =>
    items.filter(({ scenarios }) => scenarios === 0).map(({ kind, name }) => `${program}: ${kind} ${name}`),
  );

test('says what one scenario shows, and what it leaves out', async () => {
  const [scholar] = await coverage('test/corpus/accepted/young-talent/definition', 'young-talent/2026');
  const names = (shown: boolean) =>
    (scholar?.items ?? [])
      .filter(({ scenarios }) => scenarios > 0 === shown)
      .map(({ kind, name }) => `${kind} ${name}`);
  expect(scholar?.scenarios).toBe(1);
  expect(names(true)).toContain('rule rank pass');
  expect(names(false)).toContain('rule rank fail');
  expect(names(true).some((name) => name.startsWith('transition case.'))).toBe(true);
  expect(names(true).some((name) => name.startsWith('timer case.'))).toBe(true);
  expect(names(true).some((name) => name.startsWith('end case.'))).toBe(true);
});

test('a scenario taken away leaves its way unshown', async () => {
  const edition = 'minority-scitech-training/2019';
  const found = await coverage('definitions', edition, '/scenarios/refused-paper-by-prefecture.json');
  expect(missing(found)).toEqual(['training: transition case.paperCheck.prefecture REJECT']);
});

describe('every condition, way, wait and end has a scenario', () => {
  test.each([
    'xinjiang-craftsman/2025',
    'talent-aid-xinjiang/2023-2',
    'inner-mongolia-professionals/2023',
    'minority-scitech-training/2019',
  ])('%s', async (edition) => {
    expect(missing(await coverage('definitions', edition))).toEqual([]);
  });
});
