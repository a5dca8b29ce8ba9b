import type { ActionRef, GuardRef, MachineKind } from '@zhinan/model';
import { defineBlock } from './block.ts';
import { choice, list, optional, record, text, texts, values } from './param.ts';
import { act, actShape, deadlines, roles, stepShape } from './shared-params.ts';
import { acting, all, metaOf, timed } from './transitions.ts';

const kinds = {
  case: '申报件',
  batch: '推荐批次',
  round: '年度轮次',
  entitlement: '拨付计划',
  amendment: '变更',
};

/**
 * 汇总上报 in a batch, and the decision of a round: members report in, are ranked, moved between levels or channels with
 * their consent (调剂), counted against quotas, and handed on together. Quotas per channel (南疆单列, 基层, …) are quotas of
 * rules.json over the members' answers. Needed by inner-mongolia-professionals, minority-scitech-training,
 * xinjiang-craftsman, talent-aid-xinjiang.
 */
export const collect = defineBlock({
  name: 'collect',
  title: '汇总上报',
  purpose:
    '推荐批次或年度轮次：收齐成员、排序、调剂、按名额把关，然后一并上报。各通道的名额在 rules.json 里各写一条。',
  neededBy: [
    'talent-aid-xinjiang',
    'xinjiang-craftsman',
    'inner-mongolia-professionals',
    'minority-scitech-training',
  ],
  params: {
    ...stepShape,
    role: roles('由谁汇总'),
    form: optional(text('汇总表')),
    receives: list(
      '收哪些',
      record('一种来信', {
        event: text('事件'),
        title: optional(text('名称')),
        from: optional(choice('来自', kinds, '缺省：批次收申报件，轮次收推荐批次。')),
        status: text('记为', '成员的状态，英文。'),
      }),
    ),
    rank: optional(
      act('排序', '缺省事件 RANK；事件答案里的 ranking 是成员编号的先后次序。没有排好不能上报。'),
    ),
    adjust: optional(
      record(
        '调剂',
        {
          ...actShape,
          of: record('改哪一项', { form: text('表单'), field: text('字段') }),
          consent: optional(
            record('须同意调剂', {
              form: text('表单'),
              field: text('字段'),
              in: values<string | boolean>('哪些答案算同意'),
            }),
          ),
        },
        '缺省事件 ADJUST；事件答案里 member 是成员编号，to 是改成的值。',
      ),
    ),
    quotas: optional(
      record('名额', {
        all: texts('须都不超过的名额', 'rules.json 里的名额名。'),
        otherwise: optional(
          choice('超过或还不知道时', {
            refuse: '不能上报',
            reason: '写明理由可以上报',
          }),
        ),
      }),
    ),
    every: optional(texts('每个成员都须处于', '状态。')),
    submit: optional(act('上报', '缺省事件 SUBMIT。')),
    sends: optional(
      list('上报时告知', record('一个流程', { to: choice('流程', kinds), event: text('事件') })),
    ),
    none: optional(act('不推荐', '允许零推荐的写，缺省事件 NONE，须写理由。')),
    noneTo: optional(text('不推荐去往')),
    deadline: deadlines,
  },
  needs: [{ param: 'noneTo', of: 'none' }],
  next: 'required',
  example: {
    use: 'collect',
    with: {
      title: '汇总推荐人选',
      clause: '四(二)',
      role: 'league-hr',
      form: 'summary',
      receives: [{ event: 'MEMBER_RECOMMENDED', status: 'recommended' }],
      rank: { title: '确定排序' },
      quotas: { all: ['places', 'grassroots'], otherwise: 'reason' },
      submit: { title: '上报', render: 'summary-sheet' },
      sends: [
        { to: 'case', event: 'BATCH_SUBMITTED' },
        { to: 'round', event: 'BATCH_RECEIVED' },
      ],
      deadline: { delay: 'reportDeadline', to: 'expired' },
    },
    next: 'submitted',
  },
  expand(params, site, next) {
    const { clause, role, form, rank, adjust, quotas } = params;
    const title = params.title ?? '汇总上报';
    const own: MachineKind = site.kind === 'round' ? 'batch' : 'case';
    const within =
      quotas &&
      all(...[quotas.all].flat().map((quota): GuardRef => ({ type: 'withinQuota', params: { quota } })));
    const soft = quotas?.otherwise === 'reason';
    const quota: GuardRef | undefined =
      within && soft ? { type: 'any', params: { guards: [within, { type: 'hasReason' }] } } : within;
    const guard = all(
      params.every === undefined ? undefined : { type: 'everyMember', params: { in: [params.every].flat() } },
      rank ? { type: 'ranked' } : undefined,
      quota,
    );
    const sends = (params.sends ?? []).map(({ to, event }): ActionRef => ({
      type: 'send',
      params: { to, event },
    }));
    const receipts = params.receives.map(({ event, title: name, from, status }) =>
      acting(
        site,
        undefined,
        {
          event,
          title: name ?? `收到${kinds[from ?? own]}`,
          clause,
          from: from ?? own,
          before: [{ type: 'member', params: { status } }],
        },
        [{}],
      ),
    );
    return {
      meta: metaOf(params, title, { role, ...(form === undefined ? {} : { form }) }),
      on: {
        ...Object.assign({}, ...receipts),
        ...(rank
          ? acting(
              site,
              rank,
              {
                event: 'RANK',
                title: '排序',
                clause,
                guard: { type: 'ranksAll' },
                otherwise: '排序须包括每个成员，各一次',
                subject: '排序',
                before: [{ type: 'rank' }],
              },
              [{}],
            )
          : {}),
        ...(adjust
          ? acting(
              site,
              adjust,
              {
                event: 'ADJUST',
                title: '调剂',
                clause,
                subject: '调剂',
                otherwise: '没有这个成员，或不同意调剂',
                guard: adjust.consent
                  ? { type: 'memberAnswers', params: adjust.consent }
                  : { type: 'memberAnswers', params: adjust.of },
                before: [{ type: 'adjust', params: adjust.of }],
              },
              [{}],
            )
          : {}),
        ...acting(
          site,
          params.submit,
          {
            event: 'SUBMIT',
            title: '上报',
            clause,
            ...(form === undefined ? {} : { form }),
            ...(soft ? { reason: 'optional' as const } : {}),
            ...(guard ? { guard } : {}),
            subject: '上报',
            otherwise: soft
              ? '名额已超过或尚不能判断，请写明理由；成员须齐、须排好序'
              : '名额已超过或尚不能判断，或成员未齐、未排序',
            after: sends,
          },
          site.ways(next),
        ),
        ...(params.none && params.noneTo !== undefined
          ? acting(
              site,
              params.none,
              { event: 'NONE', title: '没有合适人选，不推荐', clause, reason: 'required' },
              [{ target: site.to(params.noneTo) }],
            )
          : {}),
      },
      ...timed(site, params.deadline, { title, clause, role }),
    };
  },
});
