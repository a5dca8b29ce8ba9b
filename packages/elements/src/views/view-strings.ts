import { vocabulary } from './vocabulary.ts';

/** What inbox, review and case say alike. */
const zh = {
  loading: '正在读取…',
  reload: '重试',
  clause: (ids: string) => `指南${ids}`,
  until: (instant: string) => `截止 ${instant}`,
  left: (days: number) => (days > 0 ? `还有 ${days} 个工作日` : '今日截止'),
  overdue: (since: string) => `已逾期（${since} 截止）`,
  beyond: '超出工作日历范围，剩余工作日未知',
  undated: (since: string) => `${since} 起，截止时间无法推算，需人工确认`,
  noLimit: '无时限',
  cancel: '取消',
  close: '关闭',
  confirm: (count: number) => (count > 1 ? `确认办理 ${count} 件` : '确认办理'),
  together: (title: string, count: number) => `${title}（${count} 件）`,
  included: (count: number) => `将办理以下 ${count} 件`,
  excluded: (count: number) => `以下 ${count} 件不能一并办理`,
  notHere: '当前环节没有这一操作',
  otherForm: '所需的表单不同，请逐件办理',
  open: (why: string) => `尚待确定：${why}`,
  reason: '理由（必填）',
  reasonOptional: '理由（可不填）',
  reasonMissing: '请写明理由',
  reasonLeads: '理由会记入办理记录，当事人可见。',
  marksSent: (count: number) => `退回时标出 ${count} 处需修改`,
  formMissing: (title: string) => `此操作须填《${title}》，本页没有载入这张表单`,
  running: (done: number, count: number) => `正在办理：${done} / ${count}`,
  finished: (good: number, bad: number) =>
    bad > 0 ? `办成 ${good} 件，未办成 ${bad} 件` : `已办成 ${good} 件`,
  failed: '办理未完成，请稍后再试',
  noAnswer: '没有回音',
  succeeded: '已办',
  refused: '未办成',
  waiting: '待办',
  acts: '现在可以办理',
  cannot: (why: string) => `暂不能办理：${why}`,
  needsForm: (title: string) => `须填《${title}》`,
  needsReason: '须写理由',
  marksOf: '需要修改的地方',
};

export type ViewStrings = typeof zh;

export const viewStrings = vocabulary(zh, () => import('./view-strings-en.ts').then(({ en }) => en));
