import { textsOf } from '../json.ts';
import type { CaseContext, Member } from '../snapshot.ts';
import type { ChangeKind } from './action.ts';
import { required } from './parameter.ts';

export const rank: ChangeKind<'rank'> = {
  title: '排序',
  params: {},
  change(_, { context, event }) {
    const order = textsOf(event?.data?.['ranking']);
    return changed(context, (member, id) => {
      const { rank: _rank, ...rest } = member;
      const position = order.indexOf(id);
      return position === -1 ? rest : { ...rest, rank: position + 1 };
    });
  },
};

/** What the member answered itself stays readable beside it. */
export const adjust: ChangeKind<'adjust'> = {
  title: '调剂',
  params: { form: required('text', 'form'), field: required('text', 'field') },
  change({ form = '', field = '' }, { context, event }) {
    const { member: id, to } = event?.data ?? {};
    return changed(context, (member, own) => {
      if (own !== id || to === undefined) return member;
      const answers = member.facts?.[form] ?? {};
      return {
        ...member,
        facts: { ...member.facts, [form]: { ...answers, [field]: to } },
        adjusted: { ...member.adjusted, [`${form}.${field}`]: answers[field] ?? null },
      };
    });
  },
};

function changed(context: CaseContext, change: (member: Member, id: string) => Member): CaseContext {
  const members = Object.entries(context.members).map(([id, member]) => [id, change(member, id)]);
  return { ...context, members: Object.fromEntries(members) };
}
