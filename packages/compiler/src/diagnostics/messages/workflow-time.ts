import { message } from '../message.ts';

/** `2025-10-08` → 10月8日; `2025-10-13T20:00:00+08:00` → 10月13日20:00. The year is told once, by the deadline. */
function dayZh(text: string): string {
  const [date = '', time = ''] = text.split('T');
  const [, month = '', day = ''] = date.split('-');
  const clock = time.slice(0, 5);
  return `${Number(month)}月${Number(day)}日${clock === '' ? '' : clock === '00:00' ? '0时' : clock}`;
}

interface LastSafeDay {
  readonly step: string;
  readonly delay: string;
  readonly clause: string;
  readonly deadline: string;
  readonly deadlineAt: string;
  /** One per reading, the chosen one first: title, last day to begin, end, and `off` on a day nobody works. */
  readonly readings: readonly string[];
  readonly lastDays: readonly string[];
  readonly ends: readonly string[];
  readonly dayKinds: readonly string[];
  /** Last working day not after the last day of the chosen reading. */
  readonly lastWorkday: string;
  /** The deadline before this one, and the hours it leaves; '' and -1 without one. */
  readonly previous: string;
  readonly previousAt: string;
  readonly hoursLeft: number;
  readonly [param: string]: string | number | readonly string[];
}

function readingZh({ readings, lastDays, ends, dayKinds }: LastSafeDay, index: number): string {
  const reading = readings[index] ?? '';
  const chosen = readings.length === 1 ? '' : index === 0 ? '（现用口径）' : '（另一口径）';
  const off = dayKinds[index] === 'off' ? '（非工作日）' : '';
  const title = reading ? `按“${reading}”${chosen}，` : '';
  return `${title}最迟${dayZh(lastDays[index] ?? '')}${off}开始，${dayZh(ends[index] ?? '')}期满`;
}

function readingEn({ readings, lastDays, ends, dayKinds }: LastSafeDay, index: number): string {
  const chosen = readings.length === 1 ? '' : index === 0 ? ' (chosen)' : ' (alternative)';
  const off = dayKinds[index] === 'off' ? ', a day off' : '';
  const reading = readings[index] ? `reading "${readings[index]}"${chosen}: ` : '';
  return `${reading}begin by ${lastDays[index]}${off}, over at ${ends[index]}`;
}

/** Whether the working-day calendar leaves time for everything. */
export const workflowTimeMessages = {
  'workflow/last-safe-day': message<LastSafeDay>({
    severity: 'info',
    message: {
      zh: (params) =>
        `“${params.step}”（${params.clause}）要赶上“${params.deadline}”（${params.deadlineAt.slice(0, 4)}年${dayZh(params.deadlineAt)}）：` +
        `${params.readings.map((_, index) => readingZh(params, index)).join('；')}。`,
      en: (params) =>
        `"${params.step}" (${params.clause}) before "${params.deadline}" (${params.deadlineAt}): ` +
        `${params.readings.map((_, index) => readingEn(params, index)).join('; ')}.`,
    },
    hint: {
      zh: ({ dayKinds, lastWorkday, previous, previousAt, hoursLeft }) =>
        [
          previous
            ? `“${previous}”是${dayZh(previousAt)}，到最迟开始之日结束只剩${spanZh(hoursLeft)}；请提醒相关单位提前办理，或请发文机关调整其中一个时间。`
            : '请把最迟开始之日写进通知。',
          dayKinds[0] === 'off' && lastWorkday ? `只在工作日办理的，最迟${dayZh(lastWorkday)}就要开始。` : '',
        ].join(''),
      en: ({ previous, previousAt, hoursLeft, dayKinds, lastWorkday }) =>
        [
          previous
            ? `"${previous}" is at ${previousAt}: ${hoursLeft} hours are left. Tell those concerned, or move one of the dates.`
            : 'Tell those concerned the last day.',
          dayKinds[0] === 'off' && lastWorkday ? ` Last working day: ${lastWorkday}.` : '',
        ].join(''),
    },
  }),
  'workflow/notice-gap': message<{
    step: string;
    previous: string;
    previousAt: string;
    lastDay: string;
    deadline: string;
    deadlineAt: string;
  }>({
    severity: 'warning',
    message: {
      zh: ({ step, previous, previousAt, lastDay, deadline }) =>
        `在“${previous}”（${dayZh(previousAt)}）最后时刻按时办理的，“${step}”最迟${dayZh(lastDay)}就要开始，已经赶不上“${deadline}”。`,
      en: ({ step, previous, previousAt, lastDay, deadline }) =>
        `Who acts in time at the end of "${previous}" (${previousAt}) cannot meet "${deadline}": "${step}" must begin by ${lastDay}.`,
    },
    hint: {
      zh: ({ previous, deadline }) => `提前“${previous}”，推后“${deadline}”，或者缩短中间的期限。`,
      en: ({ previous, deadline }) =>
        `Move "${previous}" forward or "${deadline}" back, or shorten the wait.`,
    },
  }),
  'workflow/deadline-impossible': message<{
    step: string;
    deadline: string;
    deadlineAt: string;
    cause: string;
  }>({
    severity: 'error',
    message: {
      zh: ({ step, deadline, deadlineAt, cause }) =>
        `走到“${step}”以后，无论如何都赶不上“${deadline}”（${deadlineAt.slice(0, 4)}年${dayZh(deadlineAt)}）：${cause ? `“${cause}”不会更早` : '中间的期限太长'}。`,
      en: ({ step, deadline, deadlineAt, cause }) =>
        `From "${step}" there is no way to meet "${deadline}" (${deadlineAt})${cause ? `: "${cause}" comes no earlier` : ''}.`,
    },
    hint: {
      zh: () => '核对这两个时间的先后和中间的工作日数；确实矛盾的，请发文机关更正。',
      en: () => 'Check the order of the two moments and the working days between them.',
    },
  }),
  'workflow/calendar-unknown': message<{ step: string; delay: string; deadline: string; deadlineAt: string }>(
    {
      severity: 'warning',
      message: {
        zh: ({ step, delay, deadline, deadlineAt }) =>
          `工作日历没有覆盖到“${deadline}”（${deadlineAt.slice(0, 4)}年${dayZh(deadlineAt)}）前后，“${step}”的“${delay}”来不来得及还不知道。`,
        en: ({ step, delay, deadline, deadlineAt }) =>
          `The calendar does not cover the days before "${deadline}" (${deadlineAt}): whether "${delay}" in "${step}" fits is unknown.`,
      },
      hint: {
        zh: () => '等国务院办公厅和自治区的放假通知发布后，更新日历再检查一遍。',
        en: () => 'Check again when the holiday notice of that year is in the calendar.',
      },
    },
  ),
  'workflow/wait-date-unknown': message<{
    step: string;
    delay: string;
    deadline: string;
    deadlineAt: string;
  }>({
    severity: 'info',
    message: {
      zh: ({ step, delay, deadline, deadlineAt }) =>
        `“${step}”的“${delay}”从申报人填写的日期算起，能不能赶上“${deadline}”（${deadlineAt.slice(0, 4)}年${dayZh(deadlineAt)}），要看各件所填的日期，现在不能断定。`,
      en: ({ step, delay, deadline, deadlineAt }) =>
        `"${delay}" in "${step}" depends on a date that is answered: whether it ends before "${deadline}" (${deadlineAt}) is unknown.`,
    },
    hint: {
      zh: () => '请核对：填得晚的会怎样，指南里有没有说；需要时用规则限制可填的日期。',
      en: () => 'See what happens to late dates; where needed let a rule limit them.',
    },
  }),
  'workflow/reading-without-value': message<{ name: string; reading: string }>({
    severity: 'error',
    message: {
      zh: ({ name, reading }) =>
        `期限按解释口径“${name}”决定首日算不算，但读法“${reading}”没有写明 value 是 true 还是 false。`,
      en: ({ name, reading }) =>
        `The delay counts by "${name}", whose reading "${reading}" has no boolean "value".`,
    },
    hint: {
      zh: () => '首日算第一天的写 "value": true，从次日起算的写 "value": false。',
      en: () => 'Write "value": true when the first day counts, false when it does not.',
    },
  }),
};

function spanZh(hours: number): string {
  return hours < 72 ? `${hours}小时` : `${Math.floor(hours / 24)}天`;
}
