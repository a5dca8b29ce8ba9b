import { defaultProfile, simulate } from '@zhinan/engine/simulation';
import type { SimulationRequest, SimulationResult } from '@zhinan/engine/simulation';
import { compareInstants, type ProcedureEntry } from '@zhinan/engine';
import { beforeAll, describe, expect, test } from 'vitest';
import { findDefinitions, readDefinitions } from '../packages/compiler/src/node/definitions.ts';
import { prepareSimulation } from '../packages/compiler/src/simulate/prepare.ts';

const files = await readDefinitions(findDefinitions(import.meta.dirname) ?? '');

/** Applicants are looked for once per programme. */
const ready = new Map<string, ReturnType<typeof prepareSimulation>>();

async function request(edition: string, program: string, cases: number): Promise<SimulationRequest> {
  const name = `${edition}/${program}`;
  const preparing = ready.get(name) ?? prepareSimulation(files, { edition, program, seed: 7 });
  ready.set(name, preparing);
  const { prepared } = await preparing;
  if (!prepared) throw new Error(`${name} cannot be simulated`);
  return { ...prepared, ...prepared.period, profile: defaultProfile, seed: 7, cases };
}

function play(asked: SimulationRequest): SimulationResult {
  const run = simulate(asked);
  for (;;) {
    const next = run.next();
    if (next.done) return next.value;
  }
}

const total = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((sum, { count }) => sum + count, 0);

describe.each([
  ['xinjiang-craftsman/2025', 'craftsman', 40],
  ['inner-mongolia-professionals/2023', 'level-1', 60],
  ['talent-aid-xinjiang/2023-2', 'flexible-expert', 30],
])('%s/%s', (edition, program, cases) => {
  let asked: SimulationRequest;
  let result: SimulationResult;
  const log: ProcedureEntry[] = [];

  beforeAll(async () => {
    asked = await request(edition, program, cases);
    result = play({ ...asked, onEntry: (entry) => log.push(entry) });
  });

  test('the same seed gives the same, another one something else', () => {
    expect(play(asked)).toEqual(result);
    expect(play({ ...asked, seed: 8 }).months).not.toEqual(result.months);
  });

  test('every case is in exactly one place', () => {
    expect(total(result.ends)).toBe(result.ended);
    expect(total(result.ends) + total(result.open)).toBe(cases);
    expect(Object.values(result.applicants).reduce((sum, count) => sum + count, 0)).toBe(cases);
    expect(result.machines['case']).toBe(cases);
    const of = (key: 'arrived' | 'selected') => result.months.reduce((sum, month) => sum + month[key], 0);
    expect([of('arrived'), of('selected')]).toEqual([cases, result.selected]);
    const ended = result.months.reduce(
      (sum, month) => sum + month.accepted + month.refused + month.expired,
      0,
    );
    expect(ended).toBe(result.ended);
  });

  test('nothing happens before the opening, after the end, or out of order', () => {
    expect(log.length).toBe(result.entries);
    const moments = [asked.from, ...log.map(({ at }) => at), asked.until];
    const backwards = moments.filter((at, n) => n > 0 && compareInstants(moments[n - 1] ?? at, at) > 0);
    expect(backwards).toEqual([]);
  });

  test('somebody is selected, and no quota of the kernel is exceeded', () => {
    expect(result.selected).toBeGreaterThan(0);
    const over = result.quotas.filter(({ max, count }) => typeof max === 'number' && count > max);
    expect(over).toEqual([]);
  });

  test('refusals name the condition and its clause', () => {
    const rules = result.refused.filter(({ by }) => by === 'rule');
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.filter(({ clauses }) => clauses.length === 0)).toEqual([]);
  });
});

test('where places are few they are all filled and not one more, the best first', async () => {
  const asked = await request('inner-mongolia-professionals/2023', 'level-1', 80);
  const joined: string[] = [];
  const result = play({
    ...asked,
    profile: { ...defaultProfile, bodies: 2, panelRejects: 0, rejects: 0 },
    onEntry: ({ machine, event, instance, from, accepted }) => {
      if (machine === 'batch' && from === 'case' && accepted) joined.push(`${instance} ${event}`);
    },
  });
  expect(result.machines['batch']).toBe(2);
  expect(result.quotas).toMatchObject([{ id: 'places', over: 'body', count: 3, max: 3, holds: true }]);
  expect(joined.length).toBe(6);
});

test('hands that are few make others wait', async () => {
  const asked = await request('talent-aid-xinjiang/2023-2', 'flexible-expert', 30);
  const usual = play(asked);
  const roles = { ...defaultProfile.roles, office: { days: [0.1, 0.8, 5] as const, perDay: 0.2 } };
  const few = play({ ...asked, profile: { ...defaultProfile, roles } });
  const mean = (result: SimulationResult) => result.waiting.find(({ role }) => role === 'office')?.mean ?? 0;
  expect(mean(few)).toBeGreaterThan(mean(usual));
});
