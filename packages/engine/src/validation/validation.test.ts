import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toIssues, type CompiledValidator } from './form-validator.ts';
import type { AjvError } from './finding.ts';
import type { FieldLabel } from './label.ts';
import { parsePointer, toPointer, valueAt } from './pointer.ts';
import { codePoints, sameJson } from './primitives.ts';
import { rjsfFunction } from './rjsf-function.ts';

const labels: FieldLabel = {
  t: '表',
  p: {
    name: { t: '姓名' },
    team: { t: '团队', p: { leader: { t: '负责人' } } },
    people: { t: '徒弟', u: '名', i: { t: '徒弟', p: { level: { t: '等级', k: 'c', o: ['高', '低'] } } } },
    papers: { t: '论文', i: { t: '论文', p: { title: { t: '题目' } } } },
  },
};

const kind = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value);

const refuses = (): boolean => false;

const error = (instancePath: string, keyword: string, params: AjvError['params'] = {}): AjvError => ({
  instancePath,
  keyword,
  params,
});
const missing = (at: string, missingProperty: string): AjvError => error(at, 'required', { missingProperty });

const say = (errors: readonly AjvError[], data: unknown, language?: 'en') =>
  toIssues(errors, data, labels, language).map(({ pointer, message }) => `${pointer} ${message}`);

describe('issues', () => {
  test('a missing answer is named itself, also inside groups and lists', () => {
    const data = { team: {}, people: [{}], papers: [{}] };
    const errors = [
      missing('/papers/0', 'title'),
      missing('/people/0', 'level'),
      missing('/team', 'leader'),
      missing('', 'name'),
    ];
    expect(say(errors, data)).toEqual([
      '/name 「姓名」还没有填写',
      '/team/leader 「团队」的「负责人」还没有填写',
      '/people/0/level 第 1 名徒弟的「等级」还没有选择',
      '/papers/0/title 「论文」第 1 项的「题目」还没有填写',
    ]);
    expect(say(errors, data, 'en')[2]).toBe('/people/0/level “等级” of 徒弟 no. 1 has not been answered');
  });

  test('an empty text is an unanswered field, told once', () => {
    const errors = [error('/name', 'minLength', { limit: 2 }), error('/name', 'pattern', { pattern: '^x$' })];
    expect(say(errors, { name: '' })).toEqual(['/name 「姓名」还没有填写']);
  });

  test('what only repeats another error is dropped', () => {
    const errors = [
      error('', 'if', { failingKeyword: 'then' }),
      error('/people/0', 'try'),
      error('/people', 'contains', { minContains: 1 }),
    ];
    expect(say(errors, { people: [{}] })).toEqual(['/people 「徒弟」中没有符合要求的一项']);
  });

  test('a known answer of a branch that failed for another reason is not blamed', () => {
    const extra = error('', 'unevaluatedProperties', { unevaluatedProperty: 'team' });
    const data = { team: {}, name: 3 };
    expect(say([extra, error('/name', 'type', { type: 'string' })], data)).toEqual([
      '/name 「姓名」须填写文字',
    ]);
    expect(say([extra], data)).toEqual(['/team 按目前的填写，不需要填「团队」']);
  });

  test('are written for RJSF at the field and without its key', () => {
    const validate: CompiledValidator = refuses.bind(undefined);
    validate.errors = [error('', 'required', { missingProperty: 'name' })];
    const run = rjsfFunction(validate, labels);
    expect(run({})).toBe(false);
    expect(run.errors).toEqual([
      expect.objectContaining({ instancePath: '/name', keyword: 'required', message: '「姓名」还没有填写' }),
    ]);
    expect(run.errors?.[0]?.params).not.toHaveProperty('missingProperty');
  });
});

describe('primitives', () => {
  test('length counts code points as JSON Schema does', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => codePoints(text) === [...text].length));
    expect(codePoints('𠮷野家')).toBe(3);
    expect(codePoints('\udc00\udc00')).toBe(2);
  });

  test('equality is that of JSON, in any order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const sorted = (value: unknown): unknown =>
          Array.isArray(value)
            ? value.map(sorted)
            : typeof value === 'object' && value !== null
              ? Object.entries(value)
                  .map(([key, item]) => [key, sorted(item)])
                  .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))
              : value === 0
                ? 0
                : value;
        const same =
          kind(one) === kind(other) && JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
        expect(sameJson(one, structuredClone(one))).toBe(true);
        expect(sameJson(one, other) && !same).toBe(false);
      }),
    );
    expect(sameJson({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
    expect(sameJson([], {})).toBe(false);
    expect(sameJson({ toString: 1 }, {})).toBe(false);
  });

  test('pointers lead to the value and back', () => {
    const data = { 'a/b': [{ '~c': 1 }], 0: 'zero' };
    expect(parsePointer('/a~1b/0/~0c', data)).toEqual(['a/b', 0, '~c']);
    expect(toPointer(['a/b', 0, '~c'])).toBe('/a~1b/0/~0c');
    expect(valueAt(data, ['a/b', 0, '~c'])).toBe(1);
    expect(parsePointer('/0', data)).toEqual(['0']);
    expect(valueAt({}, ['constructor'])).toBe(undefined);
  });
});
