import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hand } from '../../packages/elements/bench/engines/hand.ts';
import { ours } from '../../packages/elements/bench/engines/ours.ts';
import { type Stand, sizes, stand, visit } from '../../packages/elements/bench/measure.ts';
import { launch } from '../../packages/elements/bench/session.ts';

// The bench is run by hand and seldom: here only that it can be, and that both forms are the same size.
describe('the bench of elements', () => {
  let at: Stand;
  let browser: Browser;
  beforeAll(async () => {
    [at, browser] = await Promise.all([stand([ours, hand]), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await at?.host.close();
  });

  test.each([ours, hand])('$id: 60 controls are drawn, typed into and counted', async (engine) => {
    // Rejects unless all controls stand there and the letters arrive in the field.
    const { paint, key } = await visit(browser, at, engine, 'application', { keys: 3, blank: 0 });
    expect([paint.frame, paint.work, key.frame, key.work].every((time) => time > 0)).toBe(true);
    const { first, all } = sizes(at, `${engine.id}-application`);
    expect(first).toBeGreaterThan(1000);
    expect(all).toBeGreaterThanOrEqual(first);
  });

  test.each([ours, hand])('$id: twenty rows of five columns', async (engine) => {
    const { heap } = await visit(browser, at, engine, 'members', { rows: 20, keys: 1, blank: 0 });
    expect(heap).toBeGreaterThan(0);
  });
});
