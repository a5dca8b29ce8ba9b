import { describe, expect, it } from 'vitest';
import { type ListedOption, OptionSearch } from './option-search.ts';

const options: readonly ListedOption[] = [
  ['65', '新疆维吾尔自治区', 'xin jiang wei wu er zi zhi qu'],
  ['6531', '喀什地区', 'ka shi/shen di qu', '65'],
  ['653101', '喀什市', 'ka shi/shen shi', '6531'],
  ['653121', '疏附县', 'shu fu xian', '6531'],
  ['652823', '尉犁县', 'wei/yu li xian', '65'],
];
const search = new OptionSearch(options);
const found = (query: string): readonly string[] => search.find(query).map(([, title]) => title);

describe('a search in a long list', () => {
  it.each([
    ['疏附', ['疏附县']],
    ['shufu', ['疏附县']],
    ['sfx', ['疏附县']],
    ['shufx', ['疏附县']],
    ["shu'fu", ['疏附县']],
    ['yuli', ['尉犁县']],
    ['weil', ['尉犁县']],
    ['ks', ['喀什地区', '喀什市']],
    ['653121', ['疏附县']],
    ['什市', ['喀什市']],
    ['xyz', []],
  ])('finds by %s', (query, titles) => expect(found(query)).toEqual(titles));

  it('puts what begins with the typed text before what has it inside', () => {
    expect(found('xian').at(-1)).toBe('尉犁县');
    expect(found('65')[0]).toBe('新疆维吾尔自治区');
  });

  it('takes a title written out, with or without those above it, and a code, but no branch', () => {
    expect(search.exactly('疏附县')?.[0]).toBe('653121');
    expect(search.exactly('新疆维吾尔自治区喀什地区疏附县')?.[0]).toBe('653121');
    expect(search.exactly('653101')?.[0]).toBe('653101');
    expect(search.exactly('喀什地区')).toBeUndefined();
  });
});
