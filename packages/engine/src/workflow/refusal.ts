import type { FactView, Param, ValidationIssue } from '@zhinan/model';

export type RefusalCode =
  /** The snapshot was made under another contract: migrate it, or use the contract it began with. */
  | 'contract-mismatch'
  | 'instant-invalid'
  /** The event is dated before the last accepted one. */
  | 'time-runs-back'
  | 'finished'
  | 'not-accepted-here'
  /** The actor's role may not do this. */
  | 'not-permitted'
  /** Who may do this depends on answers that are missing: nobody may yet. */
  | 'role-unknown'
  /** A message that only another machine may send. */
  | 'wrong-sender'
  | 'form-missing'
  | 'form-invalid'
  /** The event changes answers that this step may not change. */
  | 'field-locked'
  /** Answers that this step must bring. */
  | 'field-missing'
  | 'reason-missing'
  | 'guard-false'
  /** Not decided: facts, quota numbers or dates are missing. */
  | 'guard-unknown'
  | 'timer-not-running'
  /** A message to a machine that nobody opened, or to nobody. */
  | 'no-receiver'
  /** An entitlement is opened by its case, not by a person. */
  | 'not-opened';

/** Why a single condition does not hold, or cannot be decided. */
export interface GuardNote {
  readonly guard: string;
  readonly truth: false | null;
  /** In Chinese, complete in itself. */
  readonly text: string;
  readonly clauses: readonly string[];
  readonly missing: readonly FactView[];
}

/** Why nothing happened, as data; {@link explainRefusal} puts it into words. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly params: Readonly<Record<string, Param>>;
  readonly clauses: readonly string[];
  readonly notes: readonly GuardNote[];
  readonly issues: readonly ValidationIssue[];
}

type Words = Readonly<Record<RefusalCode, (params: Readonly<Record<string, string>>) => string>>;

const zh: Words = {
  'contract-mismatch': ({ expected, found }) =>
    `本件按另一版本的指南办理（${found}），现行版本为 ${expected}，须先迁移`,
  'instant-invalid': ({ at }) => `时间“${at}”不是带时区的有效时刻`,
  'time-runs-back': ({ at, last }) => `时间 ${at} 早于上一步的 ${last}`,
  finished: ({ state }) => `已办结（${state}），不能再操作`,
  'not-accepted-here': ({ event, state }) => `当前环节（${state}）没有“${event}”这一操作`,
  'not-permitted': ({ title, actor, by }) => `“${title}”由${by}操作，${actor}无权操作`,
  'role-unknown': ({ title }) => `“${title}”由谁办理尚不能确定`,
  'wrong-sender': ({ title, from }) => `“${title}”由系统根据${from}的结果发出，不能人工操作`,
  'form-missing': ({ title, form }) => `“${title}”须同时提交《${form}》`,
  'form-invalid': ({ form, count }) => `《${form}》有 ${count} 处须改正`,
  'field-locked': ({ form, fields }) => `这一步不能改《${form}》的${fields}`,
  'field-missing': ({ form, fields }) => `这一步须填《${form}》的${fields}`,
  'reason-missing': ({ title }) => `“${title}”须写明理由`,
  'guard-false': ({ title }) => `“${title}”的条件不满足`,
  'guard-unknown': ({ title }) => `“${title}”的条件尚不能判定`,
  'timer-not-running': ({ delay }) => `期限“${delay}”已不在计时`,
  'no-receiver': ({ event, to }) => `消息“${event}”没有可接收的流程（${to}）`,
  'not-opened': ({ title }) => `“${title}”尚未开立，由申报件办理到相应环节时开立`,
};

const en: Words = {
  'contract-mismatch': ({ expected, found }) =>
    `This case runs under another contract (${found}) than the present ${expected}; migrate it first`,
  'instant-invalid': ({ at }) => `"${at}" is not an instant with offset`,
  'time-runs-back': ({ at, last }) => `${at} lies before the last step at ${last}`,
  finished: ({ state }) => `Closed (${state}); nothing more can be done`,
  'not-accepted-here': ({ event, state }) => `"${event}" is not possible in the present state (${state})`,
  'not-permitted': ({ title, actor, by }) => `"${title}" is for ${by}; ${actor} may not do it`,
  'role-unknown': ({ title }) => `Who is to do "${title}" is not decided yet`,
  'wrong-sender': ({ title, from }) => `"${title}" is sent by the ${from} machine, not by a person`,
  'form-missing': ({ title, form }) => `"${title}" needs the form ${form}`,
  'form-invalid': ({ form, count }) => `Form ${form}: ${count} to correct`,
  'field-locked': ({ form, fields }) => `This step may not change ${fields} of form ${form}`,
  'field-missing': ({ form, fields }) => `This step must fill ${fields} of form ${form}`,
  'reason-missing': ({ title }) => `"${title}" needs a reason`,
  'guard-false': ({ title }) => `The conditions of "${title}" do not hold`,
  'guard-unknown': ({ title }) => `The conditions of "${title}" cannot be decided yet`,
  'no-receiver': ({ event, to }) => `Nobody is there to receive "${event}" (${to})`,
  'not-opened': ({ title }) => `"${title}" has not been opened; its case does that`,
  'timer-not-running': ({ delay }) => `The wait "${delay}" is not running`,
};

/** One sentence per refusal, with the conditions behind it and the fields still missing. */
export function explainRefusal(refusal: Refusal, language: 'zh-CN' | 'en' = 'zh-CN'): string {
  const params = Object.fromEntries(
    Object.entries(refusal.params).map(([key, value]) => [
      key,
      typeof value === 'object' ? value.join('、') : String(value),
    ]),
  );
  const chinese = language === 'zh-CN';
  const head = (chinese ? zh : en)[refusal.code](params);
  const details = [
    ...refusal.notes.map((note) => note.text),
    ...refusal.issues.map((issue) => issue.message),
  ];
  if (details.length === 0) return head + (chinese ? '。' : '.');
  return chinese ? `${head}：${details.join('；')}。` : `${head}: ${details.join('; ')}.`;
}

export function refuse(
  code: RefusalCode,
  params: Readonly<Record<string, Param>>,
  more: Partial<Pick<Refusal, 'clauses' | 'notes' | 'issues'>> = {},
): Refusal {
  return { code, params, clauses: [], notes: [], issues: [], ...more };
}
