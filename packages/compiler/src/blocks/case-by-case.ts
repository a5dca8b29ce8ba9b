import { defineBlock } from './block.ts';
import { optional, record, text, values } from './param.ts';
import { act, actShape, deadlines, roles, stepShape, target, tell } from './shared-params.ts';
import { acting, metaOf, namesOf, notify, timed, oneOrList } from './transitions.ts';

/**
 * 一事一议: somebody proposes, a body deliberates and records what it decided, in words and where money is given with the
 * amount. No rule decides here; the recorded form does. Needed by alar-talent-highland.
 */
export const caseByCase = defineBlock({
  name: 'case-by-case',
  title: '一事一议',
  purpose: '提出建议，集体研究，把决定（文字、金额）记在表里。规则不替人作决定；金额由 rules.json 读这张表。',
  neededBy: ['alar-talent-highland'],
  params: {
    ...stepShape,
    proposer: roles('由谁提出'),
    proposal: text('建议表'),
    propose: optional(act('提出建议', '缺省事件 PROPOSE。')),
    body: roles('由谁研究决定'),
    decision: text('决定记录表', '写明决定内容；给钱的写明金额。'),
    decide: optional(act('记录决定', '缺省事件 DECIDE。')),
    agreed: record('怎样算同意', {
      field: text('字段', '决定记录表里的字段。'),
      in: values<string | boolean>('哪些答案算同意'),
    }),
    refused: target('不同意去往'),
    return: optional(record('退回补充', actShape, '缺省事件 RETURN，须写理由；退回提出建议的一方。')),
    tell,
    deadline: deadlines,
  },
  next: 'required',
  example: {
    use: 'case-by-case',
    with: {
      clause: '二十(一)',
      proposer: 'lead-bureau',
      proposal: 'special-proposal',
      body: 'leading-group',
      decision: 'special-decision',
      agreed: { field: 'conclusion', in: ['同意'] },
      refused: 'refused',
    },
    next: 'entitled',
  },
  expand(params, site, next) {
    const { clause, proposer, body, proposal, decision, agreed } = params;
    const title = params.title ?? '一事一议';
    const told = (params.tell ?? site.told).map((to) => notify(to, 'refused'));
    return {
      meta: metaOf(params, title),
      initial: 'proposing',
      states: {
        proposing: {
          meta: { title: `${namesOf(site, proposer)}提出建议`, clause, role: proposer, form: proposal },
          on: acting(site, params.propose, { event: 'PROPOSE', title: '提出建议', clause, form: proposal }, [
            { target: site.here('deliberating') },
          ]),
        },
        deliberating: {
          meta: { title: `${namesOf(site, body)}研究`, clause, role: body, form: decision },
          on: {
            ...acting(
              site,
              params.decide,
              {
                event: 'DECIDE',
                title: '记录决定',
                clause,
                form: decision,
                reason: 'optional',
                after: [{ type: 'append', params: { list: `${site.key}Decisions` } }],
              },
              [
                {
                  guard: { type: 'answer', params: { form: 'event', field: agreed.field, in: agreed.in } },
                  target: site.here('agreed'),
                },
                { target: site.to(params.refused), actions: told },
              ],
            ),
            ...(params.return
              ? acting(
                  site,
                  params.return,
                  { event: 'RETURN', title: '退回补充', clause, reason: 'required' },
                  [{ target: site.here('proposing') }],
                )
              : {}),
          },
        },
        agreed: { type: 'final', meta: { title: '决定同意', clause } },
      },
      onDone: oneOrList(site.ways(next)),
      ...timed(site, params.deadline, { title, clause, role: body }),
    };
  },
});
