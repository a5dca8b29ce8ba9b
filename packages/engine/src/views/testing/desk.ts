import type { FormContract, FormValidator, Instant, JsonObject, MachineContract } from '@zhinan/model';
import type { Environment } from '../../workflow/environment.ts';
import { openProcedure, act, type Procedure } from '../../workflow/procedure.ts';
import { environment as plain } from '../../workflow/testing/fixture.ts';

// A desk with all that a review shows once: given back, published, scored by a sealed panel, declared and judged.

const application: FormContract = {
  id: 'application',
  title: '申报书',
  by: 'applicant',
  clauses: ['一'],
  ui: {},
  sections: [
    {
      id: 'person',
      title: '基本信息',
      fields: ['name', 'level', 'why', 'budget', 'helpers', 'proof', 'honest'],
    },
  ],
  schema: {
    type: 'object',
    properties: {
      name: { type: 'string', title: '姓名' },
      level: {
        type: 'string',
        title: '等级',
        enum: ['a', 'b'],
        'x-titles': ['甲级', '乙级'],
        'x-clause': '二',
      },
      budget: { type: 'integer', title: '经费', 'x-unit': '元' },
      helpers: {
        type: 'array',
        title: '徒弟',
        items: {
          title: '一名徒弟',
          type: 'object',
          properties: {
            name: { type: 'string', title: '姓名' },
            level: { type: 'string', title: '工种' },
            years: { type: 'integer', title: '年限', 'x-unit': '年' },
          },
        },
      },
      proof: {
        type: 'array',
        title: '证明',
        items: {
          type: 'object',
          'x-attachment': { accept: ['application/pdf'], maxBytes: 1000, maxCount: 2 },
        },
      },
      honest: {
        type: 'boolean',
        const: true,
        title: '品行承诺',
        description: '遵纪守法，没有弄虚作假。',
        'x-declaration': true,
        'x-clause': '三',
      },
    },
    allOf: [
      {
        if: { properties: { level: { const: 'b' } }, required: ['level'] },
        then: { properties: { why: { type: 'string', title: '说明' } } },
      },
    ],
  },
};

const opinion: FormContract = {
  id: 'opinion',
  title: '单位意见',
  by: 'employer',
  clauses: ['三'],
  ui: {},
  sections: [],
  schema: {
    type: 'object',
    properties: {
      conduct: { type: 'string', title: '品行结论', enum: ['属实', '不属实'], 'x-clause': '三' },
      opinion: { type: 'string', title: '推荐意见' },
    },
  },
};

const sheet: FormContract = {
  id: 'sheet',
  title: '评审意见',
  by: 'office',
  clauses: ['四'],
  ui: {},
  sections: [],
  schema: {
    type: 'object',
    properties: {
      skill: { type: 'integer', title: '技术', minimum: 0, maximum: 60, 'x-unit': '分', 'x-clause': '四' },
      plan: { type: 'integer', title: '计划', minimum: 0, maximum: 40, 'x-unit': '分' },
      remark: { type: 'string', title: '评语' },
    },
  },
};

const machine: MachineContract = {
  id: 'case',
  kind: 'case',
  title: '测试申报件',
  clauses: ['一'],
  delays: {
    filing: { title: '申报截止', clause: '一', instant: 'filing' },
    notice: { title: '公示3个工作日', clause: '二', workdays: 3 },
    faraway: { title: '远期公示', clause: '二', workdays: 900 },
  },
  config: {
    id: 'case',
    initial: 'drafting',
    states: {
      drafting: {
        meta: { title: '填写', role: 'applicant', form: 'application' },
        on: {
          SUBMIT: {
            target: 'review',
            actions: { type: 'store', params: { form: 'application' } },
            meta: { title: '提交', form: 'application', clause: '一' },
          },
        },
        after: { filing: 'expired' },
      },
      review: {
        meta: {
          title: '单位审核',
          role: 'employer',
          form: 'application',
          fields: { readonly: ['*'], hidden: ['budget'] },
        },
        on: {
          RETURN: {
            target: 'drafting',
            guard: { type: 'before', params: { instant: 'filing' } },
            meta: { title: '退回修改', reason: 'required', clause: '二' },
          },
          APPROVE: {
            target: 'notice',
            actions: { type: 'store', params: { form: 'opinion' } },
            meta: { title: '推荐', form: 'opinion', clause: '三' },
          },
          REJECT: { target: 'refused', meta: { title: '不予推荐', reason: 'required', clause: '三' } },
        },
      },
      notice: {
        meta: { title: '公示', clause: '二', role: 'employer', notice: true },
        initial: 'running',
        after: { notice: 'panel', filing: 'expired' },
        states: {
          running: {
            meta: { title: '公示中', role: 'public' },
            on: { OBJECT: { target: 'inquiry', meta: { title: '异议', reason: 'required' } } },
          },
          inquiry: { meta: { title: '核查' } },
        },
      },
      panel: {
        meta: { title: '评审', role: 'office', form: 'sheet', sealed: ['sheets'] },
        on: {
          SCORE: {
            actions: { type: 'append', params: { list: 'sheets' } },
            meta: { title: '评分', form: 'sheet', clause: '四' },
          },
          CONCLUDE: {
            target: 'accepted',
            actions: {
              type: 'aggregate',
              params: { list: 'sheets', field: 'skill', by: 'mean', key: 'score' },
            },
            meta: { title: '汇总', by: 'employer', clause: '四' },
          },
        },
      },
      accepted: { type: 'final', meta: { title: '入选', outcome: 'accepted' } },
      refused: { type: 'final', meta: { title: '未通过', outcome: 'refused' } },
      expired: { type: 'final', meta: { title: '逾期', outcome: 'expired' } },
    },
  },
};

/** Takes any answers: what validators say is not what these tests are about. */
function anything(): FormValidator<unknown> {
  return Object.assign((data: unknown): data is unknown => data !== undefined, {
    issues: () => [],
    '~standard': { version: 1, vendor: 'zhinan', validate: (value: unknown) => ({ value }) } as const,
  });
}

const filing: Instant = { title: '申报截止时间', at: '2025-10-20T20:00:00+08:00', clause: '一' };

export const desk: Environment = {
  ...plain,
  contract: { ...plain.contract, instants: { filing } },
  program: { ...plain.program, forms: { application, opinion, sheet }, machines: { case: machine } },
  validators: { application: anything(), opinion: anything(), sheet: anything() },
};

/** The same desk with a publication that no calendar reaches the end of. */
export const endless: Environment = {
  ...desk,
  program: {
    ...desk.program,
    machines: {
      case: {
        ...machine,
        config: JSON.parse(
          JSON.stringify(machine.config).replace('"notice":"panel"', '"faraway":"panel"'),
        ) as JsonObject,
      },
    },
  },
};

export const START = '2025-09-22T09:00:00+08:00';

export const given: JsonObject = {
  name: '测试甲',
  level: 'a',
  budget: 200000,
  helpers: [
    { name: '徒弟甲', level: '车工', years: 3 },
    { name: '徒弟乙', level: '钳工', years: 4 },
  ],
  proof: [{ name: '证书.pdf', mediaType: 'application/pdf', size: 10, sha256: 'aa', ref: 'r1' }],
  honest: true,
};

/** `[role, event, data or reason, day in September, person]` played one after the other. */
export type Played = readonly [
  role: string,
  event: string,
  brings?: JsonObject | string,
  day?: number,
  person?: string,
];

export function played(environment: Environment, ...acts: readonly Played[]): Procedure {
  return acts.reduce(
    (procedure, [role, type, brings, day = 22, person], position) => {
      const at = `2025-09-${day}T1${position}:00:00+08:00`;
      const more = typeof brings === 'string' ? { reason: brings } : brings === undefined ? {} : brings;
      const { $reason, ...data } = more as JsonObject;
      const event = {
        type,
        actor: { role, ...(person === undefined ? {} : { person }) },
        ...(typeof brings === 'string' ? { reason: brings } : brings === undefined ? {} : { data }),
        ...(typeof $reason === 'string' ? { reason: $reason } : {}),
      };
      const after = act(environment, procedure, { event, at });
      const last = after.log.findLast((entry) => entry.event === type);
      if (last?.accepted !== true) throw new Error(`${type} was refused: ${JSON.stringify(last?.refusal)}`);
      return after;
    },
    openProcedure(environment, START),
  );
}
