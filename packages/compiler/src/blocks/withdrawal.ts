import { defineBlock, type StateConfig } from './block.ts';
import { list, optional, record, text } from './param.ts';
import { actShape, clauseParam, roles, target } from './shared-params.ts';
import { acting, notify } from './transitions.ts';

/**
 * 撤销、放弃 and 取消资格: leaving the procedure from any state inside. After selection it needs a special reason: write
 * that as `unless`. Needed by xinjiang-craftsman (leaving the region, fraud) and minority-scitech-training (giving up).
 */
export const withdrawal = defineBlock({
  name: 'withdrawal',
  title: '撤销和取消',
  purpose:
    '围着若干状态（也可写在流程最外层）：申报人随时可以撤销申报；查实问题的可以取消。入选后另有要求的写在 unless。',
  neededBy: ['xinjiang-craftsman', 'minority-scitech-training'],
  params: {
    clause: clauseParam,
    withdraw: optional(
      record(
        '撤销申报',
        { ...actShape, to: target('去往'), tell: optional(list('告知谁', text('角色'), 0)) },
        '缺省事件 WITHDRAW，由 applicant 办，须写理由。',
      ),
    ),
    cancel: optional(
      record(
        '取消资格',
        {
          ...actShape,
          by: roles('由谁取消'),
          to: target('去往'),
          tell: optional(list('告知谁', text('角色'), 0)),
        },
        '缺省事件 CANCEL，须写理由。',
      ),
    ),
  },
  next: 'none',
  around: true,
  example: {
    use: 'withdrawal',
    with: {
      clause: '六(五)',
      withdraw: {
        to: 'withdrawn',
        unless: [
          {
            guard: { type: 'is', params: { key: 'selected', in: [true] } },
            note: '人选已经确定，放弃须有特殊原因并另行申请',
          },
        ],
      },
      cancel: { by: 'office', to: 'cancelled', title: '查实弄虚作假，取消资格' },
    },
    meta: { title: '办理' },
    initial: 'drafting',
    states: {
      drafting: {
        meta: { title: '填写', role: 'applicant' },
        on: { SUBMIT: { target: 'drafting', meta: { title: '提交' } } },
      },
    },
  },
  expand({ clause, withdraw, cancel }, site) {
    const told = (tell: readonly string[] | undefined, template: string) =>
      (tell ?? []).map((to) => notify(to, template));
    return {
      on: {
        ...(withdraw
          ? acting(
              site,
              withdraw,
              {
                event: 'WITHDRAW',
                title: '撤销申报',
                clause,
                by: 'applicant',
                reason: 'required',
                escape: true,
                after: told(withdraw.tell, 'withdrawn'),
              },
              [{ target: site.to(withdraw.to) }],
            )
          : {}),
        ...(cancel
          ? acting(
              site,
              cancel,
              {
                event: 'CANCEL',
                title: '取消资格',
                clause,
                reason: 'required',
                escape: true,
                after: told(cancel.tell ?? site.told, 'cancelled'),
              },
              [{ target: site.to(cancel.to) }],
            )
          : {}),
      },
    } as unknown as StateConfig;
  },
});
