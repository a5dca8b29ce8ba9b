import { Ajv2020 } from 'ajv/dist/2020.js';
import { formats } from '@zhinan/engine/validation';
import type { FormSchema, FormValidator, JsonObject } from '@zhinan/model';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { formSchema } from '../forms/form-schema.ts';
import { formValidatorTypes } from '../6-emit/form-validator.ts';
import { typesEmitter } from '../6-emit/types/index.ts';
import { validatorsEmitter } from '../6-emit/validators/index.ts';
import { arbitraryDocument } from '../testing/arbitrary-document.ts';
import { craftContract } from '../testing/craft-contract.ts';
import { mutants } from '../testing/mutants.ts';
import { typeCheck } from '../testing/type-check.ts';
import { bundlePackage } from './bundle.ts';

const program = craftContract.programs['talent'];
const form = program?.forms['application'];
if (!program || !form) throw new Error('fixture has no programme');
const schema = formSchema(form);
const input = { contract: craftContract, program };

let code = '';
let application: FormValidator<JsonObject>;
let good: JsonObject = {};
beforeAll(async () => {
  code = (await bundlePackage(await validatorsEmitter(input)))['talent/validators.js'] ?? '';
  ({ application } = (await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
  )) as {
    application: FormValidator<JsonObject>;
  });
  good = {
    ...fc.sample(arbitraryDocument(schema), { numRuns: 1, seed: 3 })[0],
    region: 'elsewhere',
    hasTeam: false,
  };
  const { team: _, teamName: __, southReason: ___, ...rest } = good;
  good = rest;
});

/** What a wrong answer says, as `pointer message`. */
const said = (changes: Readonly<Record<string, unknown>>, language?: 'en') =>
  application
    .issues({ ...good, ...changes }, language)
    .map(({ pointer, message }) => `${pointer} ${message}`);

describe('sealed validators', () => {
  test('hold no import, no require and no dynamic code', () => {
    expect(code).not.toMatch(/\bimport\b|\brequire\b|\beval\b|\bFunction\s*\(/);
    expect(code.startsWith(`// ${craftContract.title}\n`)).toBe(true);
  });

  test('are the same bytes each time', async () => {
    expect((await bundlePackage(await validatorsEmitter(input)))['talent/validators.js']).toBe(code);
  });

  test('accept what the schema accepts, and refuse with an issue what it refuses', () => {
    const ajv = new Ajv2020({ strict: false, ownProperties: true, formats });
    const oracle = ajv.compile({ ...(schema as object), $id: 'oracle' });
    const twice = fc.sample(arbitraryDocument(schema), { numRuns: 150, seed: 11 });
    for (const document of twice) {
      expect(application(document)).toBe(true);
      expect(application.issues(document)).toEqual([]);
    }
    let refused = 0;
    for (const mutant of twice.slice(0, 15).flatMap((document) => mutants(document))) {
      const verdict = oracle(mutant.document);
      expect(application(mutant.document)).toBe(verdict);
      const issues = application.issues(mutant.document);
      expect(issues.length > 0).toBe(!verdict);
      if (!verdict) refused++;
    }
    expect(refused).toBeGreaterThan(200);
  });

  test('never show a property name, a pattern or a code', () => {
    const names: string[] = [];
    const collect = (part: FormSchema): void => {
      for (const [name, child] of Object.entries(part.properties ?? {})) {
        names.push(name);
        collect(child);
      }
      for (const child of [
        part.items,
        part.then,
        part.else,
        ...(part.allOf ?? []),
        ...Object.values(part.$defs ?? {}),
      ])
        if (child) collect(child);
    };
    collect(schema);
    const documents = fc.sample(arbitraryDocument(schema), { numRuns: 8, seed: 5 });
    for (const mutant of documents.flatMap((document) => mutants(document))) {
      for (const { message, pointer } of application.issues(mutant.document)) {
        const words = message.match(/[A-Za-z_]\w*/g) ?? [];
        expect(words.filter((word) => names.includes(word))).toEqual([]);
        expect(message).not.toMatch(/\\d|\^|senior-|undefined|NaN/);
        expect(pointer).toMatch(/^$|^\//);
      }
    }
  });

  test.each([
    [
      { applicant: { name: '甲乙', residentId: '110105194912310021' } },
      '/applicant/residentId 「申报人」的「身份证号」校验码不对，请核对',
    ],
    [{ phone: undefined }, '/phone 「手机号码」还没有填写'],
    [{ level: undefined }, '/level 「技能等级」还没有选择'],
    [{ proof: [] }, '/proof 「证明材料」至少上传 1 个文件，现在 0 个'],
    [{ truthful: false }, '/truthful 请确认「本人承诺所填内容真实」'],
    [{ truthful: undefined }, '/truthful 请确认「本人承诺所填内容真实」'],
    [{ years: 0 }, '/years 「从业年限」不能小于 1 年'],
    [{ years: '三' }, '/years 「从业年限」须填写整数'],
    [{ workingSince: '2025-02-30' }, '/workingSince 「参加工作日期」须为真实的日期，如 2025-10-08'],
    [{ postcode: '83' }, '/postcode 「邮政编码」格式不对，应如 830000'],
    [{ level: '中级' }, '/level 「技能等级」须从下列选项中选择：高级工、技师、高级技师'],
    [{ region: 'south' }, '/southReason 「放宽理由」还没有填写'],
    [{ hasTeam: true, teamName: '甲组' }, '/team 「团队工种」还没有选择'],
    [{ teamName: '甲组' }, '/teamName 按目前的填写，不需要填「团队名称」'],
    [{ funds: 3, employerCode: undefined }, '/employerCode 填写了「已获经费」，还须填写「统一社会信用代码」'],
    [{ team: ['weld', 'weld'] }, '/team 「团队工种」中第 1 项与第 2 项重复'],
    [{ anything: 1 }, '/anything 含有本表没有的内容，请删除'],
  ])('%j says %s only', (changes, message) => {
    const without = Object.fromEntries(
      Object.entries({
        ...good,
        ...('funds' in changes ? {} : { funds: undefined, employerCode: undefined }),
        ...changes,
      }).filter(([, value]) => value !== undefined),
    );
    expect(application.issues(without).map((issue) => `${issue.pointer} ${issue.message}`)).toEqual([
      message,
    ]);
  });

  test('name entries of a list and files by number', () => {
    const apprentice = { name: '丙丁', targetLevel: 'technician', trained: false };
    const file = {
      name: 'a.exe',
      mediaType: 'application/x-msdownload',
      size: 20_000_000,
      sha256: 'a'.repeat(64),
      ref: '',
    };
    expect(said({ apprentices: [apprentice, { name: '戊己', trained: true }], proof: [file] })).toEqual([
      '/apprentices/1/targetLevel 第 2 名徒弟的「目标等级」还没有选择',
      '/apprentices/1/trainedHours 第 2 名徒弟的「培训学时」还没有填写',
      '/proof/0/mediaType 「证明材料」的第 1 个文件类型不对，可用：PDF、JPG',
      '/proof/0/size 「证明材料」的第 1 个文件超过 10 MB，请压缩后重新上传',
      '/proof/0/ref 「证明材料」的第 1 个文件没有上传完整，请重新上传',
    ]);
    expect(said({ apprentices: [apprentice] })).toEqual(['/apprentices 「徒弟」至少 2 名，现在 1 名']);
    expect(said({ apprentices: [apprentice] }, 'en')).toEqual([
      '/apprentices “徒弟” needs at least 2 entries, now 1',
    ]);
  });

  test('list issues in the order of the form', () => {
    const order = Object.keys(schema.properties ?? {});
    const pointers = application.issues({}).map(({ path }) => order.indexOf(String(path[0])));
    expect(pointers).toEqual(pointers.toSorted((a, b) => a - b));
    expect(pointers.length).toBeGreaterThan(5);
  });

  test('are not fooled by names of the prototype', () => {
    expect(application(Object.create(good) as unknown)).toBe(false);
    const text = JSON.stringify(good).replace('{', '{"__proto__":{"x":1},"constructor":2,"toString":3,');
    expect(
      application
        .issues(JSON.parse(text))
        .map(({ pointer }) => pointer)
        .toSorted(),
    ).toEqual(['/__proto__', '/constructor', '/toString']);
    for (const value of [null, undefined, [], 'x', 3, Symbol('s')]) expect(application(value)).toBe(false);
  });

  test('speak Standard Schema', () => {
    const { validate, version, vendor } = application['~standard'];
    expect({ version, vendor }).toEqual({ version: 1, vendor: 'zhinan' });
    expect(validate(good)).toEqual({ value: good });
    expect(validate({ ...good, applicant: { name: '甲乙' } })).toEqual({
      issues: [{ message: '「申报人」的「身份证号」还没有填写', path: ['applicant', 'residentId'] }],
    });
  });

  test('are typed guards of the form’s type', async () => {
    const tree = {
      ...formValidatorTypes(craftContract),
      ...(await typesEmitter(input)),
      ...(await validatorsEmitter(input)),
      'use.ts': `import type { FormValidator as Model } from '@zhinan/model';
import { application } from './talent/validators.js';
import type { Application } from './talent/types.js';
declare const data: unknown;
if (application(data)) { const phone: string = data.phone; void phone; }
// @ts-expect-error not narrowed
void data.phone;
const standard = application['~standard'].validate(data);
if ('value' in standard) { const typed: Application = standard.value; void typed; }
const same: Model<Application> = application;
void same;
`,
    };
    expect(await typeCheck(tree)).toBe('');
  });
});
