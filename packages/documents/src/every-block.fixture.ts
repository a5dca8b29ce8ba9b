import type { Contract, FormContract, FormSchema, ProgramContract } from '@zhinan/model';
import type { DocumentData } from './layout/lay-out.ts';

function form(id: string, schema: FormSchema): FormContract {
  return { id, title: id, by: 'applicant', clauses: ['一'], schema, ui: {}, sections: [] };
}

const name: FormSchema = { type: 'string', title: '姓名', maxLength: 30 };
const residentId: FormSchema = {
  type: 'string',
  format: 'resident-id',
  title: '公民身份号码',
  'x-sensitive': { purpose: '核对本人', clause: '一' },
};

/** A programme with one document of every kind of block, a public notice, and a list of a batch's members. */
export const program: ProgramContract = {
  id: 'craft',
  title: '工匠',
  clauses: ['一'],
  subject: 'person',
  applicationForm: 'application',
  forms: {
    application: form('application', {
      type: 'object',
      $defs: { name },
      properties: {
        name: { $ref: '#/$defs/name', title: '申报人' },
        residentId,
        level: { type: 'string', title: '等级', enum: ['1', '2'], 'x-titles': ['技师', '高级技师'] },
        onPost: { type: 'boolean', title: '在职在岗' },
        since: { type: 'string', format: 'date', title: '在疆工作起始日期' },
        plan: { type: 'string', title: '培养计划', maxLength: 2000 },
        strengths: { type: 'array', title: '专长', items: { type: 'string', title: '专长' } },
        budget: {
          type: 'array',
          title: '经费预算',
          items: {
            type: 'object',
            title: '一项支出',
            properties: {
              use: { type: 'string', title: '用途', maxLength: 20 },
              amount: { type: 'integer', title: '金额', 'x-unit': '元' },
            },
          },
        },
        apprentices: {
          type: 'array',
          title: '徒弟',
          items: {
            type: 'object',
            title: '一名徒弟',
            'x-third-person': '徒弟',
            properties: { name: { ...name, title: '徒弟姓名' }, residentId },
          },
        },
        true: {
          type: 'boolean',
          const: true,
          title: '声明',
          description: '所填真实。',
          'x-declaration': true,
        },
      },
    }),
    decision: form('decision', {
      type: 'object',
      properties: {
        amount: { type: 'integer', title: '核定额度', 'x-unit': '元' },
        signedOn: { type: 'string', format: 'date', title: '签字日期' },
      },
    }),
  },
  machines: {},
  rules: { rules: [] } as unknown as ProgramContract['rules'],
  documents: {
    contract: {
      id: 'contract',
      title: '任务书',
      clause: ['一', '二'],
      by: 'office',
      blocks: [
        { heading: '基本信息' },
        {
          fields: [
            'application.name',
            'application.residentId',
            'application.level',
            'application.onPost',
            'application.since',
            'application.strengths',
            'application.plan',
            { sum: 'application.budget.amount', title: '预算合计', as: 'capital' },
            { count: 'application.apprentices', title: '徒弟人数' },
            { instant: 'deadline' },
            'application.true',
          ],
        },
        {
          table: {
            of: 'application.budget',
            title: '预算',
            columns: ['use', 'amount', { field: 'amount', title: '折合', as: 'wan' }],
            total: ['amount'],
            minRows: 3,
          },
        },
        {
          text: '甲方资助{application.name}{decision.amount yuan}（{decision.amount capital}），共{count application.budget}项，{issued}签订。',
        },
        { signature: { by: '申报人', date: 'decision.signedOn' } },
        { seal: '用人单位' },
        { pageBreak: true },
        { heading: '附：徒弟' },
        {
          table: {
            of: 'application.apprentices',
            number: false,
            columns: ['name', { field: 'name', title: '公开用名', as: 'masked' }, 'residentId'],
          },
        },
      ],
    },
    notice: {
      id: 'notice',
      title: '拟入选人员公示',
      clause: '三',
      by: 'office',
      public: true,
      blocks: [
        {
          fields: [
            'application.name',
            'application.residentId',
            'application.plan',
            { count: 'application.apprentices', title: '徒弟人数' },
          ],
        },
        {
          table: {
            of: 'application.apprentices',
            columns: [{ field: 'name', as: 'masked' }, { field: 'name', title: '真名' }, 'residentId'],
          },
        },
        { seal: '用人单位' },
      ],
    },
    ranking: {
      id: 'ranking',
      title: '推荐人选汇总表',
      clause: '四',
      by: 'office',
      blocks: [
        {
          table: {
            of: 'members',
            status: ['recommended'],
            columns: ['application.name', 'application.level', 'decision.amount'],
            total: ['decision.amount'],
          },
        },
      ],
    },
  },
};

export const contract: Contract = {
  format: 1,
  id: 'craft/2026',
  scheme: 'craft',
  edition: '2026',
  title: '工匠项目申报指南（2026年度）',
  shortTitle: '工匠 2026',
  issuer: ['某厅'],
  instants: { deadline: { title: '申报截止', at: '2026-10-08T12:00:00+00:00', clause: '一' } },
  roles: { office: { title: '项目办', kind: 'body' } },
  clauses: [],
  interpretations: {},
  codeLists: {},
  programs: { craft: program },
  hash: '0123456789abcdef'.repeat(4),
  generator: '0.1.0',
};

/** Nobody's data: numbers of no one, characters that few fonts have. */
export const data: DocumentData = {
  facts: {
    application: {
      name: '䶮㛃𫖯𬱖龑',
      residentId: '650103198003150111',
      level: '2',
      onPost: true,
      since: '2010-07-01',
      plan: '第一年：现场教学。\n第二年：按季考核，联系 13900000001。',
      strengths: ['技术攻关', '带徒传技'],
      budget: [
        { use: '培训', amount: 200000 },
        { use: '耗材', amount: 25000 },
      ],
      apprentices: [{ name: '测试乙', residentId: '650102199501010013' }],
      true: true,
    },
    decision: { amount: 225000 },
  },
  issued: '2026-12-01',
};
