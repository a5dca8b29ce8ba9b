import { expect, it } from 'vitest';
import { optionsModule, readingsOf } from './options-module.ts';

it('options bring the readings of their titles, of one sign every one it may have', () => {
  expect(
    readingsOf('疏附县')
      .split(' ')
      .map((each) => each.split('/')[0]),
  ).toEqual(['shu', 'fu', 'xian']);
  expect(readingsOf('尉犁').split(' ')[0]?.split('/')).toEqual(expect.arrayContaining(['wei', 'yu']));
  expect(readingsOf('A 县')).toMatch(/^a {2}xian/);
});

it('options name what they stand under', () => {
  const list = { id: 'p', title: '区划', source: '', asOf: '2026-01-01' };
  const items = [
    { code: '65', title: '新疆' },
    { code: '6531', title: '喀什', parent: '65' },
  ];
  expect(optionsModule({ ...list, items })).toContain('["6531","喀什","ka');
  expect(optionsModule({ ...list, items })).toContain(',"65"]');
});
