import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerAt,
  type Answers,
  askedAnswers,
  below,
  type Conditions,
  copyAnswers,
  segments,
} from './answers.ts';

describe('pointers', () => {
  it('lead back to the names they are made of, whatever signs these hold', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (names) => {
        const pointer = names.reduce<string>((path, name) => below(path, name), '');
        expect(segments(pointer)).toEqual(names);
      }),
    );
  });

  it('find answers in objects and lists, and nothing in prototypes', () => {
    const answers: Answers = { rows: [{ name: '甲' }, { name: '乙' }] };
    expect(answerAt(answers, '/rows/1/name')).toBe('乙');
    expect(answerAt(answers, '/rows/2/name')).toBeUndefined();
    expect(answerAt(answers, '/toString')).toBeUndefined();
  });
});

describe('a copy of answers', () => {
  it('equals plain JSON, shares nothing with it, and drops keys that reach a prototype', () => {
    const source = JSON.parse('{"a":[{"b":1}],"__proto__":{"x":1},"constructor":2}') as object;
    const copy = copyAnswers(source);
    expect(copy).toEqual({ a: [{ b: 1 }] });
    expect('x' in copy).toBe(false);
    expect(copy['a']).not.toBe((source as { a: unknown }).a);
  });
});

describe('the answers that count', () => {
  const conditions: Conditions = {
    division: ({ side }) => side === '兵团',
    regiment: ({ division }) => division === '三师',
    'rows/school': ({ student }) => student === true,
  };

  it('leave out what is not asked, also what hangs on an answer that is itself not asked', () => {
    expect(askedAnswers({ side: '自治区', division: '三师', regiment: '五一团' }, conditions)).toEqual({
      side: '自治区',
    });
    const all = { side: '兵团', division: '三师', regiment: '五一团' };
    expect(askedAnswers(all, conditions)).toBe(all);
  });

  it('look at each row by itself and keep untouched rows as they are', () => {
    const kept = { student: true, school: '测试学校' };
    const result = askedAnswers({ rows: [kept, { student: false, school: '别处' }] }, conditions);
    expect(result).toEqual({ rows: [kept, { student: false }] });
    expect((result['rows'] as unknown[])[0]).toBe(kept);
  });

  it('count the same when asked twice, and never change the answers themselves', () => {
    const side = fc.constantFrom('兵团', '自治区');
    const division = fc.constantFrom('三师', '一师');
    const row = fc.record({ student: fc.boolean(), school: fc.string() }, { requiredKeys: [] });
    const answers = fc.record(
      { side, division, regiment: fc.string(), rows: fc.array(row) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(answers, (given) => {
        const before = structuredClone(given);
        const once = askedAnswers(given as Answers, conditions);
        expect(askedAnswers(once, conditions)).toBe(once);
        expect(given).toEqual(before);
      }),
    );
  });
});
