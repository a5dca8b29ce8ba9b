import type { JsonObject } from '@zhinan/model';
import { describe, expect, test } from 'vitest';
import { play, type Stage } from './testing/play.ts';

const drafting = {
  use: 'fill-in',
  with: {
    clause: '一',
    form: 'application',
    first: [{ event: 'PLEDGE', form: 'pledge', render: 'notice' }],
    notify: ['unit'],
    deadline: { delay: { instant: 'deadline' }, to: 'expired' },
  },
  next: 'first',
};
const reviewing = (more: JsonObject = {}, stage: Stage = {}, submitted = true) => {
  const player = play(
    {
      drafting,
      first: {
        use: 'review',
        with: { clause: '一', role: 'unit', reject: { to: 'refused' }, return: { to: 'drafting' } },
        next: 'second',
      },
      second: {
        use: 'review',
        with: { clause: '一', role: 'office', form: 'opinion', reject: { to: 'refused' }, ...more },
        next: 'done',
      },
    },
    stage,
  );
  player.act('PLEDGE', { data: {} });
  if (submitted) {
    player.act('SUBMIT', { data: {} });
    player.act('APPROVE', { as: 'unit' });
  }
  return player;
};
const office = { as: 'office' };

describe('fill-in', () => {
  test('is sound, and submitted only with its form and after the pledge', () => {
    const player = play({ drafting: { ...drafting, next: 'done' } });
    expect(player.findings).toEqual([]);
    expect(player.act('SUBMIT', { data: {} })).toBe('drafting');
    expect(player.effects).toEqual(['flag:申报件/请先办：pledge']);
    player.act('PLEDGE', { data: {} });
    expect(player.effects).toEqual(['render:notice']);
    expect(player.act('SUBMIT', { data: { bad: 1 } })).toMatch('须改正');
    expect(player.act('SUBMIT', { as: 'unit', data: {} })).toMatch('无权');
    expect(player.act('SUBMIT', { data: { text: '甲' } })).toBe('done');
    expect(player.effects).toEqual(['notify:unit/submitted']);
    expect(player.snapshot.context.forms['application']).toEqual({ text: '甲' });
  });

  test('the deadline is a moment: a second before it goes, at it nothing goes any more', () => {
    const player = reviewing({}, {}, false);
    player.until('2025-10-13T19:59');
    expect(player.act('SUBMIT', { data: {} })).toBe('first');
    const late = reviewing({}, {}, false);
    expect(late.until('2025-10-13T20:00')).toBe('expired');
    expect(late.effects).toEqual(['notify:applicant/expired']);
    expect(late.act('SUBMIT', { data: {} })).toMatch('已办结');
  });
});

describe('review', () => {
  test('is sound with everything it can', () => {
    const player = reviewing({
      eligible: true,
      return: { to: ['drafting', 'first'], straightBack: true },
      recall: { to: 'withdrawn' },
      cc: ['bureau'],
      deadline: [
        { delay: { workdays: 9 }, to: 'expired' },
        { delay: { workdays: 3 } },
        { delay: { workdays: 5 }, escalate: 'bureau' },
      ],
    });
    expect(player.findings).toEqual([]);
    expect(player.effects).toContain('cc:bureau/copy');
  });

  test('passes with its form, refuses with a reason', () => {
    expect(reviewing().act('APPROVE', office)).toMatch('须同时提交');
    expect(reviewing().act('APPROVE', { ...office, data: {} })).toBe('done');
    expect(reviewing().act('REJECT', office)).toMatch('须写明理由');
    const player = reviewing();
    expect(player.act('REJECT', { ...office, reason: '不符' })).toBe('refused');
    expect(player.effects).toEqual(['notify:applicant/refused']);
  });

  test('by the rules: what fails blocks, what is open needs a reason', () => {
    const approve = { ...office, data: {} };
    expect(
      reviewing({ eligible: true }, { eligibility: 'ineligible' }).act('APPROVE', {
        ...approve,
        reason: '特批',
      }),
    ).toBe('second');
    const open = reviewing({ eligible: true }, { eligibility: 'undecided' });
    expect(open.act('APPROVE', approve)).toBe('second');
    expect(open.act('APPROVE', { ...approve, reason: '已核' })).toBe('done');
    expect(reviewing({ eligible: true }).act('APPROVE', approve)).toBe('done');
  });

  test('returns to the initiator, who goes the whole way again', () => {
    const player = reviewing({ return: { to: 'drafting' } });
    expect(player.act('RETURN', { ...office, reason: '补材料' })).toBe('drafting');
    expect(player.act('SUBMIT', { data: {} })).toBe('first');
  });

  test('returns to the step the event names, and straight back, once', () => {
    const player = reviewing({ return: { to: ['drafting', 'first'], straightBack: true } });
    expect(player.act('RETURN', { ...office, reason: '重核', data: { to: 'first' } })).toBe('first');
    expect(player.act('APPROVE', { as: 'unit' })).toBe('second');
    expect(player.act('RETURN', { ...office, reason: '补材料', data: { to: 'drafting' } })).toBe('drafting');
    expect(player.act('SUBMIT', { data: {} })).toBe('second');
    expect(player.act('RETURN', { ...office, reason: '?', data: { to: 'done' } })).toBe('second');
    const ordinary = reviewing({ return: { to: 'drafting', straightBack: true } });
    ordinary.act('RETURN', { ...office, reason: '补材料' });
    ordinary.act('SUBMIT', { data: {} });
    expect(ordinary.act('APPROVE', { ...office, data: {} })).toBe('done');
  });

  test('correction in place comes straight back', () => {
    const player = reviewing({ return: { correct: { form: 'application' } } });
    expect(player.findings).toEqual([]);
    expect(player.act('RETURN', { ...office, reason: '错字' })).toBe('second.correcting');
    expect(player.act('RESUBMIT', { data: { text: '改' } })).toBe('second.reviewing');
    expect(player.snapshot.context.forms['application']).toEqual({ text: '改' });
  });

  test('no return after the moment it is allowed until', () => {
    const player = reviewing({ return: { to: 'drafting', before: 'deadline' } });
    player.until('2025-10-13T20:00');
    expect(player.act('RETURN', { ...office, reason: '补' })).toBe('second');
    expect(player.effects[0]).toMatch('flag:');
  });

  test('recall until the other side has opened it', () => {
    expect(reviewing({ recall: { to: 'withdrawn' } }).act('RECALL')).toBe('withdrawn');
    const player = reviewing({ recall: { to: 'withdrawn' } });
    player.act('OPEN', office);
    expect(player.act('RECALL')).toBe('second');
  });

  test('escalation: the superior may act only after it, the reviewer still', () => {
    const escalating = () => reviewing({ deadline: { delay: { days: 2 }, escalate: 'bureau' } });
    expect(escalating().act('APPROVE', { as: 'bureau', data: {} })).toMatch('refused:');
    const player = escalating();
    expect(player.until('2025-09-04')).toBe('second');
    expect(player.effects).toEqual(['notify:bureau/escalated']);
    expect(player.act('APPROVE', { as: 'bureau', data: {} })).toBe('done');
    const own = escalating();
    own.until('2025-09-04');
    expect(own.act('APPROVE', { ...office, data: {} })).toBe('done');
  });

  test('nothing passes by itself unless a clause says so', () => {
    const waiting = reviewing({ deadline: { delay: { days: 2 } } });
    expect(waiting.until('2026-01-01')).toBe('second');
    const passing = reviewing({ deadline: { delay: { days: 2 }, autoPass: { clause: '九' } } });
    expect(passing.until('2025-09-04')).toBe('done');
    expect(passing.effects[0]).toMatch('依九视为通过');
  });

  test('a repeated key does nothing twice', () => {
    const player = reviewing({ return: { to: 'drafting' } });
    player.act('RETURN', { ...office, reason: '补', key: 'k' });
    player.act('SUBMIT', { data: {} });
    player.act('APPROVE', { as: 'unit' });
    expect(player.act('RETURN', { ...office, reason: '补', key: 'k' })).toBe('second');
  });
});

test('a step changes only the fields it may, and brings those it must', () => {
  const player = play({
    drafting: { use: 'fill-in', with: { clause: '一', form: 'application' }, next: 'correcting' },
    correcting: {
      use: 'fill-in',
      with: { clause: '一', form: 'application', fields: { editable: ['text'], required: ['text'] } },
      next: 'done',
    },
  });
  player.act('SUBMIT', { data: { text: '甲', unit: '某院' } });
  expect(player.act('SUBMIT', { data: { text: '乙', unit: '他院' } })).toMatch(
    '不能改《application 表》的“单位”',
  );
  expect(player.act('SUBMIT', { data: { unit: '某院' } })).toMatch('须填《application 表》的“文字”');
  expect(player.act('SUBMIT', { data: { text: '乙', unit: '某院' } })).toBe('done');
});

test('what a step hides is not lost when it hands its answers in', () => {
  const fields = { editable: ['text'], hidden: ['unit'] };
  const player = play({
    drafting: { use: 'fill-in', with: { clause: '一', form: 'application' }, next: 'correcting' },
    correcting: {
      use: 'fill-in',
      with: { clause: '一', form: 'application', fields },
      next: 'again',
    },
    again: {
      use: 'fill-in',
      with: { clause: '一', form: 'application', fields: { readonly: ['unit'] } },
      next: 'done',
    },
  });
  player.act('SUBMIT', { data: { text: '甲', unit: '某院' } });
  expect(player.act('SUBMIT', { data: { text: '乙', unit: '他院' } })).toMatch('“单位”');
  player.act('SUBMIT', { data: { text: '乙' } });
  // Had the unit been lost, handing it in here would be a change.
  expect(player.act('SUBMIT', { data: { text: '乙', unit: '某院' } })).toBe('done');
});

describe('task', () => {
  test('one act, with a deadline of its own; paper handed in late is too late', () => {
    const receiving = () =>
      play({
        paper: {
          use: 'task',
          with: {
            clause: '一',
            role: 'office',
            do: { event: 'PAPER_RECEIVED', title: '收到纸质材料', form: 'scan' },
            deadline: { delay: { days: 5 }, to: 'expired' },
          },
          next: 'done',
        },
      });
    expect(receiving().findings).toEqual([]);
    expect(receiving().act('PAPER_RECEIVED', { as: 'office', data: {} })).toBe('done');
    const player = receiving();
    player.until('2025-09-06T23:59');
    expect(player.state).toBe('paper');
    expect(player.until('2025-09-07')).toBe('expired');
  });
});

describe('withdrawal', () => {
  const leaving = () =>
    play(
      {
        drafting: { ...drafting, next: 'support' },
        support: {
          use: 'task',
          with: { clause: '一', role: 'office', do: { event: 'END', title: '结束' } },
          next: 'done',
        },
      },
      {
        root: {
          use: 'withdrawal',
          with: {
            clause: '一',
            withdraw: {
              to: 'withdrawn',
              unless: [{ guard: { type: 'filled', params: { form: 'application' } }, note: '须有特殊原因' }],
            },
            cancel: { by: 'office', to: 'stopped' },
          },
        },
      },
    );

  test('at the root of the machine, from every state; with a special reason after selection only', () => {
    expect(leaving().findings).toEqual([]);
    expect(leaving().act('WITHDRAW', { reason: '个人原因' })).toBe('withdrawn');
    const player = leaving();
    player.act('PLEDGE', { data: {} });
    player.act('SUBMIT', { data: {} });
    expect(player.act('WITHDRAW', { reason: '个人原因' })).toBe('support');
    expect(player.effects).toEqual(['flag:申报件/须有特殊原因']);
    expect(player.act('CANCEL', { as: 'office', reason: '弄虚作假' })).toBe('stopped');
  });
});
