import type { ActionRef, MachineKind } from '@zhinan/model';
import { defineBlock, type StateConfig } from './block.ts';
import { choice, list, optional, part, record, text } from './param.ts';
import { deadlines, stepShape, type Next } from './shared-params.ts';
import { acting, metaOf, timed } from './transitions.ts';

const kinds = {
  case: '申报件',
  batch: '推荐批次',
  round: '年度轮次',
  entitlement: '拨付计划',
  amendment: '变更',
};

/**
 * A procedure of its own, with a reply: the machine sends a message that another machine (an amendment, an entitlement, the
 * batch) takes up, and waits for one of its answers. A sub-procedure without a case of its own is a compound state. Needed by
 * xinjiang-craftsman and minority-scitech-training (changes), every guideline with payments over years.
 */
export const askOther = defineBlock({
  name: 'ask-other',
  title: '另案办理',
  purpose: '把一件事交给另一个流程（变更、拨付计划、推荐批次）办理，等它的回复再往下走。',
  neededBy: ['alar-talent-highland', 'xinjiang-craftsman', 'minority-scitech-training'],
  params: {
    ...stepShape,
    to: choice('交给哪个流程', kinds),
    send: text('发出的事件', '大写英文；对方流程里 from 本流程的事件。'),
    also: optional(list('另外的动作', part<ActionRef>('action', '动作'))),
    replies: list(
      '各种回复',
      record('一种回复', {
        event: text('事件', '对方发回的事件，大写英文。'),
        title: text('名称'),
        next: part<Next>('next', '去往'),
      }),
    ),
    deadline: deadlines,
  },
  next: 'none',
  example: {
    use: 'ask-other',
    with: {
      title: '等待变更结果',
      clause: '五(二)',
      to: 'amendment',
      send: 'CHANGE_REQUESTED',
      replies: [
        { event: 'CHANGE_APPROVED', title: '同意变更', next: 'support' },
        { event: 'CHANGE_REFUSED', title: '不同意变更', next: 'support' },
      ],
    },
  },
  expand(params, site) {
    const { clause, to, replies } = params;
    const title = params.title ?? `等待${kinds[to]}的结果`;
    return {
      meta: metaOf(params, title),
      entry: [{ type: 'send', params: { to, event: params.send } }, ...(params.also ?? [])],
      on: Object.assign(
        {},
        ...replies.map((reply) =>
          acting(
            site,
            { event: reply.event, title: reply.title },
            { event: reply.event, title: reply.title, clause, from: to as MachineKind },
            site.ways(reply.next),
          ),
        ),
      ),
      ...timed(site, params.deadline, { title, clause }),
    } satisfies StateConfig;
  },
});
