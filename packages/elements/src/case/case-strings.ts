import type { CaseView, Language } from '@zhinan/model';

interface CaseStrings {
  readonly empty: string;
  readonly active: string;
  readonly outcomes: Readonly<Record<NonNullable<CaseView['outcome']>, string>>;
  readonly status: Readonly<Record<CaseView['steps'][number]['status'], string>>;
  readonly now: string;
  readonly actors: (titles: string) => string;
  readonly until: (instant: string) => string;
  readonly left: (days: number) => string;
  readonly beyond: string;
  readonly undated: (since: string) => string;
  readonly steps: string;
  readonly log: string;
  readonly reason: (reason: string) => string;
  readonly clause: (ids: string) => string;
  readonly asOf: (instant: string) => string;
}

export const caseStrings: Readonly<Record<Language, CaseStrings>> = {
  'zh-CN': {
    empty: '尚无办理记录',
    active: '办理中',
    outcomes: {
      accepted: '已通过',
      refused: '未通过',
      expired: '已逾期',
      withdrawn: '已撤回',
      cancelled: '已取消',
      completed: '已办结',
    },
    status: { done: '已完成', current: '进行中', upcoming: '待办理' },
    now: '当前环节：',
    actors: (titles) => `由${titles}办理`,
    until: (instant) => `截止 ${instant}`,
    left: (days) => (days > 0 ? `还有 ${days} 个工作日` : '今日截止'),
    beyond: '超出工作日历范围，剩余工作日未知',
    undated: (since) => `${since} 起，截止时间无法推算，需人工确认`,
    steps: '办理环节',
    log: '办理记录',
    reason: (reason) => `理由：${reason}`,
    clause: (ids) => `指南${ids}`,
    asOf: (instant) => `截至 ${instant}（北京时间）`,
  },
  en: {
    empty: 'Nothing recorded yet',
    active: 'In progress',
    outcomes: {
      accepted: 'Accepted',
      refused: 'Refused',
      expired: 'Expired',
      withdrawn: 'Withdrawn',
      cancelled: 'Cancelled',
      completed: 'Completed',
    },
    status: { done: 'Done', current: 'In progress', upcoming: 'To come' },
    now: 'Current step: ',
    actors: (titles) => `Acting: ${titles}`,
    until: (instant) => `Until ${instant}`,
    left: (days) => (days > 0 ? `${days} working days left` : 'Due today'),
    beyond: 'Beyond the calendar: working days left unknown',
    undated: (since) => `since ${since}; its end cannot be told and must be confirmed by a person`,
    steps: 'Steps',
    log: 'Record',
    reason: (reason) => `Reason: ${reason}`,
    clause: (ids) => `clause ${ids}`,
    asOf: (instant) => `As of ${instant} (Beijing time)`,
  },
};
