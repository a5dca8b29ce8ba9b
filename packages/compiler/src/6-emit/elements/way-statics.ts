import type { FormContract, FormWay } from '@zhinan/model';
import { formOptions } from '../../forms/form-options.ts';
import { literal } from './literal.ts';

/** The ways that need code of their own, with the class in `@zhinan/elements` that each is. */
const ways: Readonly<Record<FormWay, string | undefined>> = {
  page: undefined,
  wizard: 'Wizard',
  'task-list': 'TaskList',
};

/** The class of the form's way, where it needs one. */
export function wayOf(form: FormContract): readonly string[] {
  const { way = 'page', review = false, missing = false } = formOptions(form.ui);
  return [ways[way] ?? (review || missing ? 'ReviewedPage' : [])].flat();
}

/** What the way through a form needs to be said in its class; `rules` is the module with the rules its answers are for. */
export function wayStatics(form: FormContract, rules: string | undefined): string {
  const { review, missing } = formOptions(form.ui);
  return [
    ...wayOf(form).map((way) => `way = ${way}`),
    ...(review === true ? ['review = true'] : []),
    ...(missing === true ? ['missing = true'] : []),
    ...(rules === undefined ? [] : [`rules = () => import(${literal(rules)})`]),
  ]
    .map((text) => `  static ${text};\n`)
    .join('');
}
