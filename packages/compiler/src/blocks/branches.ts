import type { GuardRef } from '@zhinan/model';
import { defineBlock, type StateConfig } from './block.ts';
import { list, optional, part, record, text } from './param.ts';
import { deadlines, stepShape } from './shared-params.ts';
import { metaOf, oneOrList, timed } from './transitions.ts';

/**
 * Parts that go on side by side (并行), each of them only where its condition holds (包容). Each part is written beside the
 * block as a state with a child `doing`, whose own way leads to `passed`. Needed by xinjiang-craftsman and
 * alar-talent-highland.
 */
export const branches = defineBlock({
  name: 'branches',
  title: '同时进行',
  purpose:
    '几件事同时进行，全部完成才往下走；写了 when 的只在条件成立时进行，否则跳过。每件事写在旁边的 states 里，从 doing 开始，办完去往 passed。',
  neededBy: ['alar-talent-highland', 'xinjiang-craftsman'],
  params: {
    ...stepShape,
    parts: list(
      '各件事',
      record('一件事', {
        key: text('英文名', '旁边 states 里的名称。'),
        title: optional(text('名称')),
        when: optional(part<GuardRef>('guard', '什么时候才办', '不成立或不知道时跳过；不写则一定办。')),
      }),
      2,
    ),
    deadline: deadlines,
  },
  next: 'required',
  around: true,
  example: {
    use: 'branches',
    with: {
      title: '部门核查',
      clause: '三(四)',
      parts: [
        { key: 'tax', title: '税务核查' },
        { key: 'credit', title: '信用核查', when: { type: 'filled', params: { form: 'credit' } } },
      ],
    },
    states: {
      tax: {
        meta: { title: '税务核查' },
        states: {
          doing: {
            use: 'review',
            with: { clause: '三(四)', role: 'tax', reject: { to: 'refused' } },
            next: 'passed',
          },
        },
      },
      credit: {
        meta: { title: '信用核查' },
        states: {
          doing: {
            use: 'review',
            with: { clause: '三(四)', role: 'office', reject: { to: 'refused' } },
            next: 'passed',
          },
        },
      },
    },
    next: 'deliberation',
  },
  expand(params, site, next) {
    const { clause } = params;
    const title = params.title ?? params.parts.map(({ key, title: own }) => own ?? key).join('、');
    const states = Object.fromEntries(
      params.parts.map(({ key, title: own, when }) => {
        const doing = site.here(`${key}.doing`);
        const choosing = {
          meta: { title: '是否需要办', clause },
          always: when
            ? [
                { guard: when, target: doing, meta: { title: '需要', clause } },
                { target: site.here(`${key}.skipped`), meta: { title: '不需要', clause } },
              ]
            : [],
        };
        return [
          key,
          {
            meta: { title: own ?? key, clause },
            initial: when ? 'choosing' : 'doing',
            states: {
              ...(when ? { choosing, skipped: { type: 'final', meta: { title: '不需要', clause } } } : {}),
              passed: { type: 'final', meta: { title: '办完', clause } },
            },
          },
        ];
      }),
    );
    return {
      meta: metaOf(params, title),
      type: 'parallel',
      states,
      onDone: oneOrList(site.ways(next)),
      ...timed(site, params.deadline, { title, clause }),
    } satisfies StateConfig;
  },
});
