/* oxlint-disable unicorn/no-thenable -- `then` is a keyword of JSON Schema */
import type { CodeList } from '@zhinan/model';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../1-load/parse-json.ts';
import type { SourceFile } from '../1-load/source.ts';
import { resolveForm } from './resolve-form.ts';

function file(path: string, json: object): SourceFile {
  const { value } = parseJson(path, JSON.stringify(json));
  if (!value) throw new Error('not JSON');
  return value;
}

const ranks: CodeList = {
  id: 'rank',
  title: '等级',
  source: '样例',
  asOf: '2026-01-01',
  ordered: true,
  items: [
    { code: 'low', title: '低' },
    { code: 'high', title: '高' },
  ],
};
const part = file('shared/parts/person.schema.json', {
  $defs: {
    name: { type: 'string', title: '姓名' },
    pair: { type: 'object', properties: { first: { $ref: '#/$defs/name' } } },
  },
});
const scope = { codeLists: new Map([['rank', ranks]]), files: new Map([[part.path, part]]) };
const resolved = (schema: object) =>
  resolveForm('form', file('s/e/p/forms/form.schema.json', schema), undefined, scope);

describe('resolveForm', () => {
  test('a code list becomes an enum with titles, ordered when the list is', () => {
    const { form, usedCodeLists } = resolved({
      type: 'object',
      properties: { rank: { type: 'string', 'x-code-list': 'rank' } },
    });
    expect(form.schema.properties?.['rank']).toMatchObject({
      enum: ['low', 'high'],
      'x-titles': ['低', '高'],
      'x-ordered': true,
    });
    expect([...usedCodeLists]).toEqual(['rank']);
  });

  test('parts of other files move under $defs once, with what they refer to', () => {
    const reference = { $ref: '../../../../shared/parts/person.schema.json#/$defs/pair' };
    const { form, diagnostics } = resolved({ type: 'object', properties: { a: reference, b: reference } });
    expect(diagnostics).toEqual([]);
    expect(form.schema.properties?.['a']).toEqual({ $ref: '#/$defs/pair' });
    expect(form.schema.properties?.['b']).toEqual({ $ref: '#/$defs/pair' });
    expect(form.schema.$defs).toEqual({
      name: { type: 'string', title: '姓名' },
      pair: { type: 'object', properties: { first: { $ref: '#/$defs/name' } }, additionalProperties: false },
    });
  });

  test('objects are closed; where there are conditions, after them', () => {
    const plain = resolved({ type: 'object', properties: { a: { type: 'object', properties: {} } } }).form
      .schema;
    expect(plain).toMatchObject({
      additionalProperties: false,
      properties: { a: { additionalProperties: false } },
    });
    const then = { properties: { b: { type: 'string' } } };
    const conditional = resolved({
      type: 'object',
      properties: {},
      allOf: [{ if: { properties: {} }, then }],
    }).form.schema;
    expect(conditional.unevaluatedProperties).toBe(false);
    expect(conditional.allOf?.[0]?.then).toEqual(then);
  });

  test('an object inside a list is closed, a condition never', () => {
    const { form } = resolved({
      type: 'object',
      properties: { a: { type: 'array', items: { type: 'object', properties: {} } } },
    });
    expect(form.schema.properties?.['a']?.items?.additionalProperties).toBe(false);
  });

  test('what leads nowhere is told at its place', () => {
    const { diagnostics } = resolved({
      type: 'object',
      properties: { a: { $ref: '#/$defs/x' }, b: { type: 'string', 'x-code-list': 'ranks' } },
    });
    expect(diagnostics.map(({ code, place, params }) => [code, place.pointer, params['nearest']])).toEqual([
      ['reference/unknown-file', '/properties/a/$ref', undefined],
      ['reference/unknown-code-list', '/properties/b/x-code-list', 'rank'],
    ]);
  });
});
