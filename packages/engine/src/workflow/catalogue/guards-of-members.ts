import { isObject, sameJson, textsOf, valueAt } from '../json.ts';
import { judged, type GuardKind } from './guard.ts';
import { optional, required } from './parameter.ts';

export const everyMember: GuardKind<'everyMember'> = {
  title: '每个成员都处于指定状态',
  params: { in: required('texts') },
  judge({ in: statuses }, { context }) {
    const members = Object.values(context.members);
    // "Every" of nobody proves nothing: a batch without members is not ready.
    if (members.length === 0) return judged('everyMember', null, '尚无成员');
    const others = members.filter((member) => !statuses.includes(member.status));
    return judged('everyMember', others.length === 0, `还有 ${others.length} 件未到所需环节`);
  },
};

export const withinQuota: GuardKind<'withinQuota'> = {
  title: '名额未超',
  params: { quota: required('text', 'quota') },
  judge({ quota }, { context, environment }) {
    const members = Object.values(context.members).map((member) => member.facts ?? {});
    const outcome = environment.rules.quotas(members).find((each) => each.id === quota);
    if (!outcome) return judged('withinQuota', null, `名额“${quota}”没有结果`);
    const limits = [
      outcome.min === undefined ? '' : `至少 ${outcome.min ?? '（未公布）'}`,
      outcome.max === undefined ? '' : `至多 ${outcome.max ?? '（未公布）'}`,
    ].filter(Boolean);
    const text = `${outcome.title}：现有 ${outcome.count}，${limits.join('，') || '限额不明'}`;
    return judged('withinQuota', outcome.holds, text, { clauses: outcome.clauses });
  },
};

export const ranked: GuardKind<'ranked'> = {
  title: '成员都已排序',
  params: {},
  judge(_, { context }) {
    const members = Object.values(context.members);
    if (members.length === 0) return judged('ranked', null, '尚无成员');
    const open = members.filter(({ rank }) => rank === undefined).length;
    return judged('ranked', open === 0, `还有 ${open} 件没有排序`);
  },
};

export const ranksAll: GuardKind<'ranksAll'> = {
  title: '所写次序包括每个成员，各一次',
  params: {},
  judge(_, { event, context }) {
    if (!event) return judged('ranksAll', null, '看所写的次序');
    const order = textsOf(event.data?.['ranking']);
    const ids = Object.keys(context.members);
    const whole = order.length === ids.length && ids.every((id) => order.includes(id));
    return judged(
      'ranksAll',
      whole && ids.length > 0,
      `成员 ${ids.length} 件，次序写了 ${new Set(order).size} 件`,
    );
  },
};

export const memberAnswers: GuardKind<'memberAnswers'> = {
  title: '所指成员的某项填写为指定值',
  params: { form: required('text', 'form'), field: required('text', 'field'), in: optional('values') },
  judge({ form, field, in: options }, { event, context }) {
    if (!event) return judged('memberAnswers', null, '看指的是哪一件');
    const id = textsOf(event.data?.['member'])[0];
    const member = id !== undefined && Object.hasOwn(context.members, id) ? context.members[id] : undefined;
    if (!member) return judged('memberAnswers', false, '没有这一件');
    const answer = isObject(member.facts?.[form]) ? valueAt(member.facts[form], field) : undefined;
    if (answer === undefined) return judged('memberAnswers', null, '这一件没有带来所需的答案');
    return judged(
      'memberAnswers',
      options?.some((each) => sameJson(each, answer)) ?? true,
      '这一件的答案不合要求',
    );
  },
};
