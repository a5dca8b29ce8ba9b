import type { Json, JsonObject } from '@zhinan/model';
import { expect, test } from 'vitest';
import { batchesFinishWithTheirMembers } from './batches-finish-with-their-members.ts';
import { edited, subjectOf } from './correct-machine.ts';
import type { MachineUnderCheck } from './subject.ts';
import { viewOf } from './view.ts';

const tell = (to: string, event: string): JsonObject => ({ type: 'send', params: { to, event } });
const end = (outcome: string): JsonObject => ({ type: 'final', meta: { title: outcome, outcome } });

/** Cases join, may be withdrawn or refused, and wait for their batch; the batch goes on when all have settled. */
const member: JsonObject = {
  id: 'case',
  initial: 'drafting',
  states: {
    drafting: {
      meta: { title: '填写', role: 'applicant' },
      on: {
        SUBMIT: { target: 'review', actions: tell('batch', 'JOIN') },
        LEAVE: { target: 'withdrawn' },
      },
    },
    review: {
      meta: { title: '审核', role: 'office' },
      on: {
        PASS: { target: 'waiting', actions: tell('batch', 'READY') },
        REFUSE: { target: 'refused', actions: tell('batch', 'OUT') },
      },
    },
    waiting: {
      meta: { title: '等待批次' },
      on: {
        REPORTED: { target: 'accepted', meta: { from: 'batch' } },
        DROPPED: { target: 'refused', meta: { from: 'batch' } },
      },
      after: { close: 'refused' },
    },
    accepted: end('accepted'),
    refused: end('refused'),
    withdrawn: end('withdrawn'),
  },
};

const heard = (status: string): JsonObject => ({
  actions: { type: 'member', params: { status } },
  meta: { from: 'case' },
});

const batch: JsonObject = {
  id: 'batch',
  initial: 'open',
  states: {
    open: {
      meta: { title: '收集', role: 'office' },
      on: {
        JOIN: heard('joined'),
        READY: heard('ready'),
        OUT: heard('out'),
        REPORT: {
          guard: { type: 'everyMember', params: { in: ['ready', 'out'] } },
          target: 'reported',
          actions: tell('case', 'REPORTED'),
        },
      },
    },
    reported: end('completed'),
  },
};

const none: MachineUnderCheck['delays'] = {
  close: { title: '截止', clause: '二', instant: 'close' },
};

function findings(memberConfig: JsonObject, batchConfig: JsonObject): readonly string[] {
  const subject = subjectOf(memberConfig);
  const other: MachineUnderCheck = {
    id: 'batch',
    kind: 'batch',
    title: '批次',
    delays: none,
    config: batchConfig,
  };
  const siblings = [subject.machine, other];
  return [subject.machine, other].flatMap((machine) =>
    batchesFinishWithTheirMembers(viewOf({ ...subject, machine, siblings })).map(
      ({ code, place }) => `${code} ${place.pointer}`,
    ),
  );
}

test('machines that finish together have no finding', () => {
  expect(findings(member, batch)).toEqual([]);
});

const S = '/states';
const rows: readonly [
  what: string,
  of: 'case' | 'batch',
  at: string,
  value: Json | undefined,
  found: readonly string[],
][] = [
  [
    'a case that only the batch can move on, once the batch is over without telling it',
    'case',
    `${S}/waiting/after`,
    {},
    // It may come to wait after the batch has been reported without it.
    ['workflow/member-left-waiting /states/waiting'],
  ],
  [
    'a batch that ends without telling its members, who have a deadline of their own',
    'batch',
    `${S}/open/on/REPORT/actions`,
    undefined,
    [],
  ],
  [
    'a refusal that the batch never hears of',
    'case',
    `${S}/review/on/REFUSE/actions`,
    undefined,
    ['workflow/batch-left-waiting /states/open'],
  ],
  [
    'a withdrawal after joining that the batch never hears of',
    'case',
    `${S}/review/on/LEAVE`,
    { target: 'withdrawn' },
    ['workflow/batch-left-waiting /states/open'],
  ],
  [
    'a status of members that ended which the batch does not count',
    'batch',
    `${S}/open/on/REPORT/guard/params/in`,
    ['ready'],
    ['workflow/batch-left-waiting /states/open'],
  ],
  [
    'a case that ends by time without a word to the batch',
    'case',
    `${S}/review/on/PASS`,
    'waiting',
    ['workflow/batch-left-waiting /states/open'],
  ],
  [
    'a message only to the sender, which was another',
    'batch',
    `${S}/open/on/REPORT/actions/params/only`,
    'sender',
    [],
  ],
];

test.each(rows)('%s', (_, of, at, value, found) => {
  const wrong =
    of === 'case' ? findings(edited(at, value, member), batch) : findings(member, edited(at, value, batch));
  expect(wrong).toEqual(found);
});

test('a batch that waits for a case which waits for it', () => {
  const silent = edited(`${S}/review/on/PASS`, 'waiting', edited(`${S}/waiting/after`, {}, member));
  expect(findings(silent, batch)).toEqual([
    'workflow/member-left-waiting /states/waiting',
    'workflow/mutual-wait /states/open',
  ]);
});
