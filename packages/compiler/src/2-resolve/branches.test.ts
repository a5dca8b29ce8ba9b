/* oxlint-disable unicorn/no-thenable -- `then` is a keyword of JSON Schema */
import type { FormSchema } from '@zhinan/model';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { branchesAsConditions } from './branches.ts';

const itself = (schema: FormSchema): FormSchema => schema;
const faultsOf = (schema: FormSchema) => branchesAsConditions(schema, itself).faults;

const written: FormSchema = {
  type: 'object',
  properties: { kind: { enum: ['a', 'b', 'c'] }, mail: { type: 'string' } },
  oneOf: [
    { properties: { kind: { const: 'a' }, x: { type: 'integer' } }, required: ['kind', 'x'] },
    { properties: { kind: { const: 'b' }, y: { type: 'string' } }, required: ['kind'] },
    { properties: { kind: { const: 'c' } }, required: ['kind'] },
  ],
  dependentSchemas: { mail: { properties: { often: { type: 'boolean' } }, required: ['often'] } },
};

describe('alternatives written as conditions', () => {
  it('accept and refuse the same data as what was written, as Ajv reads both', () => {
    const { schema, faults } = branchesAsConditions(written, itself);
    expect(faults).toEqual([]);
    expect(Object.keys(schema)).not.toContain('oneOf');
    const ajv = new Ajv2020({ strict: false });
    const close = (open: FormSchema): FormSchema => ({ ...open, unevaluatedProperties: false });
    const [before, after] = [ajv.compile(close(written)), ajv.compile(close(schema))];
    const value = fc.constantFrom<unknown>(1, 'a', 'b', 'c', true);
    const key = fc.constantFrom('kind', 'x', 'y', 'mail', 'often', 'other');
    let accepted = 0;
    fc.assert(
      fc.property(fc.dictionary(key, value), (data) => {
        if (before(data)) accepted += 1;
        expect(after(data)).toBe(before(data));
      }),
      { numRuns: 2000 },
    );
    expect(accepted).toBeGreaterThan(10);
  });

  it('leave a schema without alternatives as it is', () => {
    const schema: FormSchema = { type: 'object', properties: {} };
    expect(branchesAsConditions(schema, itself).schema).toBe(schema);
  });

  it.each([
    ['no constant tells them apart', [{ properties: { x: {} } }, { properties: { y: {} } }], 'no-mark'],
    [
      'two have the same constant',
      [{ properties: { kind: { const: 'a' } } }, { properties: { kind: { const: 'a' } } }],
      'same-value',
    ],
    ['an option has none', [{ properties: { kind: { const: 'a' } } }], 'no-branch'],
  ] as const)('are refused where %s', (_, oneOf, problem) => {
    const found = faultsOf({ type: 'object', properties: { kind: { enum: ['a', 'b'] } }, oneOf });
    expect(found.map((fault) => fault.problem)).toContain(problem);
  });

  it('are refused where the field they go by is not declared', () => {
    const oneOf = [{ properties: { kind: { const: 'a' } } }];
    expect(faultsOf({ type: 'object', oneOf })).toEqual([
      { problem: 'undeclared', at: '/oneOf', name: 'kind' },
    ]);
  });
});
