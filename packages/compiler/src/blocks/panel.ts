import type { ActionRef, GuardRef } from '@zhinan/model';
import { defineBlock } from './block.ts';
import { choice, optional, record, text, whole, values } from './param.ts';
import { act, actShape, deadlines, roles, stepShape, target, tell } from './shared-params.ts';
import { chosen, selecting, selectionShape } from './selection.ts';
import { acting, metaOf, namesOf, notify, notified, timed } from './transitions.ts';

/**
 * 专家评审: experts give their opinions or scores one by one; nobody is shown them before the panel is complete; whoever has
 * to stand aside is replaced; the organiser closes the review with the aggregate. Needed by talent-aid-xinjiang,
 * xinjiang-craftsman (three channels) and inner-mongolia-professionals.
 */
export const panel = defineBlock({
  name: 'panel',
  title: '专家评审',
  purpose:
    '专家各自评审打分，收齐以前互不可见；应回避的另换专家；达到最少人数后由组织方汇总，列为或不列为建议人选。',
  neededBy: ['talent-aid-xinjiang', 'xinjiang-craftsman', 'inner-mongolia-professionals'],
  params: {
    ...stepShape,
    role: roles('评审专家'),
    organiser: roles('由谁组织和汇总'),
    form: text('评审意见表'),
    minimum: optional(whole('最少几份意见', 1, '缺省为 1；条文写明专家人数的照条文写。')),
    score: optional(
      record(
        '汇总分数',
        {
          field: text('分数字段', '评审意见表里的数字字段。'),
          aggregate: choice('怎样汇总', {
            mean: '平均分',
            trimmed: '去掉一个最高分和一个最低分后平均',
            rank: '名次之和（填名次的）',
          }),
          key: optional(text('记为', '标记名，缺省为 状态名 + Score。')),
        },
        '不写时只收意见，不算分。',
      ),
    ),
    recusal: optional(
      record(
        '回避',
        { field: text('回避字段'), none: values<string | boolean>('哪些答案表示不用回避') },
        '答案不在 none 里的，本份意见不计入，另换专家。',
      ),
    ),
    select: optional(selectionShape),
    replace: optional(act('另换专家', '选了人的，组织方可为回避的专家另换，缺省事件 REPLACE。')),
    submit: optional(act('提交评审意见', '缺省事件 SCORE。')),
    conclude: optional(act('列为建议人选', '缺省事件 SUGGEST，由组织方办。')),
    reject: optional(
      record(
        '不列为建议人选',
        { ...actShape, to: target('去往'), tell },
        '缺省事件 NOT_SUGGESTED，须写理由。',
      ),
    ),
    deadline: deadlines,
  },
  next: 'required',
  example: {
    use: 'panel',
    with: {
      clause: '三(四)',
      role: 'experts',
      organiser: 'region-hr',
      form: 'expert-review',
      minimum: 5,
      score: { field: 'total', aggregate: 'trimmed' },
      recusal: { field: 'recusal', none: ['无需回避'] },
      reject: { to: 'refused' },
    },
    next: 'deliberation',
  },
  expand(params, site, next) {
    const { role, organiser, clause, form, score, recusal } = params;
    const title = params.title ?? `${namesOf(site, role)}评审`;
    const scores = `${site.key}Scores`;
    const recusals = `${site.key}Recusals`;
    const { select } = params;
    const minimum = params.minimum ?? 1;
    const inHand: GuardRef = { type: 'holdsTask', params: { list: scores } };
    const enough: GuardRef = select
      ? { type: 'settled', params: { list: scores, min: minimum } }
      : { type: 'count', params: { list: scores, min: minimum } };
    const keep: ActionRef = select
      ? { type: 'vote', params: { list: scores, as: 'agree' } }
      : { type: 'append', params: { list: scores } };
    const aside: ActionRef = select
      ? { type: 'recuse', params: { list: scores } }
      : { type: 'append', params: { list: recusals } };
    const submitting = acting(
      site,
      params.submit,
      {
        event: 'SCORE',
        title: '提交评审意见',
        clause,
        by: role,
        form,
        store: false,
        ...(select ? { guard: inHand, otherwise: '不是本件的评审专家，或已经评过', subject: '评审' } : {}),
      },
      recusal
        ? [
            {
              guard: { type: 'answer', params: { form: 'event', field: recusal.field, in: recusal.none } },
              actions: [keep],
            },
            { actions: [aside, ...notified(organiser, 'recusal')] },
          ]
        : [{ actions: [keep] }],
    );
    const members = select
      ? {
          ...acting(
            site,
            undefined,
            {
              event: 'RECUSE',
              title: '回避',
              clause,
              by: role,
              reason: 'required',
              guard: inHand,
              otherwise: '不是本件的评审专家，或已经评过',
              subject: '评审',
              after: [aside, ...notified(organiser, 'recusal')],
            },
            [{}],
          ),
          ...chosen(
            site,
            {
              ...params.replace,
              by: organiser,
              ...(select.strategy ? { strategy: select.strategy } : {}),
              ...(select.avoid ? { avoid: select.avoid } : {}),
            },
            { event: 'REPLACE', title: '另换专家', list: scores, clause, count: 1 },
            [{}],
          ),
        }
      : {};
    const reviewing = {
      meta: { ...metaOf(params, title, { role, form }), sealed: [scores] },
      on: {
        ...submitting,
        ...members,
        ...acting(
          site,
          params.conclude,
          {
            event: 'SUGGEST',
            title: '列为建议人选',
            clause,
            by: organiser,
            guard: enough,
            subject: '评审',
            otherwise: select ? `还有专家没有评完，或不足 ${minimum} 人` : `专家意见不足 ${minimum} 份`,
            before: score
              ? [
                  {
                    type: 'aggregate',
                    params: {
                      list: scores,
                      field: select ? `answers.${score.field}` : score.field,
                      by: score.aggregate,
                      key: score.key ?? `${site.key}Score`,
                    },
                  },
                ]
              : [],
          },
          site.ways(next),
        ),
        ...(params.reject
          ? acting(
              site,
              params.reject,
              {
                event: 'NOT_SUGGESTED',
                title: '不列为建议人选',
                clause,
                by: organiser,
                reason: 'required',
                after: (params.reject.tell ?? site.told).map((to) => notify(to, 'refused')),
              },
              [{ target: site.to(params.reject.to) }],
            )
          : {}),
      },
    };
    const waits = timed(site, params.deadline, { title, clause, role });
    if (!select) return { ...reviewing, ...waits };
    return {
      meta: metaOf(params, title),
      initial: 'selecting',
      ...waits,
      states: {
        selecting: selecting(site, select, { list: scores, clause, to: site.here('reviewing') }),
        reviewing,
      },
    };
  },
});
