// Test data: a machine in which every check finds nothing.
import type { FormContract, Json, JsonObject, MachineContract } from '@zhinan/model';
import type { WorkflowSubject } from './subject.ts';

const form: FormContract = {
  id: 'application',
  title: '申报书',
  by: 'applicant',
  clauses: ['二'],
  ui: {},
  sections: [],
  schema: {
    type: 'object',
    properties: {
      name: { type: 'string', title: '姓名' },
      side: { type: 'string', title: '所属', enum: ['自治区', '兵团'] },
      start: { type: 'string', format: 'date', title: '起始日' },
    },
  },
};

/** A small case machine without a mistake: each row of the table below changes one thing in it. */
export const correct: JsonObject = {
  id: 'case',
  initial: 'drafting',
  on: {
    WITHDRAW: { target: '#case.withdrawn', meta: { title: '撤回', by: 'applicant', escape: true } },
  },
  states: {
    drafting: {
      meta: { title: '填写', role: 'applicant', form: 'application', fields: { readonly: ['name'] } },
      on: {
        SUBMIT: [
          {
            guard: { type: 'before', params: { instant: 'close' } },
            target: 'review',
            actions: [{ type: 'store', params: { form: 'application' } }],
            meta: { title: '提交', form: 'application' },
          },
          { target: 'expired', meta: { title: '提交', form: 'application' } },
        ],
      },
      after: { close: { target: 'expired' } },
    },
    review: {
      meta: { title: '审核', role: 'office', documents: ['opinion'] },
      entry: [{ type: 'notify', params: { to: 'office', template: 'submitted' } }],
      on: {
        PASS: [
          {
            guard: { type: 'answer', params: { form: 'application', field: 'side', in: ['兵团'] } },
            target: 'meetings',
            actions: [{ type: 'set', params: { key: 'pool', value: 'south' } }],
            meta: { title: '通过' },
          },
          { target: 'meetings', meta: { title: '通过' } },
        ],
        RETURN: { target: 'drafting', meta: { title: '退回', reason: 'required' } },
        COMMENT: { actions: { type: 'append', params: { list: 'comments' } }, meta: { title: '附意见' } },
        REFUSE: {
          guard: {
            type: 'all',
            params: {
              guards: ['hasReason', { type: 'count', params: { list: 'comments', min: 1 } }].map(asGuard),
            },
          },
          target: 'refused',
          meta: { title: '不予通过' },
        },
      },
    },
    meetings: {
      type: 'parallel',
      meta: { title: '两个会议' },
      states: {
        first: meeting('office', 'FIRST_DONE'),
        second: meeting('group', 'SECOND_DONE'),
      },
      onDone: 'notice',
    },
    notice: {
      meta: { title: '公示', role: 'office' },
      initial: 'running',
      states: {
        running: { meta: { title: '公示中' }, after: { notice: 'passed' }, on: { OBJECT: 'investigating' } },
        investigating: {
          meta: { title: '核查' },
          on: { DISMISSED: 'passed', UPHELD: '#case.refused' },
        },
        passed: { type: 'final', meta: { title: '期满' } },
      },
      onDone: 'routing',
    },
    routing: {
      meta: { title: '分流' },
      always: [
        { guard: { type: 'is', params: { key: 'pool', in: ['south'] } }, target: 'waiting' },
        { target: 'waiting' },
      ],
    },
    waiting: {
      meta: { title: '等待批次' },
      entry: { type: 'send', params: { to: 'batch', event: 'JOIN' } },
      on: {
        BATCH_DONE: {
          target: 'accepted',
          actions: { type: 'pay', params: { amount: 'basic' } },
          meta: { title: '批次办结', from: 'batch' },
        },
      },
    },
    accepted: { type: 'final', meta: { title: '入选', outcome: 'accepted' } },
    refused: { type: 'final', meta: { title: '不予通过', outcome: 'refused' } },
    expired: { type: 'final', meta: { title: '逾期', outcome: 'expired' } },
    withdrawn: { type: 'final', meta: { title: '撤回', outcome: 'withdrawn' } },
  },
};

function asGuard(guard: Json): Json {
  return typeof guard === 'string' ? { type: guard } : guard;
}

function meeting(role: string, event: string): JsonObject {
  return {
    initial: 'sitting',
    meta: { title: `会议 ${event}`, role },
    states: {
      sitting: { meta: { title: '开会' }, on: { [event]: 'done' } },
      done: { type: 'final', meta: { title: '已议定' } },
    },
  };
}

const batch: MachineContract = {
  id: 'batch',
  kind: 'batch',
  title: '批次',
  clauses: ['三'],
  delays: {},
  config: {
    id: 'batch',
    initial: 'open',
    states: {
      open: {
        meta: { title: '收集', role: 'office' },
        on: {
          JOIN: { meta: { title: '加入', from: 'case' } },
          CLOSE: { target: 'closed', actions: { type: 'send', params: { to: 'case', event: 'BATCH_DONE' } } },
        },
      },
      closed: { type: 'final', meta: { title: '办结', outcome: 'completed' } },
    },
  },
};

export const delays: MachineContract['delays'] = {
  close: { title: '截止', clause: '二', instant: 'close' },
  notice: { title: '公示', clause: '三', workdays: 5 },
};

/** Everything the checks need, around a case machine with this config. */
export function subjectOf(config: JsonObject, more: Partial<MachineContract> = {}): WorkflowSubject {
  const machine = { id: 'case', kind: 'case' as const, title: '申报件', delays, config, ...more };
  return {
    guideline: {
      roles: {
        applicant: { title: '申报人', kind: 'person' },
        office: { title: '办公室', kind: 'body' },
        group: { title: '党组', kind: 'panel' },
      },
      instants: { close: { title: '截止', at: '2025-10-08T20:00:00+08:00', clause: '二' } },
      interpretations: {},
      clauses: [{ id: '二' }, { id: '三' }],
      calendarRegion: 'xinjiang',
    },
    program: {
      id: 'craftsman',
      applicationForm: 'application',
      forms: { application: form },
      rules: {
        facts: ['application'],
        rules: [{ id: 'age', title: '年龄', clause: '二', strength: 'must', require: 'true' }],
        amounts: [{ id: 'basic', title: '经费', clause: '二', unit: '元', value: '1' }],
        quotas: [{ id: 'places', title: '名额', clause: '二', max: 3 }],
      },
      documents: { opinion: {} },
    },
    machine,
    siblings: [machine, batch],
    place: (pointer) => ({ file: 'workflow/case.json', pointer }),
    keyPlace: (pointer) => ({ file: 'workflow/case.json', pointer }),
  };
}

/** The config with the value at a pointer replaced, or taken out when `undefined`. */
export function edited(pointer: string, value: Json | undefined, json: Json = correct): JsonObject {
  const copy = structuredClone(json) as Record<string, Json>;
  const path = pointer.slice(1).split('/');
  const last = path.pop() ?? '';
  let at: Record<string, Json> = copy;
  for (const key of path) at = at[key] as Record<string, Json>;
  if (value === undefined) Reflect.deleteProperty(at, last);
  else at[last] = value;
  return copy as JsonObject;
}
