import type { JsonObject, MachineContract, TableOutcome } from '@zhinan/model';
import type { Environment } from '../environment.ts';
import { environment as one } from './fixture.ts';

// The small programme with what belongs to a case besides, two payments of different machines and one kind of request.

function machine(
  id: string,
  kind: MachineContract['kind'],
  states: JsonObject,
  delays: MachineContract['delays'] = {},
): MachineContract {
  const [initial = ''] = Object.keys(states);
  return { id, kind, title: id, clauses: ['一'], delays, config: { id, initial, states } };
}

const send = (params: JsonObject): JsonObject => ({ type: 'send', params });
const from = (kind: string): JsonObject => ({ title: kind, from: kind });
const by = (role: string, more: JsonObject = {}): JsonObject => ({ title: role, by: role, ...more });

const caseMachine = machine('case', 'case', {
  work: {
    meta: { title: '办理', role: { table: 'desk' } },
    on: {
      SUBMIT: {
        actions: { type: 'store', params: { form: 'application' } },
        meta: by('applicant', { form: 'application' }),
      },
      KEEP: { actions: { type: 'set', params: { key: 'category', value: 'A' } }, meta: by('office') },
      CHANGE: { actions: { type: 'set', params: { key: 'category', value: 'B' } }, meta: by('office') },
      ROUTE: { meta: { title: '分派', by: [{ table: 'desk' }, 'office'] } },
      DESK: { meta: { title: '办理', by: { table: 'desk' } } },
      GRANT: { actions: send({ to: 'entitlement', machine: 'housing', event: 'START' }), meta: by('office') },
      LIVING: { actions: send({ to: 'entitlement', machine: 'living', event: 'START' }), meta: by('office') },
      AGAIN: {
        actions: send({ to: 'entitlement', machine: 'housing', event: 'START', new: true }),
        meta: by('office'),
      },
      TELL: { actions: send({ to: 'entitlement', event: 'NEWS' }), meta: by('office') },
      STOP: { actions: send({ to: 'entitlement', event: 'STOP' }), meta: by('office') },
      JOIN: { actions: send({ to: 'batch', event: 'READY' }), meta: by('office') },
      CHECK: { actions: send({ to: 'batch', event: 'ASK' }), meta: by('office') },
      CLOSED: { target: 'over', meta: from('batch') },
      ANSWER: { actions: { type: 'append', params: { list: 'answers' } }, meta: from('batch') },
      REPLACED: {
        actions: { type: 'append', params: { list: 'replaced' } },
        meta: { ...from('amendment'), form: 'application' },
      },
    },
  },
  over: { type: 'final' },
});

const batchMachine = machine('batch', 'batch', {
  open: {
    on: {
      READY: { actions: { type: 'member' }, meta: from('case') },
      ASK: { actions: send({ to: 'case', event: 'ANSWER', only: 'sender' }), meta: from('case') },
      CLOSE: { target: 'closed', actions: send({ to: 'case', event: 'CLOSED' }), meta: by('office') },
    },
  },
  closed: { type: 'final' },
});

const payments = (id: string, delays: MachineContract['delays'] = {}): MachineContract =>
  machine(
    id,
    'entitlement',
    {
      granted: { on: { START: { target: 'due', meta: from('case') } } },
      due: {
        on: {
          PAID: {
            target: 'waiting',
            actions: { type: 'pay', params: { amount: 'grant' } },
            meta: by('office'),
          },
          OWN: { actions: { type: 'set', params: { key: 'category', value: 'own' } }, meta: by('office') },
          NEWS: { actions: { type: 'append', params: { list: 'news' } }, meta: from('case') },
          STOP: { target: 'stopped', meta: from('case') },
        },
      },
      waiting: {
        on: {
          NEWS: { actions: { type: 'append', params: { list: 'news' } }, meta: from('case') },
          STOP: { target: 'stopped', meta: from('case') },
        },
        ...(delays['probation'] ? { after: { probation: 'done' } } : {}),
      },
      done: { type: 'final' },
      stopped: { type: 'final' },
    },
    delays,
  );

const replacement = machine('replacement', 'amendment', {
  request: {
    on: {
      REQUEST: {
        target: 'review',
        guard: { type: 'is', params: { key: 'category', in: ['A'] } },
        actions: { type: 'store', params: { form: 'application' } },
        meta: by('applicant', { form: 'application' }),
      },
    },
  },
  review: {
    on: {
      APPROVE: {
        target: 'approved',
        actions: send({ to: 'case', event: 'REPLACED', form: 'application' }),
        meta: by('office'),
      },
    },
  },
  approved: { type: 'final' },
});

const level = { form: 'application', pointer: '/level', title: '等级' };

/** 等级 decides the desk: nobody knows it before the answer is there. */
function desk(answer: unknown): TableOutcome {
  const role = answer === 'senior' ? ['employer'] : answer === undefined ? null : ['public'];
  return { id: 'desk', title: '分工', clauses: ['一'], values: { role }, missing: role ? [] : [level] };
}

export const environment: Environment = {
  ...one,
  contract: {
    ...one.contract,
    codeLists: {
      places: {
        id: 'places',
        title: '地区',
        source: '测试',
        asOf: '2025-01-01',
        items: [{ code: 'a', title: '甲地' }],
        groups: { south: { title: '南部', codes: ['a'], source: '测试', asOf: '2025-01-01' } },
      },
    },
  },
  rules: { ...one.rules, tables: (facts) => [desk(facts['application']?.['level'])] },
  program: {
    ...one.program,
    machines: {
      case: caseMachine,
      batch: batchMachine,
      housing: payments('housing', {
        probation: { title: '试用期', clause: '四', months: 6, from: 'application.finish' },
      }),
      living: payments('living'),
      replacement,
    },
    rules: {
      ...one.program.rules,
      sets: { 南部: { codeList: 'places', group: 'south' } },
      tables: [
        {
          id: 'desk',
          title: '分工',
          clause: '一',
          hitPolicy: 'U',
          inputs: [],
          outputs: [{ name: 'role' }],
          rows: [],
        },
      ],
    },
  },
};
