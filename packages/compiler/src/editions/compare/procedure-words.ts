import type { Contract, DelayDefinition, GuardRef, Json, ProgramContract } from '@zhinan/model';
import { listOf, objectOf } from './states.ts';

/** What names of one programme are called. */
export interface Titles {
  readonly contract: Contract;
  readonly program: ProgramContract;
}

export const roleTitles = (roles: Json | undefined, { contract, program }: Titles): string =>
  listOf(roles)
    .map((role) => {
      const { table } = objectOf(role);
      if (typeof table !== 'string') return contract.roles[String(role)]?.title ?? String(role);
      const title = program.rules.tables?.find(({ id }) => id === table)?.title ?? table;
      return `“${title}”所定的角色`;
    })
    .join('、') || '无';

export const formTitle = (form: Json | undefined, { program }: Titles): string =>
  form === undefined ? '无' : `《${program.forms[String(form)]?.title ?? String(form)}》`;

/** A wait in words. */
export function delayWords(delay: DelayDefinition, { contract }: Titles): string {
  if ('instant' in delay) return `到“${contract.instants[delay.instant]?.title ?? delay.instant}”`;
  if ('dateOf' in delay) return `到 ${delay.dateOf} 所填的日期`;
  const from = delay.from === undefined ? '' : `自 ${delay.from} 所填的日期起 `;
  if ('workdays' in delay) return `${from}${delay.workdays} 个工作日`;
  if ('days' in delay) return `${from}${delay.days} 天`;
  if ('months' in delay) return `${from}${delay.months} 个月`;
  return `${from}${delay.years} 年`;
}

const policies = { all: '全部同意', any: '有一人同意', percentage: '按人数', weighted: '按权重' };

/** A guard in words. */
export function guardWords(guard: Json | undefined, titles: Titles): string {
  if (guard === undefined) return '不另设条件';
  const { contract, program } = titles;
  const ref = guard as unknown as GuardRef;
  const instant = (name: string) => `“${contract.instants[name]?.title ?? name}”`;
  switch (ref.type) {
    case 'eligible':
      return '符合申报条件';
    case 'ineligible':
      return '不符合申报条件';
    case 'rule':
      return `符合“${program.rules.rules.find(({ id }) => id === ref.params.id)?.title ?? ref.params.id}”`;
    case 'before':
      return `在${instant(ref.params.instant)}以前`;
    case 'notBefore':
      return `到了${instant(ref.params.instant)}`;
    case 'answer': {
      const field = program.forms[ref.params.form]?.schema.properties?.[ref.params.field]?.title;
      const options = ref.params.set ?? (ref.params.in ?? []).map(value).join('、');
      return `“${field ?? ref.params.field}”为${options}`;
    }
    case 'table': {
      const title = program.rules.tables?.find(({ id }) => id === ref.params.table)?.title;
      return `“${title ?? ref.params.table}”为${ref.params.in.map(value).join('、')}`;
    }
    case 'is':
      return `${ref.params.key} 为${ref.params.in.map(value).join('、')}`;
    case 'filled':
      return `已填${formTitle(ref.params.form, titles)}`;
    case 'hasReason':
      return '写明了理由';
    case 'count':
      return `${ref.params.list} 有 ${ref.params.min ?? 0} 至 ${ref.params.max ?? '不限'} 项`;
    case 'holdsTask':
      return `轮到办理人（${ref.params.list}）`;
    case 'verdict':
      return `${ref.params.list} 表决通过（${policies[ref.params.policy]}${ref.params.percent === undefined ? '' : ` ${ref.params.percent}%`}）`;
    case 'settled':
      return `${ref.params.list} 人人都已办完，至少 ${ref.params.min ?? 1} 人`;
    case 'untouched':
      return `${ref.params.list} 还没有人办过`;
    case 'namesNewPerson':
      return `所指的人不在 ${ref.params.list} 内`;
    case 'namesOpenTask':
      return `所指的人在 ${ref.params.list} 内且尚未办`;
    case 'namesPeople':
      return `写明了 ${ref.params.list} 的至少 ${ref.params.min ?? 1} 人`;
    case 'canDraw':
      return `备选名单够抽 ${ref.params.count} 人（${ref.params.list}）`;
    case 'matches':
      return `${ref.params.field} 与记下的 ${ref.params.key} 相同`;
    case 'ranked':
      return '成员都已排序';
    case 'ranksAll':
      return '所写次序包括每个成员';
    case 'memberAnswers':
      return `所指成员的“${program.forms[ref.params.form]?.schema.properties?.[ref.params.field]?.title ?? ref.params.field}”${ref.params.in ? `为${ref.params.in.map(value).join('、')}` : '已填'}`;
    case 'everyMember':
      return `全部申报件处于 ${ref.params.in.join('、')}`;
    case 'withinQuota':
      return `不超过“${program.rules.quotas?.find(({ id }) => id === ref.params.quota)?.title ?? ref.params.quota}”`;
    case 'not':
      return `并非（${guardWords(ref.params.guard as unknown as Json, titles)}）`;
    case 'all':
      return ref.params.guards.map((one) => guardWords(one as unknown as Json, titles)).join('，且');
    case 'any':
      return ref.params.guards.map((one) => guardWords(one as unknown as Json, titles)).join('，或');
  }
}

/** What is done, in words. */
export function actionWords(actions: readonly Json[], titles: Titles): string {
  const { contract, program } = titles;
  const said = actions.map((action) => {
    const { type, params } = objectOf(action);
    const given = objectOf(params);
    const named = (key: string) => String(given[key] ?? '');
    switch (type) {
      case 'notify':
        return `通知${contract.roles[named('to')]?.title ?? named('to')}（${named('template')}）`;
      case 'cc':
        return `抄送${contract.roles[named('to')]?.title ?? named('to')}（${named('template')}）`;
      case 'render':
        return `出具《${program.documents[named('document')]?.title ?? named('document')}》`;
      case 'pay':
      case 'recover': {
        const amount = program.rules.amounts?.find(({ id }) => id === named('amount'))?.title;
        return `${type === 'pay' ? '拨付' : '追回'}“${amount ?? named('amount')}”`;
      }
      case 'store':
        return `留存${formTitle(given['form'], titles)}`;
      case 'flag':
        return `提示：${named('note')}`;
      case 'send':
        return `告知 ${named('to')}（${named('event')}）`;
      default:
        return `${String(type)} ${Object.values(given).map(value).join(' ')}`.trim();
    }
  });
  return said.join('；') || '无';
}

function value(json: Json): string {
  if (typeof json === 'boolean') return json ? '是' : '否';
  return typeof json === 'string' ? json : JSON.stringify(json);
}
