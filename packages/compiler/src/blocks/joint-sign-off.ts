import type { RoleRef } from '@zhinan/model';
import { defineBlock } from './block.ts';
import { flag, list, optional, record, text } from './param.ts';
import { actShape, deadlines, roles, stepShape, target, tell } from './shared-params.ts';
import { camel } from './side-acts.ts';
import { acting, listed, metaOf, notify, timed, oneOrList } from './transitions.ts';

/**
 * 会签: several roles decide side by side, each once; all must agree. Fixed roles are parallel parts; where the signers
 * are persons known only at run time, use `countersign`. Needed by alar-talent-highland (education bureau jointly with three
 * others) and xinjiang-craftsman (two party groups).
 */
export const jointSignOff = defineBlock({
  name: 'joint-sign-off',
  title: '会签',
  purpose: '几个部门同时各办各的，全部同意才通过；有一个不同意就终止（或等大家都表态后再定）。',
  neededBy: ['alar-talent-highland', 'xinjiang-craftsman'],
  params: {
    ...stepShape,
    parts: list(
      '会签各方',
      record('一方', {
        role: roles('角色'),
        key: optional(text('英文名', '不写时由角色得出。')),
        title: optional(text('名称')),
        clause: optional({ ...stepShape.clause }),
        form: optional(text('填哪张表')),
        agree: optional(record('同意', actShape, '缺省事件 AGREE。')),
        refuse: optional(record('不同意', actShape, '缺省事件 REFUSE，须写理由。')),
      }),
      2,
    ),
    form: optional(text('各方都填的表')),
    list: optional(text('意见记入的清单', '缺省为 状态名 + Opinions。')),
    refused: target('有一方不同意去往'),
    waitForAll: optional(flag('等各方都表态', '缺省为有一方不同意即终止。')),
    tell,
    deadline: deadlines,
  },
  next: 'required',
  example: {
    use: 'joint-sign-off',
    with: {
      title: '联合认定',
      clause: '十六(二)',
      form: 'joint-opinion',
      parts: [{ role: 'education' }, { role: 'development' }, { role: 'industry' }],
      refused: 'refused',
    },
    next: 'confirmed',
  },
  expand(params, site, next) {
    const { clause } = params;
    const names = params.parts.flatMap(({ role }) => listed(role).map((each) => site.role(each)));
    const title = params.title ?? `${names.join('、')}会签`;
    const rows = params.list ?? `${site.key}Opinions`;
    const refusals = `${site.key}Refusals`;
    const wait = params.waitForAll === true;
    const told = (params.tell ?? site.told).map((to) => notify(to, 'refused'));
    const states = Object.fromEntries(
      params.parts.map((part) => {
        const key = part.key ?? camel(nameOf(listed(part.role)[0] ?? ''));
        const own =
          part.title ??
          listed(part.role)
            .map((each) => site.role(each))
            .join('、');
        const form = part.form ?? params.form;
        const cited = part.clause ?? clause;
        return [
          key,
          {
            meta: { title: own, clause: cited },
            initial: 'pending',
            states: {
              pending: {
                meta: {
                  title: `${own}办理`,
                  clause: cited,
                  role: part.role,
                  ...(form === undefined ? {} : { form }),
                },
                on: {
                  ...acting(
                    site,
                    part.agree,
                    {
                      event: 'AGREE',
                      title: '同意',
                      clause: cited,
                      form,
                      after: [{ type: 'append', params: { list: rows } }],
                    },
                    [{ target: site.here(`${key}.agreed`) }],
                  ),
                  ...acting(
                    site,
                    part.refuse,
                    {
                      event: 'REFUSE',
                      title: '不同意',
                      clause: cited,
                      reason: 'required',
                      after: [
                        { type: 'append', params: { list: wait ? refusals : rows } },
                        ...(wait ? [] : told),
                      ],
                    },
                    [{ target: wait ? site.here(`${key}.refused`) : site.to(params.refused) }],
                  ),
                },
              },
              agreed: { type: 'final', meta: { title: '同意', clause: cited } },
              ...(wait ? { refused: { type: 'final', meta: { title: '不同意', clause: cited } } } : {}),
            },
          },
        ];
      }),
    );
    const away = {
      guard: { type: 'count' as const, params: { list: refusals, min: 1 } },
      target: site.to(params.refused),
      ...(told.length > 0 ? { actions: told } : {}),
    };
    return {
      meta: metaOf(params, title),
      type: 'parallel',
      states,
      onDone: wait ? [away, ...site.ways(next)] : oneOrList(site.ways(next)),
      ...timed(site, params.deadline, { title, clause, role: params.parts.flatMap(({ role }) => role) }),
    };
  },
});

function nameOf(ref: RoleRef): string {
  return typeof ref === 'string' ? ref : ref.table;
}
