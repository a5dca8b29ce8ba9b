import type { JsonObject } from '@zhinan/model';
import { valueAt } from '../json.ts';
import type { ChangeKind } from './action.ts';
import { optional, required } from './parameter.ts';

export const store: ChangeKind<'store'> = {
  title: '保存填报内容',
  params: { form: required('text', 'form') },
  change: ({ form = '' }, { context, event }) =>
    event?.data ? { ...context, forms: { ...context.forms, [form]: event.data } } : context,
};

export const set: ChangeKind<'set'> = {
  title: '设内部标记',
  params: { key: required('text', 'key'), value: required('value') },
  change: ({ key = '', value = null }, { context }) => ({
    ...context,
    values: { ...context.values, [key]: value },
  }),
};

export const keep: ChangeKind<'keep'> = {
  title: '记下本次填报的一项',
  params: { key: required('text', 'key'), field: required('text', 'field') },
  change({ key = '', field = '' }, { context, event }) {
    const value = event?.data && valueAt(event.data, field);
    // An unanswered field must not leave an older value standing as if it were current.
    const { [key]: _, ...others } = context.values;
    return { ...context, values: value === undefined ? others : { ...others, [key]: value } };
  },
};

export const append: ChangeKind<'append'> = {
  title: '追加一条记录',
  params: { list: required('text', 'list') },
  change({ list = '' }, { context, event, at }) {
    const by = event?.actor?.role ?? event?.from?.machine;
    const row: JsonObject = {
      ...event?.data,
      at,
      ...(by === undefined ? {} : { by }),
      ...(event?.reason === undefined ? {} : { reason: event.reason }),
    };
    const rows = Object.hasOwn(context.lists, list) ? context.lists[list] : undefined;
    return { ...context, lists: { ...context.lists, [list]: [...(rows ?? []), row] } };
  },
};

export const member: ChangeKind<'member'> = {
  title: '登记成员及其状态',
  params: { status: optional('text') },
  change({ status }, { context, event }) {
    const from = event?.from;
    if (!from) return context;
    const known = Object.hasOwn(context.members, from.id) ? context.members[from.id] : undefined;
    const facts = from.facts ?? known?.facts;
    const entry = { ...known, status: status ?? from.status, ...(facts ? { facts } : {}) };
    return { ...context, members: { ...context.members, [from.id]: entry } };
  },
};
