import type { ActionRef } from '@zhinan/model';
import { defineBlock, type StateConfig } from './block.ts';
import { choice, optional } from './param.ts';
import { act, deadlines, period, roles, stepShape, target, tell } from './shared-params.ts';
import {
  acting,
  is,
  listed,
  metaOf,
  notified,
  notify,
  set,
  timed,
  type Roles,
  oneOrList,
} from './transitions.ts';

/**
 * 公示: the case is shown to the public for some working days; an objection is investigated, and upheld or dismissed.
 * What an investigation does to the period is the guideline's choice. Needed by xinjiang-craftsman (3 and 5 working days)
 * and inner-mongolia-professionals (5 and 5).
 */
export const publicNotice = defineBlock({
  name: 'public-notice',
  title: '公示',
  purpose:
    '向社会公示若干个工作日；有异议先核查，属实的终止，不属实的继续。核查是否影响公示期由 policy 决定。',
  neededBy: ['xinjiang-craftsman', 'inner-mongolia-professionals'],
  params: {
    ...stepShape,
    role: optional(roles('由谁公示', '也由其核查异议，除非写了 investigator。')),
    period: period('公示多久'),
    investigator: optional(roles('由谁核查异议', '不写时为公示的一方。')),
    policy: optional(
      choice(
        '核查期间公示期',
        {
          'run-on': '公示期照常计算；到期时异议仍在核查的，等核查结果',
          restart: '核查不属实后重新公示',
          resume: '核查期间停算，核查不属实后接着算',
        },
        '缺省为 run-on。',
      ),
    ),
    object: optional(act('提出异议', '缺省事件 OBJECT，由 public 提出，须写理由。')),
    upheld: target('异议属实去往'),
    uphold: optional(act('异议属实', '缺省事件 UPHELD，须写理由。')),
    dismiss: optional(act('异议不属实', '缺省事件 DISMISSED，须写理由。')),
    tell,
    deadline: deadlines,
  },
  next: 'required',
  example: {
    use: 'public-notice',
    with: {
      title: '用人单位公示',
      clause: '三(二)',
      role: 'unit',
      period: { workdays: 3, postingDayCounts: 'notice-days' },
      upheld: 'refused',
      deadline: { delay: 'unitDeadline', to: 'expired' },
    },
    next: 'signing',
  },
  expand(params, site, next) {
    const { clause, policy = 'run-on' } = params;
    const title = params.title ?? '公示';
    const [cited = ''] = listed(clause);
    const investigator: Roles = params.investigator ?? params.role ?? [];
    const key = `${site.key}Objection`;
    const list = `${site.key}Objections`;
    const used = `${site.key}DaysUsed`;
    const since = `${site.key}Since`;
    const wait = site.delay(params.period, title, cited, 'Period', policy === 'resume' ? used : undefined);
    const counting = site.postingDayCounts(params.period);
    const over = { target: site.here('passed'), meta: { title: '公示期满', clause } };

    const objecting: readonly ActionRef[] = [
      ...(policy === 'resume'
        ? [
            {
              type: 'useUp' as const,
              params: { key: used, since, ...(counting === undefined ? {} : { postingDayCounts: counting }) },
            },
          ]
        : []),
      { type: 'append', params: { list } },
      set(key, 'open'),
      ...notified(investigator, 'objection'),
    ];
    const settling = (dismissed: string) => ({
      ...acting(
        site,
        params.uphold,
        {
          event: 'UPHELD',
          title: '异议属实',
          clause,
          reason: 'required',
          before: [set(key, 'upheld')],
          after: (params.tell ?? site.told).map((to) => notify(to, 'refused')),
        },
        [{ target: site.to(params.upheld) }],
      ),
      ...acting(
        site,
        params.dismiss,
        {
          event: 'DISMISSED',
          title: '异议不属实',
          clause,
          reason: 'required',
          before: [set(key, 'dismissed')],
        },
        [{ target: site.here(dismissed) }],
      ),
    });
    const waiting = (titleOf: string, dismissed: string) => ({
      meta: { title: titleOf, clause, role: investigator },
      on: settling(dismissed),
    });
    const deadline = timed(site, params.deadline, {
      title,
      clause,
      ...(params.role ? { role: params.role } : {}),
    });
    return {
      meta: {
        ...metaOf(params, title, params.role === undefined ? {} : { role: params.role }),
        notice: true,
      },
      initial: 'running',
      ...(policy === 'run-on'
        ? {
            // The wait stands outside the investigation, so that an objection does not stop it.
            after: {
              [wait]: [
                {
                  guard: is(key, 'open'),
                  target: site.here('overdue'),
                  meta: { title: '公示期满，异议仍在核查', clause },
                },
                over,
              ],
              ...deadline.after,
            },
          }
        : deadline),
      states: {
        running: {
          meta: { title: '公示中', clause, role: params.object?.by ?? 'public' },
          ...(policy === 'resume' ? { entry: [{ type: 'stamp', params: { key: since } }] } : {}),
          on: acting(
            site,
            params.object,
            {
              event: 'OBJECT',
              title: '提出异议',
              clause,
              by: 'public',
              reason: 'required',
              after: objecting,
            },
            [{ target: site.here('investigating') }],
          ),
          ...(policy === 'run-on' ? {} : { after: { [wait]: over } }),
        },
        investigating: waiting('核查异议', 'running'),
        ...(policy === 'run-on' ? { overdue: waiting('公示期满，等待核查结果', 'passed') } : {}),
        passed: { type: 'final', meta: { title: '公示无异议', clause } },
      },
      onDone: oneOrList(site.ways(next)),
    } satisfies StateConfig;
  },
});
