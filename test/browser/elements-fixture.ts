import type { Contract, FileTree, FormContract, ProgramContract } from '@zhinan/model';
import { elements } from '../../packages/compiler/src/6-emit/elements/elements.ts';
import { formatted } from '../../packages/compiler/src/6-emit/format.ts';
import { validatorsEmitter } from '../../packages/compiler/src/6-emit/validators/index.ts';
import { bundlePackage } from '../../packages/compiler/src/node/bundle.ts';

/** Every kind of field once, small enough to read. */
const form: FormContract = {
  id: 'entry',
  title: '测试申报表',
  by: 'applicant',
  clauses: ['一'],
  ui: { plan: { 'ui:widget': 'textarea' } },
  sections: [
    {
      id: 'person',
      title: '基本信息',
      fields: ['name', 'residentId', 'born', 'place', 'side', 'division', 'onPost'],
    },
    {
      id: 'plan',
      title: '计划',
      fields: ['plan', 'budget', 'years', 'topics', 'proof', 'apprentices', 'truth'],
    },
  ],
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['name', 'side', 'onPost', 'plan', 'apprentices', 'truth'],
    properties: {
      name: { type: 'string', title: '姓名', minLength: 2, maxLength: 20 },
      residentId: {
        type: 'string',
        title: '公民身份号码',
        format: 'resident-id',
        'x-sensitive': { purpose: '核对本人', clause: '二' },
      },
      born: { type: 'string', format: 'date', title: '出生日期' },
      place: {
        type: 'string',
        title: '工作地',
        enum: ['a', 'b', 'c', 'd', 'e', 'f'],
        'x-titles': ['甲', '乙', '丙', '丁', '戊', '己'],
      },
      side: { type: 'string', title: '渠道', enum: ['自治区', '兵团'] },
      onPost: { type: 'boolean', title: '是否在岗' },
      plan: {
        type: 'string',
        title: '计划内容',
        maxLength: 30,
        description: '写"目标" & <步骤>，用 `反引号` 和 ${变量} 也无妨',
      },
      budget: { type: 'integer', title: '预算', 'x-unit': '元', minimum: 0, maximum: 1_000_000 },
      years: { type: 'integer', title: '年限', 'x-unit': '年', minimum: 1, maximum: 5 },
      topics: {
        type: 'array',
        title: '方向',
        uniqueItems: true,
        items: { type: 'string', enum: ['技术攻关', '带徒传技'] },
      },
      proof: {
        type: 'array',
        title: '证明',
        'x-attachment': { accept: ['application/pdf'], maxBytes: 2048, maxCount: 2 },
      },
      apprentices: {
        type: 'array',
        title: '徒弟',
        minItems: 1,
        maxItems: 250,
        items: {
          type: 'object',
          title: '一名徒弟',
          additionalProperties: false,
          required: ['name', 'student'],
          properties: {
            name: { type: 'string', title: '徒弟姓名', minLength: 2 },
            student: { type: 'boolean', title: '是否学生' },
            school: { type: 'string', title: '学校' },
          },
          allOf: [
            {
              if: { properties: { student: { const: true } }, required: ['student'] },
              then: { required: ['school'] },
            },
          ],
        },
      },
      truth: { type: 'boolean', const: true, title: '所填属实', 'x-declaration': true },
      division: { type: 'string', title: '师市', enum: ['一师', '三师'] },
    },
    allOf: [
      {
        if: { properties: { side: { const: '兵团' } }, required: ['side'] },
        then: { required: ['division'] },
        else: { not: { required: ['division'] } },
      },
    ],
  },
};

const program: ProgramContract = {
  id: 'trial',
  title: '测试项目',
  clauses: ['一'],
  subject: 'person',
  applicationForm: 'entry',
  forms: { entry: form },
  machines: {},
  rules: { facts: ['entry'], rules: [] },
  documents: {},
};

const contract: Contract = {
  format: 1,
  id: 'test-scheme/2025',
  scheme: 'test-scheme',
  edition: '2025',
  title: '测试指南',
  shortTitle: '测试',
  issuer: [],
  instants: {},
  roles: {},
  clauses: [],
  interpretations: {},
  codeLists: {},
  programs: { trial: program },
  hash: '0123456789abcdef'.repeat(4),
  generator: '0.1.0',
};

/** Rules as the compiler would write them, by hand: this fixture tests the view, not the rules. */
const rules = `
const place = { form: 'entry', pointer: '/place', title: '工作地' };
export const rules = {
  eligibility({ entry = {} }) {
    const open = entry.place === undefined;
    const verdict = open ? 'unknown' : entry.place === 'a' ? 'relaxed' : 'needs-reason';
    const rule = { id: 'place', title: '工作地要求', clauses: ['二.1d'], strength: 'soft', verdict,
      own: [], missing: open ? [place] : [], couldRelax: [] };
    return { verdict: open ? 'undecided' : verdict === 'relaxed' ? 'eligible' : verdict, rules: [rule], missing: rule.missing };
  },
  amounts: ({ entry = {} }) => [{ id: 'basic', title: '基础经费', clauses: ['四'], unit: '元', missing: [],
    min: 200000, max: entry.budget === undefined ? null : 200000, cap: { limit: 200000, applied: entry.budget > 200000 } }],
  quotas: () => [],
  explain: (outcome) => '说明：' + outcome.title,
};
`;

export const tags = {
  form: 'zn-test-scheme-entry',
  eligibility: 'zn-test-scheme-eligibility',
  case: 'zn-test-scheme-case',
};

/** The generated files of the fixture, formatted as they are written. */
export async function fixtureFiles(): Promise<FileTree> {
  const input = { contract, program };
  return formatted({
    ...(await elements(input)),
    ...(await validatorsEmitter(input)),
    'trial/rules.js': rules,
  });
}

/** The one script a page loads. */
export async function fixtureBundle(): Promise<string> {
  const bundle = (await bundlePackage(await fixtureFiles()))['elements.bundle.js'];
  if (bundle === undefined) throw new Error('no bundle was made');
  return bundle;
}
