import { defineBlock } from './block.ts';
import { list, optional, text } from './param.ts';
import { act, deadlines, roles, stepShape } from './shared-params.ts';
import { firstActs, firstDone, otherActs } from './side-acts.ts';
import { acting, metaOf, notify, timed } from './transitions.ts';

/**
 * Somebody fills in a form and submits it before a deadline; other papers (a pledge) may have to come first.
 * Needed by every guideline: talent-aid-xinjiang (four forms), xinjiang-craftsman (pledge before submission),
 * inner-mongolia-professionals, minority-scitech-training, alar-talent-highland.
 */
export const fillIn = defineBlock({
  name: 'fill-in',
  title: '填报',
  purpose: '填写一张表，在截止前提交；可以要求先签承诺书等其他表。',
  neededBy: [
    'talent-aid-xinjiang',
    'alar-talent-highland',
    'xinjiang-craftsman',
    'inner-mongolia-professionals',
    'minority-scitech-training',
  ],
  params: {
    ...stepShape,
    role: optional(roles('由谁填', '不写时为 applicant。')),
    form: text('填哪张表'),
    first: optional(list('先要办的', act('先要办的', '须写 form；没有办完不能提交。'))),
    also: optional(list('还可以办的', act('还可以办的', '办了仍留在这一步。'))),
    submit: optional(act('提交', '缺省事件 SUBMIT。')),
    notify: optional(list('提交后告知谁', text('角色'))),
    deadline: deadlines,
  },
  next: 'required',
  example: {
    use: 'fill-in',
    with: {
      clause: '三(一)',
      form: 'application',
      first: [{ event: 'SIGN_PLEDGE', title: '签署承诺书', form: 'pledge', render: 'pledge' }],
      notify: ['unit'],
      deadline: { delay: 'personalDeadline', to: 'expired' },
    },
    next: 'unitReview',
  },
  expand(params, site, next) {
    const role = params.role ?? 'applicant';
    const title = params.title ?? `填写${site.form(params.form)}`;
    const { clause } = params;
    const first = params.first ?? [];
    return {
      meta: metaOf(params, title, { role, form: params.form }),
      on: {
        ...acting(
          site,
          params.submit,
          {
            event: 'SUBMIT',
            title: '提交',
            clause,
            form: params.form,
            after: (params.notify ?? []).map((to) => notify(to, 'submitted')),
            ...firstDone(site, first),
          },
          site.ways(next),
        ),
        ...firstActs(site, first, clause),
        ...otherActs(site, params.also ?? [], clause),
      },
      ...timed(site, params.deadline, { title, clause, role }),
    };
  },
});
