import type { JsonObject, ProcedureEvent } from '@zhinan/model';
import { describe, expect, it } from 'vitest';
import type { Environment } from './environment.ts';
import { activeLeaves } from './machine-index.ts';
import { migrate } from './migrate.ts';
import type { Snapshot } from './snapshot.ts';
import { step } from './step.ts';
import { caseMachine, environment, withCase } from './testing/fixture.ts';

const START = '2025-09-20T10:00:00+08:00';
const submit: ProcedureEvent = {
  type: 'SUBMIT',
  actor: { role: 'applicant' },
  data: { name: '测试人甲', level: 'senior', finish: '2025-12-31', amount: 50000 },
};
const { snapshot: drafting } = step(environment, 'case', undefined, undefined, START);
const { snapshot: submitted } = step(environment, 'case', drafting, submit, '2025-09-25T10:00:00+08:00');

/** A later version of the contract, with the case machine changed. */
function later(
  change: (config: JsonObject) => JsonObject,
  filing = '2025-10-08T20:00:00+08:00',
): Environment {
  const next = withCase({ config: change(caseMachine.config) });
  const instants = { filing: { title: '申报截止时间', at: filing, clause: '一' } };
  return { ...next, contract: { ...next.contract, instants, hash: 'b'.repeat(64) } };
}

/** The machine's text with a state renamed everywhere. */
const renamed =
  (from: string, to: string) =>
  (config: JsonObject): JsonObject =>
    JSON.parse(
      JSON.stringify(config).replaceAll(`"${from}"`, `"${to}"`).replaceAll(`case.${from}`, `case.${to}`),
    ) as JsonObject;

const state = ({ value }: Snapshot) => activeLeaves(value);

describe('a case moved to a later version', () => {
  it('is the same case when nothing changed but the version', () => {
    for (const snapshot of [drafting, submitted]) {
      const {
        snapshot: moved,
        lost,
        timers,
      } = migrate(
        later((config) => config),
        snapshot,
      );
      expect({ lost, timers }).toEqual({ lost: [], timers: [] });
      expect(moved).toEqual({ ...snapshot, contractHash: 'b'.repeat(64) });
    }
  });

  it('keeps to a deadline that was moved', () => {
    const next = later((config) => config, '2025-10-15T20:00:00+08:00');
    const { snapshot, timers } = migrate(next, drafting);
    expect(timers).toEqual([
      { delay: 'filing', before: '2025-10-08T20:00:00+08:00', after: '2025-10-15T20:00:00+08:00' },
    ]);
    if (!snapshot) throw new Error('not moved');
    expect(step(next, 'case', snapshot, submit, '2025-10-10T10:00:00+08:00').accepted).toBe(true);
  });

  it('goes where the map says, and stays where it is without one', () => {
    const [leaf = ''] = state(drafting);
    const next = later(renamed(leaf, 'filling'));
    expect(migrate(next, drafting)).toEqual({ lost: [leaf], timers: [] });
    const { snapshot, lost } = migrate(next, drafting, { [leaf]: 'filling' });
    expect(lost).toEqual([]);
    expect(snapshot && state(snapshot)).toEqual(['filling']);
    expect(snapshot?.timers.map(({ dueAt }) => dueAt)).toEqual(drafting.timers.map(({ dueAt }) => dueAt));
    const taken = snapshot && step(next, 'case', snapshot, submit, '2025-09-25T10:00:00+08:00');
    expect(taken?.accepted).toBe(true);
  });

  it('is refused by the later version until it is moved', () => {
    const next = later((config) => config);
    expect(step(next, 'case', drafting, submit, '2025-09-25T10:00:00+08:00').refusal?.code).toBe(
      'contract-mismatch',
    );
  });
});
