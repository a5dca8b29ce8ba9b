import type { FormSchema, JsonObject } from '@zhinan/model';
import { describe, expect, it } from 'vitest';
import { condition, conjunction, disjunction } from './condition.ts';

/** Runs a generated expression, as the emitted module would. */
function holds(schema: FormSchema, answers: JsonObject): unknown {
  // oxlint-disable-next-line no-new-func -- the expression under test is code
  return new Function('answers', `return ${condition(schema)}`)(answers) as unknown;
}

describe('an `if` schema as an expression', () => {
  it('reads a required constant as equality', () => {
    const schema = { properties: { side: { const: '兵团' } }, required: ['side'] };
    expect(condition(schema)).toBe('answers.side === "兵团"');
  });

  it('is fulfilled by an absent answer that is not required, as in JSON Schema', () => {
    const schema: FormSchema = { properties: { side: { const: '兵团' } } };
    expect(holds(schema, {})).toBe(true);
    expect(holds(schema, { side: '自治区' })).toBe(false);
  });

  it('knows lists, bounds, contains, not and allOf', () => {
    expect(holds({ properties: { a: { enum: [1, 2] } }, required: ['a'] }, { a: 2 })).toBe(true);
    expect(holds({ properties: { a: { minimum: 3 } }, required: ['a'] }, {})).toBe(false);
    expect(holds({ properties: { a: { minimum: 3 } }, required: ['a'] }, { a: 3 })).toBe(true);
    expect(holds({ properties: { a: { exclusiveMaximum: 3 } }, required: ['a'] }, { a: 3 })).toBe(false);
    const contains: FormSchema = { properties: { a: { contains: { const: 'x' } } }, required: ['a'] };
    expect(holds(contains, { a: ['y', 'x'] })).toBe(true);
    expect(holds(contains, { a: [] })).toBe(false);
    expect(holds({ not: { required: ['a'] } }, {})).toBe(true);
    const both: FormSchema = { allOf: [{ required: ['a'] }, { required: ['b'] }] };
    expect(holds(both, { a: 1 })).toBe(false);
    expect(holds(both, { a: 1, b: 1 })).toBe(true);
  });

  it('keeps alternatives together inside a conjunction', () => {
    const either = disjunction(['answers.a === 1', 'answers.b === 1']);
    const expression = conjunction([either, 'answers.c === 1']);
    // oxlint-disable-next-line no-new-func -- the expression under test is code
    const test = new Function('answers', `return ${expression}`) as (answers: JsonObject) => boolean;
    expect(test({ a: 1, c: 2 })).toBe(false);
    expect(test({ b: 1, c: 1 })).toBe(true);
  });

  it('refuses what it cannot say, by name', () => {
    expect(() => condition({ properties: { a: { pattern: '^x' } } })).toThrow('"pattern"');
  });
});
