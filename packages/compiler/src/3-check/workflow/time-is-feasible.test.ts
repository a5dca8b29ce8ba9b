import type { Instant, Interpretation, Json, JsonObject, MachineContract } from '@zhinan/model';
import { expect, test } from 'vitest';
import { say } from '../../diagnostics/message.ts';
import { workflowTimeMessages } from '../../diagnostics/messages/workflow-time.ts';
import { edited, subjectOf } from './correct-machine.ts';
import { timeIsFeasible } from './time-is-feasible.ts';
import { viewOf } from './view.ts';

const instants: Record<string, Instant> = {
  personal: { title: '个人提交截止', at: '2025-10-08T20:00:00+08:00', clause: '三(一)' },
  employer: { title: '单位上传截止', at: '2025-10-13T20:00:00+08:00', clause: '三(二)' },
};
const noticeDays: Interpretation = {
  clause: '三(二)',
  question: '张贴当日算不算？',
  readings: { next: { title: '次日起算', value: false }, same: { title: '当日起算', value: true } },
  chosen: 'next',
  decidedBy: '办公室',
};
const delays: MachineContract['delays'] = {
  personal: { title: '个人提交截止', clause: '三(一)', instant: 'personal' },
  employer: { title: '单位上传截止', clause: '三(二)', instant: 'employer' },
  notice: { title: '公示3个工作日', clause: '三(二)', workdays: 3, postingDayCounts: 'notice-days' },
};

/** Submission until 8 October, notice of three working days, upload until 13 October: the shape of 新疆工匠 2025. */
const config: JsonObject = {
  id: 'case',
  initial: 'drafting',
  states: {
    drafting: {
      meta: { title: '填写', role: 'applicant' },
      on: { SUBMIT: { target: 'review', guard: { type: 'before', params: { instant: 'personal' } } } },
      after: { personal: 'expired' },
    },
    review: {
      meta: { title: '初审', role: 'office' },
      on: { POST: 'posted', RETURN: 'drafting' },
      after: { employer: 'expired' },
    },
    posted: {
      meta: { title: '公示', role: 'office' },
      initial: 'running',
      after: { notice: 'sealing', employer: 'expired' },
      states: {
        running: { on: { OBJECT: 'investigating' } },
        investigating: { on: { DISMISS: 'running', UPHOLD: '#case.refused' } },
      },
    },
    sealing: {
      meta: { title: '盖章上传', role: 'office' },
      on: { UPLOAD: 'accepted' },
      after: { employer: 'expired' },
    },
    accepted: { type: 'final', meta: { outcome: 'accepted' } },
    refused: { type: 'final', meta: { outcome: 'refused' } },
    expired: { type: 'final', meta: { outcome: 'expired' } },
  },
};

interface Change {
  readonly pointer?: string;
  readonly value?: Json;
  readonly instants?: Record<string, Instant>;
  readonly delays?: MachineContract['delays'];
  readonly interpretation?: Partial<Interpretation>;
}

function findings(change: Change = {}) {
  const own = change.pointer ? edited(change.pointer, change.value, config) : config;
  const subject = subjectOf(own, { delays: { ...delays, ...change.delays } });
  const guideline = {
    ...subject.guideline,
    instants: { ...instants, ...change.instants },
    interpretations: { 'notice-days': { ...noticeDays, ...change.interpretation } },
  };
  return timeIsFeasible(viewOf({ ...subject, guideline }));
}

function at(title: string, moment: string): Instant {
  return { title, at: moment, clause: '三' };
}

test('three working days before 13 October 20:00, Saturday the 11th being worked', () => {
  expect(findings()).toEqual([
    {
      code: 'workflow/last-safe-day',
      severity: 'info',
      place: { file: 'workflow/case.json', pointer: '/states/posted/after/notice' },
      clause: '三(二)',
      params: {
        step: '公示',
        delay: '公示3个工作日',
        clause: '三(二)',
        deadline: '单位上传截止',
        deadlineAt: '2025-10-13T20:00:00+08:00',
        readings: ['次日起算', '当日起算'],
        lastDays: ['2025-10-08', '2025-10-09'],
        ends: ['2025-10-12T00:00:00+08:00', '2025-10-12T00:00:00+08:00'],
        // 8 October is the last day of the holiday.
        dayKinds: ['off', 'work'],
        lastWorkday: '2025-09-30',
        previous: '个人提交截止',
        previousAt: '2025-10-08T20:00:00+08:00',
        hoursLeft: 4,
      },
    },
  ]);
});

test('the message tells the officer step, clause, both readings, days and remedy', () => {
  const [found] = findings();
  const { message, hint } = workflowTimeMessages['workflow/last-safe-day'];
  const params = found?.params as Parameters<typeof message.zh>[0];
  expect(say(message, params, 'zh-CN')).toBe(
    '“公示”（三(二)）要赶上“单位上传截止”（2025年10月13日20:00）：' +
      '按“次日起算”（现用口径），最迟10月8日（非工作日）开始，10月12日0时期满；' +
      '按“当日起算”（另一口径），最迟10月9日开始，10月12日0时期满。',
  );
  expect(hint && say(hint, params, 'zh-CN')).toContain('只剩4小时');
  expect(hint && say(hint, params, 'zh-CN')).toContain('最迟9月30日');
});

test('the chosen reading comes first and decides', () => {
  const [found] = findings({ interpretation: { chosen: 'same' } });
  expect(found?.params).toMatchObject({
    readings: ['当日起算', '次日起算'],
    lastDays: ['2025-10-09', '2025-10-08'],
    hoursLeft: 28,
  });
});

test('a deadline exactly at the end of the notice is missed: nobody can act at a moment that has passed', () => {
  const [found] = findings({ instants: { employer: at('截止', '2025-10-12T00:00:00+08:00') } });
  // 30 September, 9 and 10 October are the last three whole working days before the 11th.
  expect(found?.params).toMatchObject({ lastDays: ['2025-09-29', '2025-09-30'] });
});

test('who submits at the last moment comes too late: a gap between two deadlines', () => {
  const found = findings({ instants: { personal: at('个人提交截止', '2025-10-09T20:00:00+08:00') } });
  expect(found.map(({ code }) => code)).toEqual(['workflow/last-safe-day', 'workflow/notice-gap']);
  expect(found[1]).toMatchObject({
    severity: 'warning',
    params: { lastDay: '2025-10-08', previous: '个人提交截止' },
  });
});

test('an opening after the last safe day leaves no way to meet the deadline', () => {
  const guard = { type: 'notBefore', params: { instant: 'opening' } };
  const change = { pointer: '/states/review/on/POST', value: { target: 'posted', guard } };
  const impossible = findings({
    ...change,
    instants: { opening: at('开始公示', '2025-10-09T00:00:00+08:00') },
  });
  expect(impossible.find(({ code }) => code === 'workflow/deadline-impossible')).toMatchObject({
    severity: 'error',
    clause: '三(二)',
    place: { pointer: '/states/review/on/POST' },
    params: { step: '初审', deadline: '单位上传截止', cause: '开始公示' },
  });
  const possible = findings({
    ...change,
    instants: { opening: at('开始公示', '2025-10-08T23:00:00+08:00') },
  });
  expect(possible.map(({ code }) => code)).not.toContain('workflow/deadline-impossible');
});

test('a wait until an instant that lies after the deadline', () => {
  const pointer = '/states/posted/after';
  const value = { opening: 'sealing', employer: 'expired' };
  const own = { opening: { title: '开始', clause: '三', instant: 'opening' } };
  const late = findings({
    pointer,
    value,
    delays: own,
    instants: { opening: at('开始', '2025-10-14T00:00:00+08:00') },
  });
  expect(late.map(({ code, place }) => `${code} ${place.pointer}`)).toEqual([
    'workflow/deadline-impossible /states/posted/after/opening',
  ]);
  const early = findings({
    pointer,
    value,
    delays: own,
    instants: { opening: at('开始', '2025-10-10T00:00:00+08:00') },
  });
  expect(early).toEqual([]);
});

test.each([
  ['days', { days: 3 }, '2025-10-09', '2025-10-13T00:00:00+08:00'],
  ['months', { months: 1 }, '2025-09-12', '2025-10-13T00:00:00+08:00'],
  ['years', { years: 2 }, '2023-10-12', '2025-10-13T00:00:00+08:00'],
])('a wait in %s', (_, length, lastDay, end) => {
  const [found] = findings({ delays: { notice: { title: '等待', clause: '三', ...length } } });
  expect(found?.params).toMatchObject({ readings: [''], lastDays: [lastDay], ends: [end] });
});

test('without a deadline behind it a wait has no last day', () => {
  const state = { meta: { title: '盖章' }, on: { UPLOAD: 'accepted' } };
  const unhurried = { meta: { title: '公示' }, after: { notice: 'sealing' } };
  const free = edited('/states/posted', unhurried, edited('/states/sealing', state, config));
  const subject = subjectOf(free, { delays });
  const guideline = { ...subject.guideline, instants, interpretations: { 'notice-days': noticeDays } };
  expect(timeIsFeasible(viewOf({ ...subject, guideline }))).toEqual([]);
});

test('beyond the calendar the answer is unknown, not no', () => {
  const later = {
    personal: at('个人提交截止', '2039-10-08T20:00:00+08:00'),
    employer: at('单位上传截止', '2039-10-13T20:00:00+08:00'),
  };
  const found = findings({ instants: later });
  expect(found).toMatchObject([
    {
      code: 'workflow/calendar-unknown',
      severity: 'warning',
      place: { pointer: '/states/posted/after/notice' },
    },
  ]);
});

test('a reading that does not say whether the day counts', () => {
  const readings = { next: { title: '次日起算' }, same: { title: '当日起算', value: true } };
  const found = findings({ interpretation: { readings } }).filter(({ severity }) => severity === 'error');
  expect(found).toMatchObject([
    {
      code: 'workflow/reading-without-value',
      place: { pointer: '/delays/notice/postingDayCounts' },
      params: { reading: '次日起算' },
    },
  ]);
});
