import type { JsonObject } from '@zhinan/model';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../form/answers.ts';
import { accept, pointerTo, readFound } from './found.ts';

/** A form that asks for a branch of companies only, and takes short texts and small numbers. */
function form(answers: Answers) {
  const issue = (pointer: string) => ({ pointer }) as never;
  return {
    answers,
    asked: { branch: (given: JsonObject) => given['kind'] === 'company' },
    explain: ({ name, kind, branch, unit }: JsonObject) => [
      ...(typeof name === 'string' && name.length < 5 ? [] : [issue('/name')]),
      ...(kind === undefined || kind === 'company' || kind === 'school' ? [] : [issue('/kind')]),
      ...(branch === undefined || branch === 'first' ? [] : [issue('/branch')]),
      ...(typeof (unit as JsonObject | undefined)?.['size'] === 'string' ? [issue('/unit/size')] : []),
    ],
  };
}

const fields = ['name', 'kind', 'branch', 'unit.size'];
const taken = (answers: JsonObject, given: Answers = {}): unknown => {
  const { taken: found, refused } = accept(answers, fields, form(given));
  return { taken: Object.fromEntries(found), refused };
};

describe('answers of a register', () => {
  it('are taken where the form would let them be typed, inside groups too', () => {
    expect(taken({ name: ' 甲 ', kind: 'company', branch: 'first', 'unit.size': 3, other: 1 })).toEqual({
      taken: { '/name': '甲', '/kind': 'company', '/branch': 'first', '/unit/size': 3 },
      refused: [],
    });
  });

  it('that are open are none', () => {
    const open = { name: null, kind: '', branch: '  ' } as unknown as JsonObject;
    expect(taken(open)).toEqual({ taken: {}, refused: [] });
  });

  it('are refused one by one, with what was asked because of them', () => {
    expect(taken({ name: '甲', kind: 'ship', branch: 'first', 'unit.size': 'x' })).toEqual({
      taken: { '/name': '甲' },
      refused: ['/kind', '/unit/size'],
    });
    expect(taken({ branch: 'second', kind: 'company' })).toEqual({
      taken: { '/kind': 'company' },
      refused: ['/branch'],
    });
  });

  it('that are no single answers, or no text, are refused', () => {
    const odd = { name: ['甲'], kind: { a: 1 }, branch: '\ud800', 'unit.size': Number.NaN };
    expect(taken(odd as unknown as JsonObject)).toMatchObject({ taken: {} });
    expect(accept(odd as unknown as JsonObject, fields, form({})).refused).toEqual(fields.map(pointerTo));
  });

  it('reach no prototype, neither by their names nor by those of the fields', () => {
    const hostile = JSON.parse('{"__proto__":{"name":"x"}}') as JsonObject;
    expect(accept(hostile, ['constructor', '__proto__', 'name'], form({})).taken.size).toBe(0);
    expect('name' in {}).toBe(false);
  });

  it('leave the answers alone until they are put in', () => {
    const answers: Answers = { name: '乙', unit: {} };
    taken({ name: '甲', 'unit.size': 3 }, answers);
    expect(answers).toEqual({ name: '乙', unit: {} });
  });
});

describe('what a host hands over', () => {
  it('is an entry with its source, or nothing of the kind', () => {
    expect(readFound({ answers: {}, source: '库', more: 1 })).toEqual({
      answers: {},
      source: '库',
      verified: false,
    });
    expect(readFound({ answers: {}, source: '库', verified: 'yes' }).verified).toBe(false);
    for (const other of [7, [], 'x', {}, { answers: {} }, { answers: [], source: 's' }])
      expect(() => readFound(other)).toThrow(TypeError);
  });

  it('names signs in its source that would turn the text around', () => {
    expect(readFound({ answers: {}, source: '库\u202e' }).source).toBe('库⟦U+202E⟧');
  });
});
