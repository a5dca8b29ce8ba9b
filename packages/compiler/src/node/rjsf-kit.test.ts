import {
  getDefaultFormState,
  optionsList,
  retrieveSchema,
  type RJSFSchema,
  type UiSchema,
  type ValidatorType,
} from '@rjsf/utils';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { formSchema } from '../forms/form-schema.ts';
import { rjsfEmitter } from '../6-emit/rjsf/index.ts';
import { arbitraryDocument } from '../testing/arbitrary-document.ts';
import { craftContract } from '../testing/craft-contract.ts';
import { mutants } from '../testing/mutants.ts';
import { bundlePackage } from './bundle.ts';

interface Kit {
  readonly schema: RJSFSchema;
  readonly uiSchema: UiSchema;
  readonly validator: ValidatorType;
}

const program = craftContract.programs['talent'];
const form = program?.forms['application'];
if (!program || !form) throw new Error('fixture has no programme');
const rjsf = import.meta.resolve('@rjsf/validator-ajv8');

describe('RJSF kit', () => {
  let code = '';
  let kit: Kit;
  beforeAll(async () => {
    const tree = await bundlePackage(await rjsfEmitter({ contract: craftContract, program }));
    code = tree['talent/rjsf.js'] ?? '';
    const runnable = code.replaceAll('"@rjsf/validator-ajv8"', JSON.stringify(rjsf));
    ({ application: kit } = (await import(
      /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(runnable)}`
    )) as { application: Kit });
  });

  const validate = (data: unknown) => kit.validator.validateFormData(data, kit.schema);

  test('imports RJSF only and evaluates nothing', () => {
    expect([...code.matchAll(/\bfrom\s*["']([^"']+)["']/g)].map(([, name]) => name)).toEqual([
      '@rjsf/validator-ajv8',
    ]);
    expect(code).not.toMatch(/\beval\s*\(|\bnew Function\b|\brequire\s*\(/);
  });

  test('names draft 2020-12 and drops our own keywords', () => {
    expect(kit.schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(JSON.stringify(kit.schema)).not.toContain('"x-');
  });

  test('agrees with the form on accepted and changed documents', () => {
    const documents = fc.sample(arbitraryDocument(formSchema(form)), { numRuns: 40, seed: 7 });
    for (const document of documents) expect(validate(document).errors).toEqual([]);
    const changed = documents.slice(0, 5).flatMap((document) => mutants(document));
    const refused = changed.filter(({ document }) => validate(document).errors.length > 0);
    expect(refused.length).toBeGreaterThan(changed.length / 2);
  });

  test('puts our Chinese message at the field, without its key', () => {
    const { errors, errorSchema } = validate({
      phone: '12',
      apprentices: [{ name: '甲乙', trained: false }],
    });
    expect(errors.map(({ stack }) => stack)).toContain('第 1 名徒弟的「目标等级」还没有选择');
    expect(errorSchema).toMatchObject({
      phone: { __errors: ['「手机号码」须为 11 位手机号码'] },
      apprentices: { 0: { targetLevel: { __errors: ['第 1 名徒弟的「目标等级」还没有选择'] } } },
    });
  });

  test('has a precompiled function for every question RJSF asks while it renders', () => {
    for (const data of [{}, { region: 'south' }, { hasTeam: true }, { apprentices: [{ trained: true }] }]) {
      const shown = retrieveSchema(kit.validator, kit.schema, kit.schema, data);
      expect(shown.required?.includes('teamName') ?? false).toBe('hasTeam' in data);
      expect(getDefaultFormState(kit.validator, kit.schema, data, kit.schema)).toMatchObject(data);
      const apprentice = kit.schema.properties?.['apprentices'] as RJSFSchema;
      const item = retrieveSchema(kit.validator, apprentice.items as RJSFSchema, kit.schema, {
        trained: true,
      });
      expect(item.required).toContain('trainedHours');
    }
  });

  test('shows titles of codes instead of codes', () => {
    const level = kit.schema.properties?.['level'] as RJSFSchema;
    expect(optionsList(level, kit.uiSchema['level'])).toContainEqual({ value: 'technician', label: '技师' });
    const items = (kit.uiSchema['apprentices'] as UiSchema)['items'] as UiSchema;
    expect(items['targetLevel']).toEqual({ 'ui:enumNames': ['高级工', '技师', '高级技师'] });
    expect(kit.uiSchema['southReason']).toEqual({ 'ui:widget': 'textarea' });
  });
});
