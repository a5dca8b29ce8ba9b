import type {
  CompiledRules,
  Contract,
  Eligibility,
  FactView,
  FormContract,
  FormValidator,
  JsonObject,
  MachineContract,
  ProgramContract,
} from '@zhinan/model';
import type { Environment } from '../environment.ts';
import caseConfig from './case.json' with { type: 'json' };

// An invented small programme that has each thing the kernel must get right once.

export const caseMachine: MachineContract = {
  id: 'case',
  kind: 'case',
  title: '测试申报件',
  clauses: ['一'],
  delays: {
    filing: { title: '申报截止', clause: '一', instant: 'filing' },
    notice: { title: '公示3个工作日', clause: '二', workdays: 3, postingDayCounts: 'notice-days' },
    reminder: { title: '催办', clause: '二', days: 5 },
    support: { title: '支持期1年', clause: '四', years: 1 },
    plan: { title: '计划完成日', clause: '四', dateOf: 'application.finish' },
    faraway: { title: '远期公示', clause: '四', workdays: 900 },
  },
  config: caseConfig as JsonObject,
};

const batchMachine: MachineContract = {
  id: 'batch',
  kind: 'batch',
  title: '测试批次',
  clauses: ['三'],
  delays: {},
  config: {
    id: 'batch',
    initial: 'preparing',
    states: {
      preparing: {
        meta: { title: '准备', role: 'office' },
        on: { OPEN: { target: 'collecting', meta: { title: '开始收集' } } },
      },
      collecting: {
        meta: { title: '收集', role: 'office' },
        on: {
          READY: {
            actions: { type: 'member', params: { status: 'ready' } },
            meta: { title: '收到', from: 'case' },
          },
          CLOSE: {
            target: 'closed',
            guard: {
              type: 'all',
              params: {
                guards: [
                  { type: 'everyMember', params: { in: ['ready'] } },
                  { type: 'withinQuota', params: { quota: 'places' } },
                ],
              },
            },
            actions: { type: 'send', params: { to: 'case', event: 'BATCH_CLOSED' } },
            meta: { title: '汇总上报' },
          },
        },
      },
      closed: { type: 'final', meta: { title: '已上报' } },
    },
  },
};

const form = (id: string, title: string, by: string, fields: readonly string[]): FormContract => ({
  id,
  title,
  by,
  clauses: ['一'],
  schema: {
    type: 'object',
    $defs: { person: { type: 'object', properties: { staff: { type: 'boolean', title: '在编' } } } },
    properties: {
      ...Object.fromEntries(
        fields.map((field) => [field, { type: 'string', title: `栏目${field}` } as const]),
      ),
      channel: { title: '评审通道', enum: ['general', 'south'], 'x-titles': ['一般', '南疆单列'] },
      person: { $ref: '#/$defs/person', title: '人员' },
    },
  },
  ui: {},
  sections: [],
});

const level: FactView = { form: 'application', pointer: '/level', title: '等级' };

function eligibility(facts: Readonly<Record<string, JsonObject | undefined>>): Eligibility {
  const answer = facts['application']?.['level'];
  const verdict = answer === undefined ? 'unknown' : answer === 'senior' ? 'pass' : 'fail';
  return {
    verdict: { unknown: 'undecided', pass: 'eligible', fail: 'ineligible' }[
      verdict
    ] as Eligibility['verdict'],
    rules: [
      {
        id: 'level',
        title: '等级',
        clauses: ['一'],
        strength: 'must',
        verdict,
        own: [],
        missing: verdict === 'unknown' ? [level] : [],
        couldRelax: [],
      },
    ],
    missing: verdict === 'unknown' ? [level] : [],
  };
}

const rules: CompiledRules = {
  eligibility,
  amounts: (facts) => [
    {
      id: 'grant',
      title: '经费',
      clauses: ['四'],
      unit: '元',
      min: facts['application']?.['amount'] === undefined ? 0 : Number(facts['application']['amount']),
      max: facts['application']?.['amount'] === undefined ? null : Number(facts['application']['amount']),
      missing: [],
    },
  ],
  quotas: (members) => [
    {
      id: 'places',
      title: '名额',
      clauses: ['三'],
      count: members.length,
      max: 1,
      holds: members.length <= 1,
    },
  ],
  explain: (outcome) => `${outcome.title}须为高级`,
};

const issues = (data: unknown) =>
  typeof (data as { name?: unknown } | null)?.name === 'string'
    ? []
    : [
        {
          pointer: '/name',
          path: ['name'],
          keyword: 'required',
          params: {},
          title: '名称',
          message: '请填写名称',
        },
      ];

/** Accepts an object with a text `name`; what a generated validator would say otherwise. */
function namedObject(): FormValidator<unknown> {
  return Object.assign((data: unknown): data is unknown => issues(data).length === 0, {
    issues,
    '~standard': {
      version: 1,
      vendor: 'zhinan',
      validate: (value: unknown) => (issues(value).length === 0 ? { value } : { issues: issues(value) }),
    } as const,
  });
}

const program: ProgramContract = {
  id: 'test',
  title: '测试项目',
  clauses: ['一'],
  subject: '个人',
  applicationForm: 'application',
  forms: { application: form('application', '申报书', 'applicant', ['name', 'level', 'finish']) },
  machines: { case: caseMachine, batch: batchMachine },
  rules: {
    facts: ['application'],
    rules: [{ id: 'level', title: '等级', clause: '一', strength: 'must', require: 'level = "senior"' }],
    amounts: [{ id: 'grant', title: '经费', clause: '四', unit: '元', value: 'amount' }],
    quotas: [{ id: 'places', title: '名额', clause: '三', max: 1 }],
  },
  documents: { certificate: { id: 'certificate', title: '证书', clause: '四', by: 'office', blocks: [] } },
};

const contract: Contract = {
  format: 1,
  id: 'test/2025',
  scheme: 'test',
  edition: '2025',
  title: '测试指南',
  shortTitle: '测试',
  issuer: ['测试厅'],
  calendarRegion: 'xinjiang',
  instants: { filing: { title: '申报截止时间', at: '2025-10-08T20:00:00+08:00', clause: '一' } },
  roles: {
    applicant: { title: '申报人', kind: 'person' },
    employer: { title: '用人单位', kind: 'body' },
    office: { title: '办公室', kind: 'body' },
    public: { title: '公众', kind: 'public' },
  },
  clauses: [],
  interpretations: {
    'notice-days': {
      clause: '二',
      question: '张贴当日算不算？',
      readings: { next: { title: '次日起', value: false }, same: { title: '当日起', value: true } },
      chosen: 'next',
      decidedBy: '测试厅',
    },
  },
  codeLists: {},
  programs: { test: program },
  hash: 'a'.repeat(64),
  generator: 'test',
};

/** The programme with its real rules and validators replaced by ten lines each. */
export const environment: Environment = {
  contract,
  program,
  rules,
  validators: { application: namedObject() },
};

/** The same programme with another case machine. */
export function withCase(machine: Partial<MachineContract>): Environment {
  return {
    ...environment,
    program: { ...program, machines: { ...program.machines, case: { ...caseMachine, ...machine } } },
  };
}
