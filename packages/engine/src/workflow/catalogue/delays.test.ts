import type { DelayDefinition } from '@zhinan/model';
import { describe, expect, it } from 'vitest';
import { emptyContext } from '../snapshot.ts';
import { environment } from '../testing/fixture.ts';
import { dueOf } from './delays.ts';

const named = { title: '期限', clause: '一' };
const context = {
  ...emptyContext,
  forms: {
    application: { finish: '2025-12-31', meeting: '2025-12-01T02:00:00Z', person: { born: '1990-02-29' } },
  },
  values: { opensOn: '2026-02-15' },
};
const due = (delay: object, since: string) =>
  dueOf({ ...named, ...delay } as DelayDefinition, since, context, environment);

describe('end of a wait', () => {
  it.each([
    [{ instant: 'filing' }, '2025-09-01T00:00:00+08:00', '2025-10-08T20:00:00+08:00'],
    [{ instant: '2025-10-08T12:00:00Z' }, '2025-09-01T00:00:00+08:00', '2025-10-08T20:00:00+08:00'],
    // The day of the trigger does not count, whatever its hour.
    [{ days: 5 }, '2025-09-25T00:00:00+08:00', '2025-10-01T00:00:00+08:00'],
    [{ days: 5 }, '2025-09-25T23:59:59+08:00', '2025-10-01T00:00:00+08:00'],
    // 25 September 17:00 UTC is the 26th in Beijing.
    [{ days: 5 }, '2025-09-25T17:00:00Z', '2025-10-02T00:00:00+08:00'],
    [{ months: 1 }, '2025-01-31T09:00:00+08:00', '2025-03-01T00:00:00+08:00'],
    [{ months: 6 }, '2025-08-15T09:00:00+08:00', '2026-02-16T00:00:00+08:00'],
    [{ years: 3 }, '2025-12-20T09:00:00+08:00', '2028-12-21T00:00:00+08:00'],
    [{ years: 1 }, '2024-02-29T09:00:00+08:00', '2025-03-01T00:00:00+08:00'],
    [
      { workdays: 3, postingDayCounts: 'notice-days' },
      '2025-10-09T09:00:00+08:00',
      '2025-10-14T00:00:00+08:00',
    ],
    [{ workdays: 3 }, '2025-10-08T09:00:00+08:00', '2025-10-12T00:00:00+08:00'],
    // 6, 9 and 10 June 2025 are off in Xinjiang only.
    [{ workdays: 1 }, '2025-06-05T09:00:00+08:00', '2025-06-12T00:00:00+08:00'],
    [{ dateOf: 'application.finish' }, '2025-09-01T00:00:00+08:00', '2026-01-01T00:00:00+08:00'],
    [{ dateOf: 'application.meeting' }, '2025-09-01T00:00:00+08:00', '2025-12-01T10:00:00+08:00'],
    [{ dateOf: 'opensOn' }, '2025-09-01T00:00:00+08:00', '2026-02-16T00:00:00+08:00'],
  ])('%j from %s is %s', (delay, since, at) => {
    expect(due(delay, since)).toEqual({ at });
  });

  it.each([
    [{ workdays: 3 }, '2026-12-30T09:00:00+08:00', 'beyond-calendar'],
    // The region's notice for the feast of March 2026 is not in the tables.
    [{ workdays: 3 }, '2026-03-18T09:00:00+08:00', 'beyond-calendar'],
    [{ dateOf: 'application.nowhere' }, '2025-09-01T00:00:00+08:00', 'date-missing'],
    [{ dateOf: 'contract.finish' }, '2025-09-01T00:00:00+08:00', 'date-missing'],
    [{ dateOf: 'application.person.born' }, '2025-09-01T00:00:00+08:00', 'date-unusable'],
    [{ years: 9000 }, '2025-09-01T00:00:00+08:00', 'date-unusable'],
  ])('%j from %s has none: %s', (delay, since, why) => {
    expect(due(delay, since)).toEqual({ why });
  });

  it('follows the chosen reading', () => {
    const { contract } = environment;
    const question = contract.interpretations['notice-days'];
    if (!question) throw new Error('no interpretation');
    const other = {
      ...environment,
      contract: { ...contract, interpretations: { 'notice-days': { ...question, chosen: 'same' } } },
    };
    const delay = { ...named, workdays: 3, postingDayCounts: 'notice-days' };
    expect(dueOf(delay, '2025-10-09T09:00:00+08:00', context, other)).toEqual({
      at: '2025-10-12T00:00:00+08:00',
    });
  });

  it.each([
    [1, '2025-08-15T09:00:00+08:00', '2025-09-16T00:00:00+08:00'],
    // Paid late: the next one keeps its day, and may be due already.
    [2, '2025-11-30T09:00:00+08:00', '2025-10-16T00:00:00+08:00'],
    [36, '2028-08-15T09:00:00+08:00', '2028-08-16T00:00:00+08:00'],
  ])('what comes every month stays on its day after %i payments', (count, since, at) => {
    const paid = Array.from({ length: count }, () => ({ at: since, by: 'finance' }));
    const started = {
      ...context,
      values: { ...context.values, started: '2025-08-15T09:00:00+08:00' },
      lists: { ...context.lists, payments: paid },
    };
    const delay = { ...named, months: 1, from: 'started', times: 'payments' };
    expect(dueOf(delay, since, started, environment)).toEqual({ at });
  });
});
