import type { ActionRef, GuardRef, StateMeta } from '@zhinan/model';
import { choice, list, optional, part, record, text, texts, type Param, type ValuesOf } from './param.ts';

/** A transition as an author writes it behind `next`; `meta` is made by the block. */
export interface Way {
  readonly target?: string;
  readonly guard?: GuardRef;
  readonly actions?: readonly ActionRef[];
}

/** Where to go on: a state's name, or ways that are tried in order, the last without a condition. */
export type Next = string | Way | readonly Way[];

export type PeriodParam =
  | string
  | {
      readonly title?: string;
      readonly clause?: string;
      readonly instant?: string;
      readonly workdays?: number;
      readonly postingDayCounts?: string;
      readonly days?: number;
      readonly months?: number;
      readonly years?: number;
      readonly dateOf?: string;
    };

export const target = (title: string, description = '状态名，从近到远找；也可写 #case.状态。') =>
  text(title, description);

export const period = (title: string) =>
  part<PeriodParam>('period', title, 'delays 里的期限名，或就地写明几个工作日、几日、到哪个时点。');

export const clauseParam = part<NonNullable<StateMeta['clause']>>('stateMeta/properties/clause', '依据条款');
const interpretation = part<NonNullable<StateMeta['interpretation']>>(
  'stateMeta/properties/interpretation',
  '解释口径',
);

/** Somebody who acts: a role, several, or whom a decision table names. */
export const roles = (title: string, description?: string) =>
  part<NonNullable<StateMeta['role']>>('stateMeta/properties/role', title, description);

/** Something that somebody may do in a block, with what is written differently from the block's own words. */
export const actShape = {
  event: optional(text('事件名', '大写英文；不写时用模块自己的。')),
  title: optional(text('按钮上的字')),
  clause: optional(clauseParam),
  by: optional(roles('谁可以做', '角色；不写时为这一步的角色。')),
  form: optional(text('须填的表', '带这张表的合格答案才能办，并存为这张表。')),
  reason: optional(choice('理由', { required: '必须写', optional: '可以写' })),
  guard: optional(part<GuardRef>('guard', '条件', '成立才能办。')),
  otherwise: optional(text('条件不成立时的提示')),
  unless: optional(
    list(
      '遇有这些情形不办',
      record('一种情形', {
        guard: part<GuardRef>('guard', '情形'),
        note: text('提示', '为什么不能办；留在原处。'),
        subject: optional(text('关于什么')),
      }),
    ),
  ),
  render: optional(texts('生成文书', 'documents/ 里的文书名。')),
  actions: optional(list('另外的动作', part<ActionRef>('action', '动作'))),
  interpretation: optional(interpretation),
};
export type Act = ValuesOf<typeof actShape>;

export const act = (title: string, description?: string) => part<Act>('act', title, description);

/** What every step of somebody has: it becomes the state's `meta`. */
export const stepShape = {
  title: optional(text('名称', '不写时由角色和表的名称得出。')),
  clause: clauseParam,
  interpretation: optional(interpretation),
  documents: optional(list('文书', text('文书名'))),
  cc: optional(list('抄送谁', text('角色', '告知并可查阅，不用办理。'))),
  fields: optional(part<NonNullable<StateMeta['fields']>>('stateMeta/properties/fields', '字段权限')),
};

export const tell = optional(list('告知谁', text('角色'), 0));

export const deadlineShape = {
  delay: period('期限'),
  to: optional(target('到期去往', '不写时只催办，不改变状态。')),
  title: optional(text('到期的名称')),
  clause: optional(clauseParam),
  remind: optional(roles('催办谁', '角色；不写时为这一步的角色。')),
  escalate: optional(roles('升级到谁', '到期告知上级，此后上级也可以办这一步。')),
  autoPass: optional(
    record(
      '到期视为通过',
      { clause: clauseParam, interpretation: optional(interpretation) },
      '缺省没有到期自动通过；条文明确规定的才写，并引条款。',
    ),
  ),
  tell,
};
export type Deadline = ValuesOf<typeof deadlineShape>;
/** One deadline or several. */
export const deadlines = optional({
  schema: {
    title: '期限',
    description:
      '一个或几个。写 to 为逾期终止，escalate 为升级，都不写为催办；到期自动通过须写 autoPass 并引条款。',
    if: { type: 'array' },
    then: { type: 'array', minItems: 1, items: { $ref: '#/$defs/deadline' } },
    else: { $ref: '#/$defs/deadline' },
  },
  required: true,
} as Param<Deadline | readonly Deadline[]>);
