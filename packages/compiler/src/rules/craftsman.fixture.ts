/* oxlint-disable unicorn/no-thenable -- `then` is what a table's row gives */
import type { CodeList, FormContract, FormSchema, RulesDefinition } from '@zhinan/model';
import type { CompileRulesInput } from './compiled-source.ts';

export const levels = ['初级工', '中级工', '高级工', '技师', '高级技师', '特级技师', '首席技师'] as const;
export const places = ['kashi', 'hotan', 'urumqi', 'division-3', 'division-8'] as const;

const level = (title: string): FormSchema => ({ type: 'string', title, enum: levels, 'x-ordered': true });

const application: FormSchema = {
  type: 'object',
  title: '申报书',
  $defs: {
    apprentice: {
      type: 'object',
      title: '徒弟',
      properties: {
        targetLevel: level('目标等级'),
        isStudent: { type: 'boolean', title: '是否院校学生' },
        fee: { type: 'integer', title: '培训费', 'x-unit': '元', minimum: 0, maximum: 1_000_000 },
        since: { type: 'string', format: 'date', title: '拜师日期' },
      },
    },
  },
  properties: {
    skillLevel: level('职业技能等级'),
    workPlace: {
      type: 'string',
      title: '工作所在地',
      enum: places,
      'x-titles': ['喀什地区', '和田地区', '乌鲁木齐市', '第三师图木舒克市', '第八师石河子市'],
    },
    workingSince: { type: 'string', format: 'date', title: '在疆工作起始日期' },
    birthDate: { type: 'string', format: 'date', title: '出生日期' },
    onPost: { type: 'boolean', title: '在职在岗' },
    score: { type: 'number', title: '评分' },
    name: { type: 'string', title: '姓名' },
    strengths: {
      type: 'array',
      title: '专长方向',
      items: { type: 'string', enum: ['技术攻关', '带徒传技'] },
    },
    apprentices: { type: 'array', title: '培养对象', items: { $ref: '#/$defs/apprentice' } },
    contact: { type: 'object', title: '联系方式', properties: { city: { type: 'string', title: '城市' } } },
  },
  allOf: [{ properties: { southReason: { type: 'string', title: '放宽理由' } } }],
};

const form = (id: string, schema: FormSchema): FormContract => ({
  id,
  title: schema.title ?? id,
  by: 'applicant',
  clauses: [],
  schema,
  ui: {},
  sections: [],
});

const forms: Readonly<Record<string, FormContract>> = {
  application: form('application', application),
  recommendation: form('recommendation', {
    type: 'object',
    title: '推荐意见',
    properties: {
      registered: { type: 'boolean', title: '在疆注册' },
      matchingFund: { type: 'integer', title: '配套资金', 'x-unit': '元' },
    },
  }),
};

const placesList: CodeList = {
  id: 'places',
  title: '地点',
  source: '测试',
  asOf: '2025-01-01',
  items: places.map((code) => ({ code, title: code })),
  groups: {
    south: { title: '南疆五地州', codes: ['kashi', 'hotan'], source: '测试', asOf: '2025-01-01' },
    xpcc: { title: '兵团南疆师市', codes: ['division-3'], source: '测试', asOf: '2025-01-01' },
  },
};

/** The rules of 新疆工匠 as far as they need the language. */
export const craftsman: RulesDefinition = {
  facts: ['application', 'recommendation'],
  sets: {
    南疆五地州: { codeList: 'places', group: 'south' },
    兵团南疆师市: { codeList: 'places', group: 'xpcc' },
  },
  parameters: { 最低等级: { of: 'skillLevel', default: '高级技师' } },
  relax: [
    {
      id: 'south',
      title: '在南疆五地州或兵团南疆师市工作的，可放宽至技师',
      clause: '二.1d',
      when: 'workPlace in 南疆五地州 or workPlace in 兵团南疆师市',
      set: { 最低等级: '技师' },
    },
  ],
  rules: [
    {
      id: 'skill-level',
      title: '技能等级',
      clause: '二.1c',
      strength: 'soft',
      require: 'skillLevel >= 最低等级',
    },
    {
      id: 'years-in-region',
      title: '在疆工作满一年',
      clause: '二.1e',
      strength: 'must',
      require: 'years(workingSince, 基准日) >= 1',
      reference: 'personalDeadline',
    },
    {
      id: 'apprentice-count',
      title: '带徒人数',
      clause: '四(一)1.b',
      strength: 'must',
      require: 'count(apprentices[targetLevel >= "高级工"]) >= 5',
    },
    {
      id: 'technician-share',
      title: '技师占比',
      clause: '四(一)1.b',
      strength: 'must',
      require:
        'share(count(apprentices[isStudent = false and targetLevel >= "技师"]), count(apprentices[isStudent = false]), 1) >= 0.3',
    },
    {
      id: 'registered',
      title: '单位注册',
      clause: '二.2a',
      strength: 'must',
      when: 'onPost',
      require: { all: ['recommendation.registered', 'recommendation.matchingFund > 0'] },
    },
  ],
  amounts: [
    {
      id: 'basic',
      title: '基础培养经费',
      clause: '四(一)1.a',
      unit: '元',
      cap: 200_000,
      value:
        '5000 * count(apprentices[targetLevel = "高级工"]) + 15000 * count(apprentices[targetLevel = "技师"]) + 30000 * count(apprentices[targetLevel = "高级技师"])',
    },
  ],
  quotas: [
    { id: 'south-places', title: '南疆名额', clause: '三(四).c', where: 'workPlace in 南疆五地州', max: 2 },
    { id: 'places', title: '总名额', clause: '三(四).c', max: null },
  ],
};

/** Input of the compiler for a definition over these forms. */
export const input = (definition: RulesDefinition): CompileRulesInput => ({
  definition,
  forms,
  codeLists: { places: placesList },
  instants: {
    personalDeadline: { title: '个人提交截止', at: '2025-10-08T20:00:00+08:00', clause: '三(一).c' },
  },
});

/** Tables that one rule may read. */
const tables: NonNullable<RulesDefinition['tables']> = [
  {
    id: '标准',
    title: '资助标准',
    clause: '四',
    inputs: [{ expression: 'skillLevel' }, { expression: 'score' }],
    outputs: [{ name: '标准', unit: '元' }],
    hitPolicy: 'U',
    complete: true,
    rows: [
      { when: ['>= 高级技师', '-'], then: [30] },
      { when: ['技师', '>= 60'], then: [15] },
      { when: ['技师', '< 60'], then: ['score / 4'] },
      { when: ['< 技师', '-'], then: [0] },
    ],
  },
  {
    id: '档次',
    title: '档次',
    clause: '四',
    inputs: [{ expression: 'workPlace' }, { expression: 'onPost' }, { expression: 'count(apprentices)' }],
    outputs: [
      { name: '档', type: 'text', default: '三档' },
      { name: '数', default: 2 },
    ],
    hitPolicy: 'F',
    rows: [
      { when: ['南疆五地州', true, '-'], then: ['一档', 5] },
      { when: ['-', '-', '[3..6)'], then: ['二档', 3] },
      { when: ['not(乌鲁木齐市)', false, '-'], then: ['一档', 4] },
    ],
  },
  {
    id: '加分',
    title: '加分',
    clause: '四',
    inputs: [{ expression: 'skillLevel' }, { expression: 'recommendation.registered' }],
    outputs: [{ name: '加分' }],
    hitPolicy: 'C+',
    rows: [
      { when: ['>= 技师', '-'], then: [10] },
      { when: ['-', true], then: [-3] },
      { when: ['中级工、高级工', false], then: [20] },
    ],
  },
];

/** A definition with one rule of the given requirement. */
export const ruleOf = (require: string, more: Partial<RulesDefinition> = {}): RulesDefinition => ({
  ...craftsman,
  tables,
  amounts: [],
  quotas: [],
  ...more,
  rules: [
    { id: 'rule', title: '规则', clause: '二', strength: 'must', require, reference: 'personalDeadline' },
  ],
});
