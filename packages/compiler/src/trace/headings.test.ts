import { expect, test } from 'vitest';
import { sentencesOf } from './sentences.ts';

const paths = (text: string) => [...new Set(sentencesOf(text).map(({ path }) => path))];

test('（1） below （一） is a level of its own, and （二） goes on above it', () => {
  const text = '一、事项\n\n（一）甲。\n\n（1）乙。\n\n（2）丙。\n\n（二）丁。\n\n（1）戊。';
  expect(paths(text)).toEqual(['一', '一(一)', '一(一)(1)', '一(一)(2)', '一(二)', '一(二)(1)']);
});

test('（1）（2）（三） of one list stay one level', () => {
  expect(paths('一、事项\n\n（1）甲。\n\n（2）乙。\n\n（三）丙。')).toEqual([
    '一',
    '一(1)',
    '一(2)',
    '一(三)',
  ]);
});

test('articles are counted on through chapters; points below them', () => {
  const text =
    '第一章 总则\n\n第一条 为测试制定本办法。\n\n第二条 适用于测试。\n\n第二章 程序\n\n第三条 下列之一：\n\n（一）甲；\n\n（二）乙。\n\n第十一条 依照第三条规定办理。';
  expect(paths(text)).toEqual([
    '第一章',
    '第一章第一条',
    '第一章第二条',
    '第二章',
    '第二章第三条',
    '第二章第三条(一)',
    '第二章第三条(二)',
    '第二章第十一条',
  ]);
});

test('an article that is only spoken of at the start of a line is no heading', () => {
  expect(paths('第一条 甲。\n\n第三条规定的情形除外。')).toEqual(['第一条']);
});

test('circled numbers are points below points', () => {
  expect(paths('一、事项\n\n1．甲：\n①乙；\n②丙。\n2．丁。')).toEqual(['一', '一1', '一1①', '一1②', '一2']);
});
