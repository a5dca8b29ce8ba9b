import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf } from './date-text.ts';

describe('dateOf', () => {
  it('reads every day in each way people write it', () => {
    const day = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (at) => {
        const date = at.toISOString().slice(0, 10);
        const [year = '', month = '', dayOfMonth = ''] = date.split('-');
        const [m, d] = [Number(month), Number(dayOfMonth)];
        const written = [
          date,
          date.replaceAll('-', ''),
          `${year}年${m}月${d}日`,
          `${year} 年 ${m} 月 ${d} 日`,
          `${year}/${m}/${d}`,
          `${year}.${m}.${d}`,
          `${year}/${m}/${d} 0:00`,
        ];
        expect(written.map(dateOf)).toEqual(written.map(() => date));
      }),
    );
  });

  it.each([
    '',
    '明天',
    '2025-02-29',
    '2025-13-01',
    '25-1-1',
    '2025年10月',
    '202510',
    '8/10/2025',
    '2025-1-1-1',
  ])('knows that %j is none', (text) => expect(dateOf(text)).toBeUndefined());
});
