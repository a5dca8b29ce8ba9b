import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ajvFunction } from './ajv-function.ts';
import { issuesOf } from './issues.ts';
import { wordsIn } from './form-validator.ts';
import { toPointer } from './pointer.ts';
import { codePoints, sameJson, samePair } from './primitives.ts';
import type { Shape } from './shape.ts';

const level: Shape = { t: '等级', y: 'string', e: ['high', 'low'], w: ['高', '低'] };
const shape: Shape = {
  t: '表',
  y: 'object',
  p: {
    name: { t: '姓名', y: 'string', l: 2, r: /^[甲乙丙]+$/u },
    side: { t: '渠道', y: 'string', e: ['区', '兵团'] },
    people: {
      t: '徒弟',
      U: '名',
      y: 'array',
      i: { t: '徒弟', y: 'object', p: { level }, q: ['level'], z: 1 },
      a: { p: { level: { c: 'high' } }, q: ['level'] },
    },
    papers: {
      t: '论文',
      y: 'array',
      i: { t: '论文', y: 'object', p: { title: { t: '题目', y: 'string' } }, q: ['title'] },
    },
  },
  q: ['name'],
  z: 2,
  g: [
    {
      I: { p: { side: { c: '兵团' } }, q: ['side'] },
      T: {
        p: { team: { t: '团队', y: 'object', p: { leader: { t: '负责人', y: 'string' } }, q: ['leader'] } },
        q: ['team'],
      },
    },
  ],
};

const kind = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value);

const say = (data: unknown, language?: 'en') =>
  issuesOf(shape, data, wordsIn(language)).map(({ pointer, message }) => `${pointer} ${message}`);

describe('issues', () => {
  test('a missing answer is named itself, also inside groups and lists, in the order of the form', () => {
    const data = { side: '兵团', team: {}, people: [{}, { level: 'high' }], papers: [{}] };
    expect(say(data)).toEqual([
      '/name 「姓名」还没有填写',
      '/people/0/level 第 1 名徒弟的「等级」还没有选择',
      '/papers/0/title 「论文」第 1 项的「题目」还没有填写',
      '/team/leader 「团队」的「负责人」还没有填写',
    ]);
    expect(say(data, 'en')[1]).toBe('/people/0/level “等级” of 徒弟 no. 1 has not been answered');
  });

  test('an empty text is an unanswered field, told once', () => {
    expect(say({ name: '' })).toEqual(['/name 「姓名」还没有填写']);
  });

  test('entries tried for a contains are no findings of their own', () => {
    expect(say({ name: '甲乙', people: [{ level: 'low' }] })).toEqual([
      '/people 「徒弟」中没有符合要求的一项',
    ]);
  });

  test('options are told by their titles', () => {
    expect(say({ name: '甲乙', people: [{ level: 'high' }, { level: 'none' }] })).toEqual([
      '/people/1/level 第 2 名徒弟的「等级」须从下列选项中选择：高、低',
    ]);
  });

  test('answers of a branch count as asked for while it is in force, whatever else is wrong in it', () => {
    expect(say({ name: '甲乙', side: '兵团', team: { leader: 3 } })).toEqual([
      '/team/leader 「团队」的「负责人」须填写文字',
    ]);
    expect(say({ name: '甲乙', side: '区', team: { leader: '甲' } })).toEqual([
      '/team 按目前的填写，不需要填「团队」',
    ]);
    expect(say({ name: '甲乙', other: 1 })).toEqual(['/other 含有本表没有的内容，请删除']);
  });

  test('are written for RJSF at the field and without its key', () => {
    const run = ajvFunction(shape);
    expect(run({ name: '甲乙' })).toBe(true);
    expect(run.errors).toBe(null);
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

  test('equal entries are found, of plain values and of objects', () => {
    expect(samePair([1, 2, '1'])).toBe(undefined);
    expect(samePair(['a', 'b', 'a'])).toEqual({ i: 2, j: 0 });
    expect(samePair([{ a: 1, b: 2 }, null, { b: 2, a: 1 }])).toEqual({ i: 2, j: 0 });
  });

  test('pointers escape what RFC 6901 reserves', () => {
    expect(toPointer(['a/b', 0, '~c'])).toBe('/a~1b/0/~0c');
    expect(toPointer([])).toBe('');
  });
});
