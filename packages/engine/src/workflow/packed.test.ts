import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, unpack } from './packed.ts';

describe('a value packed for an address', () => {
  it('comes back as it was and needs no escaping', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const text = await pack(value);
        expect(text).toMatch(/^[\w-]*$/);
        expect(JSON.stringify(await unpack(text))).toBe(JSON.stringify(value));
      }),
      { numRuns: 25 },
    );
  });

  it('is nothing when the text was cut or is none of ours', async () => {
    const text = await pack({ steps: ['提交', '审核', '公示'] });
    expect(await unpack(text.slice(0, -5))).toBeUndefined();
    expect(await unpack('不是链接')).toBeUndefined();
    expect(await unpack('')).toBeUndefined();
  });
});
