import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, sha256 } from './canonical.ts';

test('equal values have one text, whatever the order of their keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).toReversed());
      expect(canonical(turned as never)).toBe(canonical(value as never));
      expect(JSON.parse(canonical(value as never))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('sha256 is the standard one, over UTF-8', async () => {
  expect(await sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(await sha256('指南')).toHaveLength(64);
});
