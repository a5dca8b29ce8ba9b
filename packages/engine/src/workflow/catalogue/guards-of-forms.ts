import { sameJson, valueAt } from '../json.ts';
import { judged, type GuardKind } from './guard.ts';
import { required } from './parameter.ts';

export const filled: GuardKind<'filled'> = {
  title: '某表已填',
  params: { form: required('text', 'form') },
  judge({ form }, { context, environment }) {
    const title = environment.program.forms[form]?.title ?? form;
    return judged('filled', Object.hasOwn(context.forms, form), `《${title}》尚未填写`);
  },
};

export const matches: GuardKind<'matches'> = {
  title: '与记下的值相同',
  params: { field: required('text', 'field'), key: required('text', 'key') },
  judge({ field, key }, { event, context }) {
    const kept = Object.hasOwn(context.values, key) ? context.values[key] : undefined;
    const given = event?.data && valueAt(event.data, field);
    if (kept === undefined || given === undefined) return judged('matches', null, '还缺可以核对的值');
    return judged('matches', sameJson(kept, given), '与记下的值不一致');
  },
};
