import type { AmountOutcome, JsonObject } from '@zhinan/model';
import { describe, expect, test } from 'vitest';
import { play } from './testing/play.ts';

const grant = {
  id: 'grant',
  title: '资助',
  unit: '元',
  min: 100,
  max: 100,
  missing: [],
  instalments: [
    { title: '首期', clauses: [], min: 60, max: 60, due: true },
    { title: '二期', clauses: [], min: 40, max: 40, due: null },
  ],
} as unknown as AmountOutcome;

const paying = (more: JsonObject = {}) =>
  play(
    {
      pay: {
        use: 'instalments',
        with: { clause: '一', role: 'finance', amount: 'grant', tell: [], ...more },
        next: 'done',
      },
    },
    { kind: 'entitlement', amounts: () => [grant] },
  );
const finance = { as: 'finance' };

describe('instalments', () => {
  test('once', () => {
    const player = paying();
    expect(player.findings).toEqual([]);
    expect(player.act('PAY', finance)).toBe('done');
    expect(player.effects).toEqual(['pay:grant']);
  });

  test('monthly, each time after a check; who fails it gets no more', () => {
    const monthly = () =>
      paying({
        times: 3,
        every: { months: 1 },
        check: { role: 'bureau', failed: 'stopped' },
        stop: { by: 'bureau', to: 'stopped' },
        recover: { by: 'finance', to: 'recovered' },
      });
    expect(monthly().findings).toEqual([]);
    const player = monthly();
    for (const month of ['2025-10-02', '2025-11-03']) {
      expect(player.act('PAY', finance)).toMatch('refused:');
      player.act('QUALIFY', { as: 'bureau' });
      expect(player.act('PAY', finance)).toBe('pay.waiting');
      expect(player.act('PAY', finance)).toMatch('refused:');
      player.until(month);
      expect(player.state).toBe('pay.checking');
    }
    player.act('QUALIFY', { as: 'bureau' });
    expect(player.act('PAY', finance)).toBe('done');
    expect(player.snapshot.context.lists['payPayments']).toHaveLength(3);
    const failing = monthly();
    expect(failing.act('DISQUALIFY', { as: 'bureau', reason: '离岗' })).toBe('stopped');
    expect(monthly().act('STOP', { as: 'bureau', reason: '离岗' })).toBe('stopped');
    const taking = monthly();
    expect(taking.act('RECOVER', { ...finance, reason: '骗取' })).toBe('recovered');
    expect(taking.effects).toEqual(['recover:grant']);
  });

  test('in the parts of rules.json; a part whose condition is open is not paid as decided', () => {
    const player = paying({ times: 2, every: { years: 1 }, pays: 'part' });
    player.act('PAY', finance);
    player.until('2026-09-02');
    expect(player.act('PAY', finance)).toBe('done');
    expect(player.snapshot.context.lists['payPayments']).toHaveLength(2);
  });

  test('a waiting time before the first, a repeated key pays once', () => {
    const player = paying({ first: { years: 3 }, times: 2 });
    expect(player.act('PAY', finance)).toMatch('refused:');
    expect(player.until('2028-09-02')).toBe('pay.due');
    player.act('PAY', { ...finance, key: 'k' });
    player.act('PAY', { ...finance, key: 'k' });
    expect(player.snapshot.context.lists['payPayments']).toHaveLength(1);
  });
});
