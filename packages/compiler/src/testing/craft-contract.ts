/* oxlint-disable unicorn/no-thenable -- `then` is a keyword of JSON Schema */
import type { Contract, FormContract, FormSchema, JsonObject } from '@zhinan/model';

/**
 * A small invented edition with every feature that emitters must handle: nested list of third persons, two
 * conditionals, attachment, declaration, ordered codes, money, date, identifiers, compound and parallel states.
 */
const levels = {
  type: 'string',
  enum: ['senior-worker', 'technician', 'senior-technician'],
  'x-titles': ['高级工', '技师', '高级技师'],
  'x-ordered': true,
} as const satisfies FormSchema;

const applicationSchema: FormSchema = {
  $id: 'https://zhinan.example/craft/2025/talent/application',
  title: '测试工匠申报表',
  type: 'object',
  $defs: {
    person: {
      title: '人员',
      type: 'object',
      properties: {
        name: { title: '姓名', type: 'string', minLength: 2, maxLength: 20 },
        residentId: { title: '身份证号', type: 'string', format: 'resident-id' },
      },
      required: ['name', 'residentId'],
      additionalProperties: false,
    },
  },
  properties: {
    applicant: { $ref: '#/$defs/person', title: '申报人', 'x-clause': '二' },
    employerCode: { title: '统一社会信用代码', type: 'string', format: 'uscc' },
    phone: { title: '手机号码', type: 'string', format: 'mobile' },
    postcode: { title: '邮政编码', type: 'string', pattern: '^\\d{6}$', examples: ['830000'] },
    workingSince: { title: '参加工作日期', type: 'string', format: 'date', 'x-clause': '二' },
    years: { title: '从业年限', type: 'integer', minimum: 1, maximum: 60, 'x-unit': '年' },
    funds: { title: '已获经费', type: 'integer', minimum: 0, 'x-unit': '元' },
    level: { ...levels, title: '技能等级' },
    region: {
      title: '工作地区',
      type: 'string',
      enum: ['south', 'elsewhere'],
      'x-titles': ['南疆', '其他地区'],
    },
    southReason: { title: '放宽理由', type: 'string', minLength: 5, maxLength: 200 },
    hasTeam: { title: '是否有团队', type: 'boolean' },
    team: {
      title: '团队工种',
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: { type: 'string', enum: ['lathe', 'mill', 'weld'], 'x-titles': ['车工', '铣工', '焊工'] },
    },
    apprentices: {
      title: '徒弟',
      type: 'array',
      minItems: 2,
      maxItems: 9,
      'x-unit': '名',
      items: {
        title: '徒弟',
        type: 'object',
        'x-third-person': '徒弟',
        properties: {
          name: { title: '姓名', type: 'string', minLength: 2, maxLength: 20 },
          targetLevel: { ...levels, title: '目标等级' },
          trained: { title: '已参加培训', type: 'boolean' },
          trainedHours: { title: '培训学时', type: 'number', exclusiveMinimum: 0, 'x-unit': '学时' },
        },
        required: ['name', 'targetLevel', 'trained'],
        if: { properties: { trained: { const: true } }, required: ['trained'] },
        then: { required: ['trainedHours'] },
        else: { not: { required: ['trainedHours'] } },
        additionalProperties: false,
      },
    },
    proof: {
      title: '证明材料',
      type: 'array',
      'x-attachment': { accept: ['application/pdf', 'image/jpeg'], maxBytes: 10_485_760, maxCount: 3 },
      minItems: 1,
      items: { type: 'object' },
    },
    truthful: { title: '本人承诺所填内容真实', type: 'boolean', const: true, 'x-declaration': true },
  },
  required: [
    'applicant',
    'phone',
    'workingSince',
    'years',
    'level',
    'region',
    'hasTeam',
    'apprentices',
    'proof',
    'truthful',
  ],
  dependentRequired: { funds: ['employerCode'] },
  allOf: [
    {
      if: { properties: { region: { const: 'south' } }, required: ['region'] },
      then: { required: ['southReason'] },
    },
    {
      if: { properties: { hasTeam: { const: true } }, required: ['hasTeam'] },
      then: {
        properties: { teamName: { title: '团队名称', type: 'string', minLength: 2, maxLength: 30 } },
        required: ['team', 'teamName'],
      },
    },
  ],
  unevaluatedProperties: false,
};

const opinionSchema: FormSchema = {
  title: '单位推荐意见',
  type: 'object',
  properties: {
    agreed: { title: '是否推荐', type: 'boolean', 'x-clause': ['三(二)', '三(三)'] },
    opinion: { title: '推荐意见', type: 'string', minLength: 10, maxLength: 500 },
  },
  required: ['agreed', 'opinion'],
  additionalProperties: false,
};

const allFields = ({ properties, allOf = [] }: FormSchema): readonly string[] => [
  ...Object.keys(properties ?? {}),
  ...allOf.flatMap(({ then }) => Object.keys(then?.properties ?? {})),
];

const form = (id: string, by: string, schema: FormSchema, ui: JsonObject = {}): FormContract => ({
  id,
  title: schema.title ?? id,
  by,
  clauses: ['二'],
  schema,
  ui,
  sections: [{ id: 'all', title: '全部', fields: allFields(schema) }],
});

const caseConfig: JsonObject = {
  id: 'case',
  initial: 'draft',
  states: {
    draft: {
      meta: { title: '填报', clause: '三(一)', role: 'applicant', form: 'application' },
      on: {
        SUBMIT: {
          target: 'review',
          guard: { type: 'before', params: { instant: 'personalDeadline' } },
          actions: { type: 'store', params: { form: 'application' } },
          meta: { title: '提交', clause: '三(一)', form: 'application' },
        },
        WITHDRAW: {
          target: 'withdrawn',
          meta: { title: '撤回', reason: 'required', escape: true },
        },
      },
      after: { personalDeadline: 'expired' },
    },
    review: {
      meta: { title: '单位推荐', clause: '三(二)', role: 'employer' },
      initial: 'checking',
      states: {
        checking: {
          meta: { title: '审核', role: 'employer', form: 'employer-opinion' },
          on: {
            RECOMMEND: {
              target: 'notice',
              actions: [{ type: 'store', params: { form: 'employer-opinion' } }],
              meta: { title: '推荐', form: 'employer-opinion' },
            },
            RETURN: {
              target: '#case.draft',
              meta: { title: '退回修改', reason: 'required' },
            },
          },
        },
        notice: { meta: { title: '公示' }, after: { employerNotice: 'done' } },
        done: { type: 'final' },
      },
      onDone: 'decision',
    },
    decision: {
      type: 'parallel',
      meta: { title: '两个部门会签', clause: '三(三)' },
      states: {
        one: {
          initial: 'open',
          states: {
            open: {
              meta: { title: '甲部门', role: 'bureau' },
              on: { APPROVE_ONE: { target: 'passed', meta: { title: '同意' } } },
            },
            passed: { type: 'final' },
          },
        },
        two: {
          initial: 'open',
          states: {
            open: {
              meta: { title: '乙部门', role: 'bureau' },
              on: { APPROVE_TWO: { target: 'passed', meta: { title: '同意' } } },
            },
            passed: { type: 'final' },
          },
        },
      },
      onDone: 'accepted',
    },
    accepted: { type: 'final', meta: { title: '入选', outcome: 'accepted' } },
    withdrawn: { type: 'final', meta: { title: '已撤回', outcome: 'withdrawn' } },
    expired: { type: 'final', meta: { title: '逾期', outcome: 'expired' } },
  },
};

export const craftContract: Contract = {
  format: 1,
  id: 'craft/2025',
  scheme: 'craft',
  edition: '2025',
  title: '测试工匠培养计划（2025 年）',
  shortTitle: '测试工匠 2025',
  issuer: ['测试厅'],
  instants: {
    personalDeadline: { title: '个人申报截止', at: '2025-10-08T20:00:00+08:00', clause: '三(一)' },
  },
  roles: {
    applicant: { title: '申报人', kind: 'person' },
    employer: { title: '用人单位', kind: 'body' },
    bureau: { title: '主管部门', kind: 'body' },
  },
  clauses: [
    { id: '二', kind: 'eligibility', modality: 'must', summary: '申报条件' },
    { id: '三(一)', kind: 'procedure', modality: 'must', summary: '个人申报' },
    { id: '三(二)', kind: 'procedure', modality: 'must', summary: '单位推荐' },
    { id: '三(三)', kind: 'procedure', modality: 'must', summary: '会签' },
  ],
  interpretations: {},
  codeLists: {},
  programs: {
    talent: {
      id: 'talent',
      title: '工匠人才',
      clauses: ['二'],
      subject: 'person',
      applicationForm: 'application',
      forms: {
        application: form('application', 'applicant', applicationSchema, {
          southReason: { 'ui:widget': 'textarea' },
        }),
        'employer-opinion': form('employer-opinion', 'employer', opinionSchema),
      },
      machines: {
        case: {
          id: 'case',
          kind: 'case',
          title: '申报件',
          clauses: ['三(一)'],
          delays: {
            personalDeadline: { title: '个人申报截止', clause: '三(一)', instant: 'personalDeadline' },
            employerNotice: { title: '单位公示', clause: '三(二)', workdays: 3 },
          },
          config: caseConfig,
        },
      },
      rules: { facts: ['application'], rules: [] },
      documents: {},
    },
  },
  hash: '0'.repeat(64),
  generator: '0.1.0',
};
