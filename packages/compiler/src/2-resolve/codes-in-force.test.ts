import type { CodeListFile } from '@zhinan/model';
import { expect, test } from 'vitest';
import { codesInForce, isDated } from './codes-in-force.ts';

const places: CodeListFile = {
  id: 'places',
  title: '地区',
  source: '样例',
  asOf: '2026-01-01',
  items: [
    { code: 'a', title: '甲县', until: '2020-05-01' },
    { code: 'a', title: '甲市', from: '2020-05-01' },
    { code: 'b', title: '乙县' },
  ],
  groups: {
    south: {
      title: '南片',
      source: '样例',
      asOf: '2026-01-01',
      codes: ['b', { code: 'a', from: '2022-01-01', until: '2024-01-01' }],
    },
    closed: { title: '已撤', source: '样例', asOf: '2026-01-01', codes: ['b'], until: '2021-01-01' },
  },
};

const titles = (day?: string) => codesInForce(places, day).items.map(({ title }) => title);
const south = (day?: string) => codesInForce(places, day).groups?.['south']?.codes;

test('an item holds from its first day to the day before its last', () => {
  expect(titles('2020-04-30')).toEqual(['甲县', '乙县']);
  expect(titles('2020-05-01')).toEqual(['甲市', '乙县']);
});

test('members join and leave a group, and a group ends', () => {
  expect(south('2021-12-31')).toEqual(['b']);
  expect(south('2022-01-01')).toEqual(['b', 'a']);
  expect(south('2024-01-01')).toEqual(['b']);
  expect(Object.keys(codesInForce(places, '2021-01-01').groups ?? {})).toEqual(['south']);
});

test('without a day what has ended is left out, so that no code stands twice', () => {
  expect(titles()).toEqual(['甲市', '乙县']);
});

test('a list is dated when any part of it is', () => {
  expect(isDated(places)).toBe(true);
  expect(isDated({ ...places, items: [{ code: 'b', title: '乙县' }], groups: {} })).toBe(false);
});
