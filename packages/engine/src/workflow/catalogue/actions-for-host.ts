import type { AmountOutcome, JsonObject } from '@zhinan/model';
import type { EffectBody } from '../effect.ts';
import type { EffectKind } from './action.ts';
import { optional, required } from './parameter.ts';
import { factsOf, type Scope } from './scope.ts';

export const notify: EffectKind<'notify'> = {
  title: '通知',
  params: { to: required('text', 'role'), template: required('text', 'template') },
  effect: ({ to, template }) => ({ type: 'notify', to, template }),
};

export const cc: EffectKind<'cc'> = {
  title: '抄送',
  params: { to: required('text', 'role'), template: required('text', 'template') },
  effect: ({ to, template }) => ({ type: 'cc', to, template }),
};

export const select: EffectKind<'select'> = {
  title: '请系统确定人选',
  params: { list: required('text', 'list'), strategy: required('text'), count: optional('count') },
  effect: ({ list, strategy, count }) => ({
    type: 'select',
    list,
    strategy,
    ...(count === undefined ? {} : { count }),
  }),
};

export const lookup: EffectKind<'lookup'> = {
  title: '查询外部登记',
  params: { register: required('text') },
  effect: ({ register }) => ({ type: 'lookup', register }),
};

export const render: EffectKind<'render'> = {
  title: '生成文书',
  params: { document: required('text', 'document') },
  effect: ({ document }) => ({ type: 'render', document }),
};

export const send: EffectKind<'send'> = {
  title: '告知另一流程',
  params: {
    to: required('text', 'machine'),
    event: required('text', 'event'),
    machine: optional('text', 'machineId'),
    new: optional('flag'),
    only: optional('text'),
    form: optional('text', 'form'),
  },
  effect({ to, event, machine, new: another, only, form }, scope, status) {
    const { forms, values } = scope.context;
    const sender = scope.event?.from?.id;
    const data = form !== undefined && Object.hasOwn(forms, form) ? forms[form] : undefined;
    const child = to === 'entitlement' || to === 'amendment';
    return {
      type: 'send',
      to,
      event,
      status,
      facts: sharedFacts(scope),
      ...(machine === undefined ? {} : { machine }),
      ...(another === true ? { new: true as const } : {}),
      ...(only === undefined ? {} : { only }),
      ...(only === undefined || sender === undefined ? {} : { recipient: sender }),
      ...(data ? { data } : {}),
      ...(child ? { given: { forms, values, at: scope.at } } : {}),
    };
  },
};

export const pay: EffectKind<'pay'> = {
  title: '拨付',
  params: { amount: required('text', 'amount'), part: optional('text', 'list') },
  effect: ({ amount, part }, scope) => money('pay', amount, scope, part),
};

export const recover: EffectKind<'recover'> = {
  title: '收回',
  params: { amount: required('text', 'amount') },
  effect: ({ amount }, scope) => money('recover', amount, scope),
};

export const flag: EffectKind<'flag'> = {
  title: '提请注意',
  params: { subject: required('text'), note: required('text') },
  effect: ({ subject, note }) => ({ type: 'flag', subject, note }),
};

/** Only the answers that rules and quotas read leave the case. */
function sharedFacts({ context, environment }: Scope): Readonly<Record<string, JsonObject>> {
  const shared = environment.program.rules.facts;
  return Object.fromEntries(Object.entries(context.forms).filter(([form]) => shared.includes(form)));
}

function money(type: 'pay' | 'recover', amount: string, scope: Scope, part?: string): EffectBody {
  const outcome = scope.environment.rules.amounts(factsOf(scope)).find((each) => each.id === amount);
  if (!outcome) return { type, amount, title: amount, unit: '元', value: null, min: 0, max: null };
  const { unit, missing } = outcome;
  const share = part === undefined ? outcome : instalment(outcome, scope.context.lists[part]?.length ?? 0);
  if (!share) return { type, amount, title: outcome.title, unit, value: null, min: 0, max: null };
  const { min, max } = share;
  const title = part === undefined ? outcome.title : `${outcome.title}（${share.title}）`;
  return { type, amount, title, unit, value: decided({ min, max, missing }), min, max };
}

/** Only an amount without any open fact may be paid. */
function decided({ min, max, missing }: Pick<AmountOutcome, 'min' | 'max' | 'missing'>): number | null {
  return min === max && missing.length === 0 ? min : null;
}

/** The instalment of that number, counted from 1. One whose condition does not hold for certain is not decided. */
function instalment(
  outcome: AmountOutcome,
  number: number,
): Pick<AmountOutcome, 'title' | 'min' | 'max'> | undefined {
  const part = outcome.instalments?.[number - 1];
  if (!part || part.due === true) return part;
  return { title: part.title, min: 0, max: part.max };
}
