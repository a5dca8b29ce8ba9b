import { judged, type GuardKind } from './guard.ts';
import { required } from './parameter.ts';

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
