import { defineBlock } from './block.ts';
import { list, optional, record, text } from './param.ts';
import { act, actShape, deadlines, roles, stepShape } from './shared-params.ts';
import { firstActs, firstDone, otherActs } from './side-acts.ts';
import { acting, metaOf, timed, withSuperior } from './transitions.ts';

/**
 * One thing that one role does, after which the case goes on: post a notice, print, hand in or receive paper, collate,
 * issue, sign a task contract. Paper receipt with a deadline of its own: inner-mongolia-professionals,
 * minority-scitech-training; task contracts and the notice of selection: xinjiang-craftsman, talent-aid-xinjiang.
 */
export const task = defineBlock({
  name: 'task',
  title: '办理一件事',
  purpose: '某个角色做一件事，做完往下走：张贴公示、打印、送交或收到纸质件、汇总、印发通知、签任务书。',
  neededBy: [
    'talent-aid-xinjiang',
    'xinjiang-craftsman',
    'inner-mongolia-professionals',
    'minority-scitech-training',
  ],
  params: {
    ...stepShape,
    role: roles('由谁办'),
    form: optional(text('填哪张表', '办完时带它的答案并保存。')),
    do: record('做什么', {
      ...actShape,
      event: text('事件名', '大写英文，例如 PRINT。'),
      title: text('按钮上的字'),
    }),
    first: optional(list('先要办的', act('先要办的', '须写 form；没有办完不能往下走。'))),
    also: optional(list('还可以办的', act('还可以办的', '办了仍留在这一步。'))),
    deadline: deadlines,
  },
  next: 'required',
  example: {
    use: 'task',
    with: {
      clause: '五(三)',
      role: 'region-hr',
      do: { event: 'PAPER_RECEIVED', title: '收到纸质材料', form: 'receipt' },
      deadline: { delay: 'paperDeadline', to: 'expired' },
    },
    next: 'qualification',
  },
  expand(params, site, next) {
    const { role, clause, form } = params;
    const title = params.title ?? params.do.title;
    const first = params.first ?? [];
    const shown = form ?? params.do.form;
    return {
      meta: metaOf(params, title, { role, ...(shown === undefined ? {} : { form: shown }) }),
      on: withSuperior(
        site,
        {
          ...acting(
            site,
            params.do,
            { event: params.do.event, title, clause, form, ...firstDone(site, first) },
            site.ways(next),
          ),
          ...firstActs(site, first, clause),
          ...otherActs(site, params.also ?? [], clause),
        },
        params.deadline,
      ),
      ...timed(site, params.deadline, { title, clause, role, passes: site.ways(next) }),
    };
  },
});
