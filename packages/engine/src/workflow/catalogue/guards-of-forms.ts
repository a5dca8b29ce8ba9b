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
