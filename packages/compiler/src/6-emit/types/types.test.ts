import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FormSchema, JsonObject } from '@zhinan/model';
import { arbitraryDocument } from '../../testing/arbitrary-document.ts';
import { craftContract } from '../../testing/craft-contract.ts';
import { mutants } from '../../testing/mutants.ts';
import { typeCheck } from '../../testing/type-check.ts';
import { formats } from '@zhinan/engine/validation';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { formSchema } from '../../forms/form-schema.ts';
import { pascalCase } from '../names.ts';
import { typesEmitter } from './index.ts';

const program = craftContract.programs['talent'];
if (!program) throw new Error('fixture has no programme');
const { forms } = program;

const accepts = (schema: FormSchema) =>
  new Ajv2020({ strict: false, ownProperties: true, formats }).compile(schema);

function checkOf(id: string, documents: readonly JsonObject[], expectError: boolean): string {
  const type = pascalCase(id);
  const lines = documents.map(
    (document, at) =>
      `${expectError ? '// @ts-expect-error\n' : ''}export const d${at}: ${type} = ${JSON.stringify(document)};`,
  );
  return `import type { ${type} } from './types.js';\n${lines.join('\n')}\n`;
}

describe('types of forms', () => {
  let types = '';
  beforeAll(async () => {
    const tree = await typesEmitter({ contract: craftContract, program });
    types = tree['talent/types.d.ts'] ?? '';
  });

  test('document each field with title and clause, under ASCII names', () => {
    expect(types).toContain('* 参加工作日期（二）');
    expect(types).toContain('* 是否推荐（三(二)、三(三)）');
    expect([...types.matchAll(/export (?:interface|type) (\S+)/g)].map(([, name]) => name)).toEqual(
      expect.arrayContaining(['Application', 'EmployerOpinion', 'Person', 'Attachment', 'Forms']),
    );
    expect(types).not.toMatch(/NoName|\[k: string\]|\bany\b|unknown/);
  });

  test.each(Object.values(forms).map((form) => [form.id, form] as const))(
    '%s: every accepted document is assignable, structurally wrong ones are not',
    async (id, form) => {
      const schema = formSchema(form);
      const documents = fc.sample(arbitraryDocument(schema), { numRuns: 60, seed: 2025 });
      const test = accepts(schema);
      expect(documents.filter((document) => !test(document))).toEqual([]);
      const wrong = documents
        .slice(0, 12)
        .flatMap((document) => mutants(document))
        .filter((mutant) => !test(mutant.document))
        // A literal that lacks an answer which another answer demands by dependentRequired is not a matter of types.
        .filter(({ pointer }) => pointer !== '/employerCode')
        .map(({ document }) => document as JsonObject);
      expect(wrong.length).toBeGreaterThan(20);
      const printed = await typeCheck({
        'types.d.ts': types,
        'accepted.ts': checkOf(id, documents, false),
        'rejected.ts': checkOf(id, wrong, true),
      });
      expect(printed).toBe('');
    },
  );

  test('a branch not taken is no part of the type', async () => {
    const base = fc
      .sample(arbitraryDocument(formSchema(forms['application'] ?? never())), { numRuns: 200, seed: 1 })
      .find((document) => document['region'] === 'elsewhere');
    const printed = await typeCheck({
      'types.d.ts': types,
      'rejected.ts': checkOf(
        'application',
        [{ ...base, region: 'south', southReason: undefined as never }],
        true,
      ),
    });
    expect(printed).toBe('');
  });
});

function never(): never {
  throw new Error('fixture lost its form');
}
