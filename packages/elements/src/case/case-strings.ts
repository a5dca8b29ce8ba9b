import { vocabulary } from '../views/vocabulary.ts';
import type { CaseView } from '@zhinan/model';

const zh = {
  empty: '尚无办理记录',
  active: '办理中',
  outcomes: {
    accepted: '已通过',
    refused: '未通过',
    expired: '已逾期',
    withdrawn: '已撤回',
    cancelled: '已取消',
    completed: '已办结',
  } as Readonly<Record<NonNullable<CaseView['outcome']>, string>>,
  status: { done: '已完成', current: '进行中', upcoming: '待办理' } as Readonly<
    Record<CaseView['steps'][number]['status'], string>
  >,
  now: '当前环节：',
  actors: (titles: string) => `由${titles}办理`,
  steps: '办理环节',
  log: '办理记录',
  reason: (reason: string) => `理由：${reason}`,
  asOf: (instant: string) => `截至 ${instant}（北京时间）`,
  nothingToDo: '现在没有需要您办理的操作',
  others: '其他操作',
  returned: (at: string, actor: string) => `${at} ${actor}退回修改`,
  answered: (at: string) => `${at} 已改好再交`,
  unanswered: '请改好后再交',
  asked: '需要修改的地方',
  toField: (title: string) => `到表单修改“${title}”`,
  notices: '公示',
  running: '公示中',
  over: '已公示',
  period: (from: string, until: string) => `${from} 至 ${until}`,
  openEnd: (from: string) => `${from} 起，截止时间超出工作日历范围，未知`,
  receipts: '回执',
  receipt: (form: string, at: string) => `${at} 收到《${form}》`,
  number: (number: string) => `编号 ${number}`,
};

export type CaseStrings = typeof zh;

export const caseStrings = vocabulary(zh, () => import('./case-strings-en.ts').then(({ en }) => en));
