import * as fc from 'fast-check';
import nzh from 'nzh/cn';
import { describe, expect, it } from 'vitest';
import { wanOf, yuanOf } from './amount.ts';
import { inCapitals } from './capitals.ts';

describe('capitals of an amount', () => {
  it('are those of an independent library', () => {
    const amount = fc.oneof(
      fc.integer({ min: 1, max: 999_999_999_999 }),
      fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 11 })).map(([d, p]) => d * 10 ** p),
      fc.integer({ min: 1, max: 9999 }).map((four) => four * 10_000 + 7),
    );
    fc.assert(
      fc.property(amount, (yuan) => {
        expect(inCapitals(yuan)).toBe(nzh.toMoney(String(yuan), { outSymbol: false }));
      }),
      { numRuns: 3000 },
    );
  });

  it('are not made of what is no whole amount', () => {
    expect(inCapitals(0)).toBe('零元整');
    expect(inCapitals(1.5)).toBeUndefined();
    expect(inCapitals(-20)).toBe('负贰拾元整');
  });
});

describe('an amount in 万元', () => {
  it('comes back from 元 as it was typed, digit by digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (yuan) => {
        expect(yuanOf(wanOf(yuan))).toBe(yuan);
      }),
    );
  });

  it.each([
    ['20.5', 205_000],
    ['0.29', 2900],
    ['１，２００', 12_000_000],
    ['1.23456', 12_345.6],
    ['二十', '二十'],
    ['', undefined],
  ])('reads %j as %j', (text, yuan) => expect(yuanOf(text)).toBe(yuan));
});
