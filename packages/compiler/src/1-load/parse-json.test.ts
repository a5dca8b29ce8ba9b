import { describe, expect, test } from 'vitest';
import { parseJson } from './parse-json.ts';

describe('parseJson', () => {
  test('tells where each value stands, in lines and columns', () => {
    const { value } = parseJson('a.json', '{\n  "名": "值",\n  "list": [1, {"x": true}]\n}');
    const range = (pointer: string) => value?.place(pointer).range?.start;
    expect(range('/名')).toMatchObject({ line: 2, column: 8 });
    expect(range('/list/1/x')).toMatchObject({ line: 3, column: 21 });
    expect(value?.keyPlace('/名').range?.start).toMatchObject({ line: 2, column: 3 });
  });

  test('an absent value gets the place of what encloses it', () => {
    const { value } = parseJson('a.json', '{ "a": { "b": 1 } }');
    expect(value?.place('/a/missing/deeper').range?.start.column).toBe(8);
  });

  test.each([
    ['{ "a": 1, }', 'json/syntax'],
    ['{ "a": 1 // no\n}', 'json/syntax'],
    ['', 'json/syntax'],
    ['{ "a": 1, "a": 2 }', 'json/duplicate-key'],
    ['{ "a": [{ "b": 1, "b": 2 }] }', 'json/duplicate-key'],
  ])('%j is told as %s', (text, code) => {
    expect(parseJson('a.json', text).diagnostics.map((item) => item.code)).toEqual([code]);
  });

  test.each(['[', '{"a":'])('two hundred thousand times %s is refused and nothing breaks', (open) => {
    expect(parseJson('a.json', open.repeat(200_000)).diagnostics.map((item) => item.code)).toEqual([
      'json/too-deep',
    ]);
  });

  test('brackets inside a text do not count', () => {
    expect(parseJson('a.json', JSON.stringify({ a: '['.repeat(500) })).diagnostics).toEqual([]);
  });

  test('a key named like a part of the prototype is data', () => {
    const { value, diagnostics } = parseJson('a.json', '{ "__proto__": 1, "constructor": 2 }');
    expect(diagnostics).toEqual([]);
    expect(value?.place('/constructor').range?.start.column).toBe(34);
  });
});
