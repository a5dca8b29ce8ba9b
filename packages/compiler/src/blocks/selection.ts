import type { ActionRef, GuardRef, StateMeta } from '@zhinan/model';
import type { Site } from './block.ts';
import { choice, list, optional, record, text, whole } from './param.ts';
import { actShape, roles } from './shared-params.ts';
import type { ValuesOf } from './param.ts';
import { acting, all } from './transitions.ts';

const shape = {
  ...actShape,
  by: roles('由谁指定', '组织方；上级由系统确定的写系统的角色；自选的写申报人。'),
  strategy: optional(
    choice(
      '怎样选人',
      {
        named: '组织方指定，或由本人自选',
        superior: '由系统找出上级，以事件回复',
        draw: '抽取：事件带备选名单 pool 和种子 seed，结果可以复核',
      },
      '缺省为 named。事件名缺省为 ASSIGN；人员写在事件答案的 people 里（姓名标识，或带 person、unit、weight 的对象）。',
    ),
  ),
  count: optional(whole('几人', 1, '抽取几人；其他方式为至少几人。')),
  avoid: optional(list('抽取时回避', text('表单名.字段名', '姓名或单位与这项答案相同的不抽。'))),
};

/** Who decides a step is settled when it begins: named by somebody, found by the host, or drawn. */
export const selectionShape = record('选人', shape, '谁来办。结果随事件记入日志。');
export type Selection = ValuesOf<typeof shape>;

/** A form-less act with people in its data: the state before the step proper. */
export function selecting(
  site: Site,
  select: Selection,
  place: {
    readonly list: string;
    readonly clause: NonNullable<StateMeta['clause']>;
    readonly sequence?: boolean;
    readonly to: string;
  },
) {
  const { strategy = 'named', count = 1 } = select;
  const { list: tasks, clause } = place;
  return {
    meta: { title: '确定办理人', clause: select.clause ?? clause, role: select.by },
    ...(strategy === 'superior'
      ? { entry: [{ type: 'select', params: { list: tasks, strategy, count } }] }
      : {}),
    on: chosen(site, select, { event: 'ASSIGN', title: '确定办理人', ...place, count }, [
      { target: place.to },
    ]),
  };
}

/** The act of naming or drawing people, also used again for replacements. */
export function chosen(
  site: Site,
  select: Selection,
  words: {
    readonly event: string;
    readonly title: string;
    readonly list: string;
    readonly clause: NonNullable<StateMeta['clause']>;
    readonly sequence?: boolean;
    readonly count: number;
    readonly guard?: GuardRef;
  },
  ways: Parameters<typeof acting>[3],
) {
  const { list: tasks, count } = words;
  const drawing = select.strategy === 'draw';
  const action: ActionRef = drawing
    ? { type: 'draw', params: { list: tasks, count, ...(select.avoid ? { avoid: select.avoid } : {}) } }
    : {
        type: 'assign',
        params: { list: tasks, field: 'people', ...(words.sequence ? { sequence: true } : {}) },
      };
  const enough: GuardRef = drawing
    ? { type: 'canDraw', params: { list: tasks, count, ...(select.avoid ? { avoid: select.avoid } : {}) } }
    : { type: 'namesPeople', params: { list: tasks, field: 'people', min: count } };
  const guard = all(words.guard, enough);
  return acting(
    site,
    select,
    {
      event: words.event,
      title: words.title,
      clause: words.clause,
      by: select.by,
      ...(guard ? { guard } : {}),
      otherwise: drawing ? '备选名单去掉应回避的人以后不够抽，或没有种子' : `至少写明 ${count} 人`,
      before: [action],
      subject: '人选',
    },
    ways,
  );
}
