import type { Json } from '@zhinan/model';
import { isList, listOf, sameJson, valueAt } from '../json.ts';
import { judged, type GuardKind } from './guard.ts';
import { optional, required } from './parameter.ts';
import { answerText, fieldSchema } from './field.ts';
import { setNamed } from '../environment.ts';
import { factsOf } from './scope.ts';

/** A field may be a dotted path; a list answer (several choices) counts when it holds one of the values. */
function isOneOf(value: Json, options: readonly Json[]): boolean {
  const values = isList(value) ? value : [value];
  return values.some((each) => options.some((option) => sameJson(each, option)));
}

export const answer: GuardKind<'answer'> = {
  title: '某项填写为指定值',
  params: {
    form: required('text', 'form'),
    field: required('text', 'field'),
    in: optional('values'),
    set: optional('text', 'set'),
  },
  judge({ form, field, in: listed, set }, scope) {
    const own = form === 'event';
    const data = own ? scope.event?.data : factsOf(scope)[form];
    const value = data && valueAt(data, field);
    const owner = own ? (scope.form ?? form) : form;
    const schema = fieldSchema(scope.environment.program.forms[owner]?.schema, field);
    const view = { form: owner, pointer: `/${field.replaceAll('.', '/')}`, title: schema?.title ?? field };
    if (value === undefined || value === null) {
      return judged('answer', null, `还缺“${view.title}”`, { missing: [view] });
    }
    const options = set === undefined ? listed : setNamed(scope.environment, set);
    if (options === undefined) return judged('answer', null, `没有名为“${set ?? ''}”的集合`);
    return judged('answer', isOneOf(value, options), `“${view.title}”为${answerText(value, schema)}`);
  },
};

export const is: GuardKind<'is'> = {
  title: '内部标记为指定值',
  params: { key: required('text', 'key'), in: required('values') },
  judge({ key, in: options }, { context }) {
    const value = Object.hasOwn(context.values, key) ? context.values[key] : undefined;
    if (value === undefined || value === null) return judged('is', null, `“${key}”尚未确定`);
    return judged('is', isOneOf(value, options), `“${key}”为${listOf(value).map(String).join('、')}`);
  },
};

export const hasReason: GuardKind<'hasReason'> = {
  title: '写明了理由',
  params: {},
  // Nobody has acted yet when there is no event: then it is open whether a reason will be given.
  judge: (_, { event }) => judged('hasReason', event ? Boolean(event.reason?.trim()) : null, '须写明理由'),
};

export const count: GuardKind<'count'> = {
  title: '某记录的条数在范围内（含两端）',
  params: { list: required('text', 'list'), min: optional('count'), max: optional('count') },
  judge({ list, min, max }, { context }) {
    const size = (Object.hasOwn(context.lists, list) ? context.lists[list] : undefined)?.length ?? 0;
    const truth = (min === undefined || size >= min) && (max === undefined || size <= max);
    const range = `${min === undefined ? '' : `至少 ${min} 条`}${max === undefined ? '' : `至多 ${max} 条`}`;
    return judged('count', truth, `“${list}”有 ${size} 条，须${range}`);
  },
};
