import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { FileTree, Json, JsonObject } from '@zhinan/model';
import { describe, expect, test } from 'vitest';
import { compile } from '@zhinan/compiler';

// Entitlements, amendments, several cases and batches, roles by table: written as an officer writes them, through the
// whole compiler. What must be accepted is played; what is not so must be told.

const base = readTree(new URL('corpus/accepted/young-talent/definition', import.meta.url).pathname);
const folder = 'young-talent/2026';

const meta = (title: string, more: JsonObject = {}): JsonObject => ({ title, clause: '三', ...more });
const send = (params: JsonObject): JsonObject => ({ type: 'send', params });

const caseMachine = {
  kind: 'case',
  title: '申报件',
  clause: '三',
  delays: { close: { title: '申报截止', clause: '二', instant: 'close' } },
  id: 'case',
  initial: 'drafting',
  states: {
    drafting: {
      meta: meta('填写', { role: 'applicant', form: 'application', clause: '二' }),
      on: {
        SUBMIT: {
          target: 'review',
          actions: [{ type: 'store', params: { form: 'application' } }],
          meta: { title: '提交', form: 'application' },
        },
      },
      after: { close: 'expired' },
    },
    review: {
      meta: meta('审核', { role: { table: 'desk' } }),
      on: {
        PASS: [
          {
            guard: { type: 'table', params: { table: 'desk', in: ['home-desk'] } },
            target: 'waiting',
            actions: [send({ to: 'batch', event: 'READY' })],
            meta: { title: '通过' },
          },
          { target: 'waiting', actions: [send({ to: 'batch', event: 'READY' })], meta: { title: '通过' } },
        ],
        REFUSE: { target: 'refused', meta: { title: '不通过', reason: 'required' } },
      },
    },
    waiting: {
      meta: meta('等待批次'),
      on: { SELECTED: { target: 'support', meta: { title: '入选', from: 'batch' } } },
      after: { close: 'expired' },
    },
    support: {
      meta: meta('支持期', { role: 'office' }),
      entry: [
        { type: 'set', params: { key: 'selected', value: true } },
        send({ to: 'entitlement', event: 'START' }),
      ],
      on: {
        REPLACED: {
          actions: [{ type: 'append', params: { list: 'replacements' } }],
          meta: { title: '变更获批', from: 'amendment', form: 'application' },
        },
        FRAUD: {
          target: 'cancelled',
          actions: [send({ to: 'entitlement', event: 'STOP' })],
          meta: { title: '取消资格', reason: 'required' },
        },
        END: { target: 'accepted', meta: { title: '结项' } },
      },
    },
    accepted: { type: 'final', meta: { title: '完成', outcome: 'accepted' } },
    cancelled: { type: 'final', meta: { title: '取消', outcome: 'cancelled' } },
    refused: { type: 'final', meta: { title: '不予通过', outcome: 'refused' } },
    expired: { type: 'final', meta: { title: '逾期', outcome: 'expired' } },
  },
};

const batch = {
  kind: 'batch',
  title: '批次',
  clause: '三',
  delays: {},
  id: 'batch',
  initial: 'collecting',
  states: {
    collecting: {
      meta: meta('收集', { role: 'office' }),
      on: {
        READY: { actions: [{ type: 'member', params: {} }], meta: { title: '收到', from: 'case' } },
        DECIDE: {
          target: 'decided',
          actions: [send({ to: 'case', event: 'SELECTED' })],
          meta: { title: '审定' },
        },
      },
    },
    decided: { type: 'final', meta: { title: '已审定', outcome: 'completed' } },
  },
};

const payment = {
  kind: 'entitlement',
  title: '奖励发放',
  clause: '四',
  delays: {
    grown: { title: '满三十七岁', clause: '四', years: 37, from: 'application.born' },
    year: { title: '满一年', clause: '四', years: 1 },
  },
  id: 'payment',
  initial: 'granted',
  states: {
    granted: {
      meta: meta('待开始'),
      on: { START: { target: 'due', meta: { title: '开始', from: 'case' } } },
    },
    due: {
      meta: meta('核对并拨付', { role: 'office' }),
      on: {
        PAID: {
          target: 'paid',
          actions: [
            { type: 'pay', params: { amount: 'award' } },
            { type: 'append', params: { list: 'payments' } },
          ],
          meta: { title: '拨付' },
        },
        STOP: { target: 'stopped', meta: { title: '停发', from: 'case' } },
      },
      after: { grown: 'stopped' },
    },
    paid: {
      meta: meta('等待下一年'),
      always: {
        guard: { type: 'count', params: { list: 'payments', min: 2 } },
        target: 'finished',
      },
      on: { STOP: { target: 'stopped', meta: { title: '停发', from: 'case' } } },
      after: { year: 'due' },
    },
    finished: { type: 'final', meta: { title: '发放完毕', outcome: 'completed' } },
    stopped: { type: 'final', meta: { title: '停发', outcome: 'cancelled' } },
  },
};

const replacement = {
  kind: 'amendment',
  title: '变更',
  clause: '三',
  delays: {},
  id: 'replacement',
  initial: 'request',
  states: {
    request: {
      meta: meta('提出', { role: 'applicant', form: 'application' }),
      on: {
        REQUEST: {
          guard: { type: 'is', params: { key: 'selected', in: [true] } },
          target: 'review',
          actions: [{ type: 'store', params: { form: 'application' } }],
          meta: { title: '申请变更', form: 'application' },
        },
      },
    },
    review: {
      meta: meta('审批', { role: 'office' }),
      on: {
        APPROVE: {
          target: 'approved',
          actions: [send({ to: 'case', event: 'REPLACED', form: 'application' })],
          meta: { title: '同意' },
        },
        REJECT: { target: 'rejected', meta: { title: '不同意', reason: 'required' } },
      },
    },
    approved: { type: 'final', meta: { title: '已变更', outcome: 'accepted' } },
    rejected: { type: 'final', meta: { title: '未获同意', outcome: 'refused' } },
  },
};

const desk = {
  id: 'desk',
  title: '受理分工',
  clause: '三',
  hitPolicy: 'U',
  inputs: [{ expression: 'abroad' }],
  outputs: [{ name: 'role', type: 'text' }],
  rows: [
    { when: ['true'], then: ['abroad-desk'] },
    { when: ['false'], then: ['home-desk'] },
  ],
};

const application = {
  name: '测试甲',
  born: '1990-05-01',
  rank: '副高级',
  abroad: false,
  results: [{ title: '样例成果', year: 2025 }],
};

const at = (day: string) => `${day}T09:00:00+08:00`;
const through = [
  { at: at('2026-06-01'), as: 'applicant', event: 'SUBMIT', state: 'review' },
  // The other desk has nothing to say here.
  { at: at('2026-06-02'), as: 'abroad-desk', event: 'PASS', refused: true },
  { at: at('2026-06-02'), as: 'home-desk', event: 'PASS', state: 'waiting' },
];

const two = {
  title: '两件申报，一件入选并拨付，到龄停发',
  program: 'scholar',
  clauses: ['三', '四'],
  facts: { application },
  cases: {
    'case:2': { facts: { application: { name: '测试乙', abroad: true, country: '某国' } }, batch: 'batch:b' },
  },
  expect: {
    state: 'support',
    instances: {
      // Its batch never decided.
      'case:2': { state: 'expired', outcome: 'expired' },
      'case/payment': { state: 'stopped', outcome: 'cancelled' },
      // The only machine of its kind may be called by the kind.
      'case/entitlement': { state: 'stopped' },
      'case:2/payment': { absent: true },
      'batch:b': { state: 'collecting' },
      'case/replacement': { outcome: 'accepted' },
      'case/replacement:2': { state: 'review' },
    },
  },
  steps: [
    ...through,
    { at: at('2026-06-03'), as: 'applicant', event: 'SUBMIT', instance: 'case:2', state: 'review' },
    { at: at('2026-06-04'), as: 'abroad-desk', event: 'PASS', instance: 'case:2', state: 'waiting' },
    {
      at: at('2026-06-05'),
      as: 'office',
      event: 'DECIDE',
      machine: 'batch',
      state: 'decided',
      effects: ['send:case/SELECTED', 'send:entitlement/START'],
    },
    { advanceTo: at('2026-06-06'), state: 'support' },
    { advanceTo: at('2026-06-06'), instance: 'case/payment', state: 'due' },
    {
      at: at('2026-06-08'),
      as: 'office',
      event: 'PAID',
      instance: 'case/payment',
      state: 'paid',
      effects: ['pay:award'],
    },
    {
      at: at('2026-06-09'),
      as: 'applicant',
      event: 'REQUEST',
      instance: 'case:2/replacement',
      refused: true,
    },
    {
      at: at('2026-06-09'),
      as: 'applicant',
      event: 'REQUEST',
      instance: 'case/replacement',
      state: 'review',
    },
    { at: at('2026-06-10'), as: 'office', event: 'APPROVE', instance: 'case/replacement', state: 'approved' },
    { at: at('2026-06-11'), as: 'applicant', event: 'REQUEST', instance: 'case/replacement:2' },
    { advanceTo: '2027-04-30T23:59:00+08:00', instance: 'case/payment', state: 'paid' },
    // Thirty-seven since 1 May, as the answer says: when the next year falls due, that wait is over at once.
    { advanceTo: '2027-06-09T00:00:00+08:00', instance: 'case/payment', state: 'stopped' },
  ],
};

const files = (more: Readonly<Record<string, Json>>): FileTree => {
  const json = (name: string): JsonObject => JSON.parse(base[`${folder}/${name}`] ?? '') as JsonObject;
  const guideline = json('guideline.json');
  const rules = json('scholar/rules.json');
  const written: Readonly<Record<string, Json>> = {
    'guideline.json': {
      ...guideline,
      roles: {
        ...(guideline['roles'] as JsonObject),
        'home-desk': { title: '国内组', kind: 'body' },
        'abroad-desk': { title: '国外组', kind: 'body' },
      },
    },
    'scholar/rules.json': { ...rules, tables: [desk] as unknown as Json },
    'scholar/workflow/case.json': caseMachine as Json,
    'scholar/workflow/batch.json': batch as Json,
    'scholar/workflow/payment.json': payment as Json,
    'scholar/workflow/replacement.json': replacement as Json,
    ...more,
  };
  const texts = Object.entries(written).map(([name, value]) => [`${folder}/${name}`, JSON.stringify(value)]);
  const { [`${folder}/scenarios/accepted-after-notice.json`]: _, ...rest } = base;
  return { ...rest, ...(Object.fromEntries(texts) as FileTree) };
};

async function findings(more: Readonly<Record<string, Json>> = {}): Promise<readonly string[]> {
  const { diagnostics } = await compile(files(more), folder, { until: 'rehearse' });
  return diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, params }) => `${code} ${JSON.stringify(params)}`);
}

describe('a programme of many machines', () => {
  test('is accepted by all checks', async () => {
    expect(await findings()).toEqual([]);
  });

  test('is played as its scenarios promise', async () => {
    expect(await findings({ 'scenarios/accepted-two.json': two as unknown as Json })).toEqual([]);
  });

  test('a promise about any of the machines that does not hold is told', async () => {
    const wrong = {
      ...two,
      expect: {
        instances: {
          'case/payment': { state: 'paid' },
          'case/replacement:2': { absent: true },
          'case/nothing': { state: 'x' },
        },
      },
      steps: [...two.steps, { at: at('2027-06-10'), as: 'office', event: 'PAID', instance: 'case/nothing' }],
    };
    expect(await findings({ 'scenarios/accepted-two.json': wrong as unknown as Json })).toEqual([
      expect.stringContaining('"what":"第 16 步的流程","expected":"case/nothing"'),
    ]);
    const { steps } = two;
    expect(await findings({ 'scenarios/accepted-two.json': { ...wrong, steps } as unknown as Json })).toEqual(
      [
        expect.stringContaining('"what":"状态“case/payment”","expected":"paid","actual":"stopped"'),
        expect.stringContaining(
          '"what":"流程“case/replacement:2”","expected":"(not opened)","actual":"review"',
        ),
        expect.stringContaining('"what":"流程“case/nothing”","expected":"case/nothing"'),
      ],
    );
  });
});

function readTree(root: string): FileTree {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.map((path) => [
      path
        .slice(root.length + 1)
        .split(sep)
        .join('/'),
      readFileSync(path, 'utf8'),
    ]),
  );
}
