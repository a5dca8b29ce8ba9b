import type { JsonObject, QuotaOutcome, Truth } from '@zhinan/model';
import { describe, expect, test } from 'vitest';
import { play } from './testing/play.ts';

const quota = (id: string, holds: Truth) =>
  ({ id, title: id, clauses: [], count: 1, holds }) as unknown as QuotaOutcome;
const collecting = (more: JsonObject = {}, holds: Truth = true) =>
  play(
    {
      collecting: {
        use: 'collect',
        with: {
          clause: '一',
          role: 'bureau',
          form: 'summary',
          receives: [{ event: 'MEMBER', status: 'recommended' }],
          sends: [{ to: 'case', event: 'SUBMITTED' }],
          ...more,
        },
        next: 'done',
      },
    },
    { kind: 'batch', quotas: () => [quota('places', holds), quota('south-places', true)] },
  );
const bureau = { as: 'bureau', data: {} };

describe('collect', () => {
  test('members report in, and are handed on together', () => {
    const player = collecting();
    player.act('MEMBER', { from: 'case' });
    expect(player.snapshot.context.members).toMatchObject({ 'case:1': { status: 'recommended' } });
    expect(player.act('SUBMIT', bureau)).toBe('done');
    expect(player.effects).toEqual(['send:case/SUBMITTED']);
  });

  test('the order names every member once, before anything is handed on', () => {
    const player = collecting({ rank: {} });
    player.act('MEMBER', { from: 'case' });
    expect(player.act('SUBMIT', bureau)).toBe('collecting');
    player.act('RANK', { as: 'bureau', data: { ranking: ['case:2'] } });
    expect(player.effects[0]).toMatch('flag:');
    player.act('RANK', { as: 'bureau', data: { ranking: ['case:1'] } });
    // What the member reports later does not lose its place.
    player.act('MEMBER', { from: 'case' });
    expect(player.snapshot.context.members['case:1']).toMatchObject({ rank: 1 });
    expect(player.act('SUBMIT', bureau)).toBe('done');
  });

  test.each([
    ['refuse', false],
    ['reason', true],
  ])('quotas exceeded or unknown: %s', (otherwise, withReason) => {
    for (const holds of [false, null]) {
      const player = collecting({ quotas: { all: ['places', 'south-places'], otherwise } }, holds);
      player.act('MEMBER', { from: 'case' });
      expect(player.act('SUBMIT', bureau)).toBe('collecting');
      expect(player.act('SUBMIT', { ...bureau, reason: '另有安排' })).toBe(
        withReason ? 'done' : 'collecting',
      );
    }
    const within = collecting({ quotas: { all: ['places', 'south-places'], otherwise } });
    within.act('MEMBER', { from: 'case' });
    expect(within.act('SUBMIT', bureau)).toBe('done');
  });

  test('nobody is moved who is not there, or has not said that he agrees', () => {
    const player = collecting({
      adjust: {
        of: { form: 'application', field: 'unit' },
        consent: { form: 'application', field: 'text', in: ['同意'] },
      },
    });
    player.act('MEMBER', { from: 'case' });
    player.act('ADJUST', { as: 'bureau', data: { member: 'case:9', to: '二' } });
    expect(player.effects[0]).toMatch('flag:');
    player.act('ADJUST', { as: 'bureau', data: { member: 'case:1', to: '二' } });
    expect(player.effects[0]).toMatch('flag:');
    expect(player.snapshot.context.members['case:1']).not.toHaveProperty('adjusted');
  });

  test('zero is allowed where it is written so', () => {
    const player = collecting({ none: {}, noneTo: 'other' });
    expect(player.act('NONE', { as: 'bureau' })).toMatch('须写明理由');
    expect(player.act('NONE', { as: 'bureau', reason: '没有合适人选' })).toBe('other');
  });
});
