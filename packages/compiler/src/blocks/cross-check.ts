import { defineBlock, type StateConfig } from './block.ts';
import { optional, text } from './param.ts';
import { act, period, roles, stepShape, target } from './shared-params.ts';
import { acting, listed, metaOf, namesOf, notified, notify, oneOrList } from './transitions.ts';

/**
 * 政策互斥和查重: the host looks the case up in a register of other programmes; where it does not answer in time, or says that
 * it cannot, an officer checks by hand. Needed by talent-aid-xinjiang and xinjiang-craftsman ("2+5", "3+2"),
 * alar-talent-highland (no benefit twice).
 */
export const crossCheck = defineBlock({
  name: 'cross-check',
  title: '查重',
  purpose:
    '向外部登记查询是否与其他计划重复；系统答不了或没有按时答的，由人查。发现重复的不自动否决，交由所写的去向。',
  neededBy: ['talent-aid-xinjiang', 'alar-talent-highland', 'xinjiang-craftsman'],
  params: {
    ...stepShape,
    register: text('查哪个登记', '例如 其他人才计划。'),
    system: roles('系统的角色', '代表外部登记答复的角色。'),
    wait: period('等多久改由人查'),
    role: roles('由谁人工查'),
    form: text('人工查重的表'),
    found: target('发现重复去往'),
    clear: optional(act('没有重复', '缺省事件 CLEAR。')),
    conflict: optional(act('发现重复', '缺省事件 CONFLICT。')),
  },
  next: 'required',
  example: {
    use: 'cross-check',
    with: {
      clause: '二(三)',
      register: '其他人才计划',
      system: 'platform',
      wait: { workdays: 2 },
      role: 'region-hr',
      form: 'duplicate-check',
      found: 'conflictReview',
    },
    next: 'expertReview',
  },
  expand(params, site, next) {
    const { clause, register, role, system, form } = params;
    const title = params.title ?? `查重：${register}`;
    const away = [{ target: site.to(params.found) }];
    const told = site.told.map((to) => notify(to, 'duplicate'));
    const answers = (more: { readonly form?: string; readonly reason?: 'optional' }) => ({
      ...acting(site, params.clear, { event: 'CLEAR', title: '没有重复', clause, ...more }, [
        { target: site.here('clear') },
      ]),
      ...acting(
        site,
        params.conflict,
        { event: 'CONFLICT', title: '发现重复', clause, ...more, after: told },
        away,
      ),
    });
    const byHand = { target: site.here('byHand'), actions: notified(role, 'check-by-hand') };
    return {
      meta: metaOf(params, title),
      initial: 'asking',
      states: {
        asking: {
          meta: { title: '系统查询', clause, role: system },
          entry: [{ type: 'lookup', params: { register } }],
          on: {
            ...answers({}),
            ...acting(site, undefined, { event: 'UNAVAILABLE', title: '查不了', clause }, [byHand]),
          },
          after: {
            [site.delay(params.wait, `${title}等待答复`, listed(clause)[0] ?? '', 'Answer')]: {
              ...byHand,
              meta: { title: '没有按时答复，改由人查', clause },
            },
          },
        },
        byHand: {
          meta: { title: `${namesOf(site, role)}人工查重`, clause, role, form },
          on: answers({ form }),
        },
        clear: { type: 'final', meta: { title: '没有重复', clause } },
      },
      onDone: oneOrList(site.ways(next)),
    } satisfies StateConfig;
  },
});
