import type { GuardRef } from '@zhinan/model';
import { defineBlock, type StateConfig } from './block.ts';
import { choice, list as listOf, optional, part, record, text, whole } from './param.ts';
import { act, actShape, period, roles, stepShape, target } from './shared-params.ts';
import { acting, listed, metaOf, notified, oneOrList } from './transitions.ts';

/**
 * Pays an amount at once, in the instalments that rules.json gives it, or again and again every month or year; a check may
 * stand before each payment; it can be stopped and what was paid taken back. Belongs in an entitlement machine. Needed by
 * talent-aid-xinjiang (three yearly payments), xinjiang-craftsman (two) and alar-talent-highland (monthly up to three
 * years, five yearly parts).
 */
export const instalments = defineBlock({
  name: 'instalments',
  title: '分期拨付',
  purpose: '一次拨付、按 rules.json 的分期拨付，或每月、每年拨付若干次；每次之前可以复核；可以停发、追回。',
  neededBy: ['talent-aid-xinjiang', 'alar-talent-highland', 'xinjiang-craftsman'],
  params: {
    ...stepShape,
    role: roles('由谁拨付'),
    amount: text('金额', 'rules.json 里的金额名；每月、每年拨付的，是一次的金额。'),
    times: optional(whole('几次', 1, '缺省一次；有 until 的，最多几次。')),
    until: optional(
      part<GuardRef>('guard', '付完的情形', '例如决定支持两年、已付两次；成立就不再有下一次。'),
    ),
    pays: optional(
      choice('每次拨付', {
        whole: '整个金额（按月、按年发放的）',
        part: '金额在 rules.json 里写的第几期',
      }),
    ),
    every: optional(period('隔多久一次')),
    first: optional(period('首次拨付前等多久')),
    check: optional(
      record(
        '拨付前复核',
        {
          ...actShape,
          role: roles('由谁复核'),
          failed: target('复核不合格去往'),
          fail: optional(act('复核不合格', '缺省事件 DISQUALIFY，须写理由。')),
          exceptFirst: optional({ schema: { type: 'boolean', title: '首次不复核' }, required: true }),
        },
        '缺省事件 QUALIFY。',
      ),
    ),
    pay: optional(act('拨付', '缺省事件 PAY。')),
    stop: optional(record('停发', { ...actShape, to: target('去往') }, '缺省事件 STOP，须写理由。')),
    recover: optional(
      record(
        '追回',
        { ...actShape, to: target('去往'), amounts: optional(listOf('追回哪些金额', text('金额'))) },
        '缺省事件 RECOVER，须写理由；不写 amounts 时为本项金额。',
      ),
    ),
    tell: optional(listOf('拨付后告知谁', text('角色'), 0)),
  },
  next: 'required',
  example: {
    use: 'instalments',
    with: {
      title: '生活补贴',
      clause: '九(二)',
      role: 'finance',
      amount: 'living-allowance',
      times: 36,
      every: { months: 1 },
      check: { role: 'hr-bureau', title: '在岗核实', failed: 'stopped' },
      stop: { by: 'hr-bureau', to: 'stopped' },
    },
    next: 'completed',
  },
  expand(params, site, next) {
    const { clause, role, amount, check, times = 1 } = params;
    const title = params.title ?? '分期拨付';
    const [cited = ''] = listed(clause);
    const payments = `${site.key}Payments`;
    const ends: readonly GuardRef[] = [
      { type: 'count', params: { list: payments, min: times } },
      ...(params.until ? [params.until] : []),
    ];
    const wait = (given: typeof params.every, name: string, suffix: string, target: string) =>
      given === undefined
        ? {}
        : {
            after: {
              [site.delay(given, `${title}：${name}`, cited, suffix)]: {
                target,
                meta: { title: name, clause },
              },
            },
          };
    const due = site.here(check ? 'checking' : 'due');
    const begin = check && !check.exceptFirst ? 'checking' : 'due';
    return {
      meta: metaOf(params, title),
      initial: params.first === undefined ? begin : 'starting',
      states: {
        ...(params.first === undefined
          ? {}
          : {
              starting: {
                meta: { title: '等待首次拨付', clause },
                ...wait(params.first, '可以首次拨付', 'First', site.here(begin)),
              },
            }),
        ...(check
          ? {
              checking: {
                meta: {
                  title: check.title ?? '拨付前复核',
                  clause: check.clause ?? clause,
                  role: check.role,
                  ...(check.form === undefined ? {} : { form: check.form }),
                },
                on: {
                  ...acting(site, check, { event: 'QUALIFY', title: '复核合格', clause, by: check.role }, [
                    { target: site.here('due') },
                  ]),
                  ...acting(
                    site,
                    check.fail,
                    {
                      event: 'DISQUALIFY',
                      title: '复核不合格',
                      clause: check.clause ?? clause,
                      by: check.role,
                      reason: 'required',
                    },
                    [{ target: site.to(check.failed) }],
                  ),
                },
              },
            }
          : {}),
        due: {
          meta: { title: '待拨付', clause, role },
          on: acting(
            site,
            params.pay,
            {
              event: 'PAY',
              title: '拨付',
              clause,
              after: [
                { type: 'append', params: { list: payments } },
                {
                  type: 'pay',
                  params: { amount, ...(params.pays === 'part' ? { part: payments } : {}) },
                },
                ...notified(params.tell ?? site.told, 'paid'),
              ],
            },
            [{ target: site.here('counting') }],
          ),
        },
        counting: {
          meta: { title: '是否还有下一次', clause },
          always: [
            ...ends.map((guard) => ({
              guard,
              target: site.here('finished'),
              meta: { title: '已全部拨付', clause },
            })),
            {
              target: params.every === undefined ? due : site.here('waiting'),
              meta: { title: '还有下一次', clause },
            },
          ],
        },
        ...(params.every === undefined
          ? {}
          : {
              waiting: {
                meta: { title: '等待下一次拨付', clause },
                ...wait(params.every, '到了下一次拨付的时间', 'Every', due),
              },
            }),
        finished: { type: 'final', meta: { title: '已全部拨付', clause } },
      },
      on: {
        ...(params.stop
          ? acting(
              site,
              params.stop,
              { event: 'STOP', title: '停发', clause, by: role, reason: 'required', escape: true },
              [{ target: site.to(params.stop.to) }],
            )
          : {}),
        ...(params.recover
          ? acting(
              site,
              params.recover,
              {
                event: 'RECOVER',
                title: '追回',
                clause,
                by: role,
                reason: 'required',
                escape: true,
                after: (params.recover.amounts ?? [amount]).map((each) => ({
                  type: 'recover' as const,
                  params: { amount: each },
                })),
              },
              [{ target: site.to(params.recover.to) }],
            )
          : {}),
      },
      onDone: oneOrList(site.ways(next)),
    } satisfies StateConfig;
  },
});
