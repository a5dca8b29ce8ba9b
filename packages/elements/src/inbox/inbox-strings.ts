import { vocabulary } from '../views/vocabulary.ts';
import type { DueFilter, InboxGroup, InboxSort } from './inbox-model.ts';

const zh = {
  title: (role: string) => `${role}的待办`,
  empty: '尚无待办',
  noneLeft: '没有待办事项',
  noneFound: '没有符合筛选条件的待办',
  search: '查找',
  searchHint: '姓名、环节、编号',
  program: '项目',
  step: '环节',
  due: '时限',
  sort: '排序',
  group: '分组',
  all: '全部',
  reset: '清除筛选',
  filters: '筛选',
  dues: {
    overdue: '已逾期',
    today: '今日截止',
    soon: '3 个工作日内',
    later: '3 个工作日以后',
    unknown: '时限未知',
    none: '无时限',
  } satisfies Readonly<Record<DueFilter, string>> as Readonly<Record<DueFilter, string>>,
  sorts: { due: '最急的在前', since: '等得最久的在前', title: '按名称', step: '按环节' } satisfies Readonly<
    Record<InboxSort, string>
  > as Readonly<Record<InboxSort, string>>,
  groups: { none: '不分组', program: '按项目', step: '按环节', due: '按时限' } satisfies Readonly<
    Record<InboxGroup, string>
  > as Readonly<Record<InboxGroup, string>>,
  counts: (shown: number, all: number, selected: number) =>
    `${shown === all ? `共 ${all} 件` : `共 ${all} 件，显示 ${shown} 件`}${selected > 0 ? `，已选 ${selected} 件` : ''}`,
  selectAll: '全选所列',
  selectNone: '取消选择',
  select: (title: string) => `选择 ${title}`,
  open: '打开',
  since: (instant: string) => `${instant} 起`,
  batch: (title: string, count: number) => `${title}（${count}）`,
  batchTitle: '对所选各件',
  nothingTogether: '所选各件没有可以一并办理的操作',
  keys: '键盘操作',
  keysText:
    '在列表内：上下键换行，左右键在一行之内移动，空格选择，Shift+上下键连选，Ctrl+A 全选所列，Home、End 到首尾，Enter 打开，Esc 取消选择。',
};

export type InboxStrings = typeof zh;

export const inboxStrings = vocabulary(zh, () => import('./inbox-strings-en.ts').then(({ en }) => en));
