import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { accepts, codePoints, formats, samePair } from '@zhinan/engine/validation';
import type { FormSchema } from '@zhinan/model';
import { describe, expect, test } from 'vitest';
import { findSchemaSuite } from '../../../../test/setup/schema-suite.mjs';
import { validatorCode } from './compile.ts';
import { shapeOf } from './shape-of.ts';

/**
 * Our validators against the official JSON Schema test suite, draft 2020-12. Each group's schema is refused by name, or
 * both passes give the suite's verdict on all its documents. How many groups of each keyword of the profile are decided
 * is written down, so that a refusal cannot creep in. `format` is left out: the suite takes it as an annotation, our
 * forms as a constraint.
 */
const decided: Readonly<Record<string, number>> = {
  additionalProperties: 1,
  allOf: 9,
  boolean_schema: 2,
  const: 8,
  contains: 5,
  default: 3,
  dependentRequired: 4,
  dependentSchemas: 2,
  enum: 8,
  exclusiveMaximum: 1,
  exclusiveMinimum: 1,
  'if-then-else': 7,
  items: 4,
  maxItems: 2,
  maxLength: 2,
  maximum: 2,
  minItems: 2,
  minLength: 2,
  minimum: 2,
  not: 5,
  oneOf: 10,
  pattern: 2,
  properties: 4,
  ref: 12,
  required: 5,
  type: 6,
  unevaluatedProperties: 15,
  uniqueItems: 2,
};

interface Group {
  readonly description: string;
  readonly schema: FormSchema;
  readonly tests: readonly {
    readonly description: string;
    readonly data: unknown;
    readonly valid: boolean;
  }[];
}

type Verdict = (data: unknown) => boolean;

/** Both passes of a schema's validator. */
async function passes(schema: FormSchema): Promise<readonly [Verdict, Verdict]> {
  const shape = shapeOf(schema);
  const given = globalThis as { validation?: object };
  given.validation = { accepts, codePoints, formats, samePair };
  const code = `const { accepts, codePoints, formats, samePair } = globalThis.validation;\n${validatorCode(shape)}\nexport { verdict };`;
  const module = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as {
    readonly verdict: Verdict;
  };
  return [module.verdict, (data) => accepts(shape, data)];
}

/** What keeps a schema out of the profile; undefined = nothing. */
function refusal(schema: FormSchema): string | undefined {
  try {
    shapeOf(schema);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

const folder = findSchemaSuite();

describe.skipIf(folder === undefined)('official test suite of draft 2020-12', () => {
  const files = folder === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('.json'));
  test.each(files.filter((name) => name !== 'format.json'))('%s', async (name) => {
    const groups = JSON.parse(readFileSync(join(folder ?? '', name), 'utf8')) as readonly Group[];
    const refusals = groups.flatMap(({ schema }) => refusal(schema) ?? []);
    expect(refusals.filter((each) => !/unknown keyword|outside the profile|reference/.test(each))).toEqual(
      [],
    );
    const taken = groups.filter(({ schema }) => refusal(schema) === undefined);
    for (const { description, schema, tests } of taken) {
      const verdicts = await passes(schema);
      for (const each of tests) {
        const found = verdicts.map((verdict) => verdict(each.data));
        expect([description, each.description, ...found]).toEqual([
          description,
          each.description,
          each.valid,
          each.valid,
        ]);
      }
    }
    expect([name, taken.length]).toEqual([name, decided[name.replace('.json', '')] ?? 0]);
  });
});
