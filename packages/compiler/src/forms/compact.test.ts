/* oxlint-disable unicorn/no-thenable -- `then` is a keyword of JSON Schema */
import type { FormSchema } from '@zhinan/model';
import { describe, expect, test } from 'vitest';
import { compileValidators } from './compile.ts';

const schema: FormSchema = {
  type: 'object',
  properties: {
    level: { type: 'string', enum: ['a', 'b'] },
    list: { type: 'array', items: { type: 'string' }, contains: { type: 'string', const: 'a' } },
  },
  required: ['level'],
  additionalProperties: false,
};

describe('compacted validation code', () => {
  const code = compileValidators({ check: schema });

  test('keeps errors by a call, without schema paths', () => {
    expect(code).toContain('fail(vErrors,instancePath,"required",{missingProperty: "level"})');
    expect(code).not.toMatch(/const err\d|schemaPath/);
  });

  test('marks entries tried for a contains', () => {
    expect(code).toMatch(/fail\(vErrors,instancePath\+"\/list\/" \+ i\d,"try"/);
    expect(code).toContain('"contains",{minContains: 1}');
  });

  test('writes what it reads from the schema where it reads it', () => {
    expect(code).toContain('{allowedValues: ["a","b"]}');
    expect(code).not.toMatch(/schema\d+\./);
  });

  test('looks names of the data up among own properties only', () => {
    const open: FormSchema = {
      type: 'object',
      unevaluatedProperties: false,
      allOf: [{ if: { required: ['x'] }, then: { properties: { y: { type: 'string' } } } }],
    };
    const text = compileValidators({ check: open });
    expect(text).not.toMatch(/!props\d+\[/);
    expect(text).toMatch(/!Object\.hasOwn\(props\d+, key\d+\)/);
  });

  test('refuses what is no JSON Schema, and a keyword or format outside the profile', () => {
    expect(() => compileValidators({ check: { minLength: -1 } })).toThrow(/check is no JSON Schema/);
    expect(() => compileValidators({ check: { surprise: true } as never })).toThrow(
      /unknown keyword: "surprise"/,
    );
    expect(() => compileValidators({ check: { type: 'string', format: 'postcode' as never } })).toThrow(
      /unknown format "postcode"/,
    );
  });
});
