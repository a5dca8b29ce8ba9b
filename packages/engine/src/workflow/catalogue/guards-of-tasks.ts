import { valueAt } from '../json.ts';
import { judged, type GuardKind } from './guard.ts';
import { oneOf, optional, required } from './parameter.ts';
import { lots } from './draw.ts';
import { counted, isPending, peopleIn, personIn, taskInHand, tasksOf, verdictOf } from './tasks.ts';

export const holdsTask: GuardKind<'holdsTask'> = {
  title: '办理人在名单内且轮到他',
  params: { list: required('text', 'list'), deputies: optional('text', 'list') },
  judge({ list, deputies }, { event, context, at }) {
    if (!event) return judged('holdsTask', null, '看是谁办理');
    const held = taskInHand(event, context, list, deputies, at) !== undefined;
    return judged('holdsTask', held, '办理人不在名单内，或已办过，或还没轮到');
  },
};

export const verdict: GuardKind<'verdict'> = {
  title: '表决通过',
  params: {
    list: required('text', 'list'),
    policy: oneOf('all', 'any', 'percentage', 'weighted'),
    percent: optional('count'),
  },
  judge({ list, policy, percent = 100 }, { context }) {
    const tasks = tasksOf(context, list);
    const rows = tasks.filter(counted);
    const agreed = rows.filter((task) => task.verdict === 'agree').length;
    const open = rows.filter(isPending).length;
    return judged(
      'verdict',
      verdictOf(tasks, policy, percent),
      `${rows.length} 人中已有 ${agreed} 人同意，${open} 人尚未表态`,
    );
  },
};

export const settled: GuardKind<'settled'> = {
  title: '人人都已办完',
  params: { list: required('text', 'list'), min: optional('count') },
  judge({ list, min = 1 }, { context }) {
    const rows = tasksOf(context, list).filter(counted);
    const done = rows.filter(({ state }) => state === 'done').length;
    return judged(
      'settled',
      done === rows.length && done >= min,
      `已办 ${done} 人，尚未办 ${rows.length - done} 人，至少须 ${min} 人`,
    );
  },
};

export const untouched: GuardKind<'untouched'> = {
  title: '还没有人办过',
  params: { list: required('text', 'list') },
  judge({ list }, { context }) {
    const acted = tasksOf(context, list).filter(({ state }) => state === 'done').length;
    return judged('untouched', acted === 0, `已有 ${acted} 人办过`);
  },
};

export const namesNewPerson: GuardKind<'namesNewPerson'> = {
  title: '所指的人还不在名单内',
  params: { list: required('text', 'list') },
  judge({ list }, { event, context }) {
    if (!event) return judged('namesNewPerson', null, '看指的是谁');
    const person = personIn(event);
    const known = tasksOf(context, list).some((task) => task.person === person && task.state !== 'removed');
    return judged('namesNewPerson', person !== undefined && !known, '没有写明是谁，或此人已在名单内');
  },
};

export const namesOpenTask: GuardKind<'namesOpenTask'> = {
  title: '所指的人在名单内且尚未办',
  params: { list: required('text', 'list') },
  judge({ list }, { event, context }) {
    if (!event) return judged('namesOpenTask', null, '看指的是谁');
    const person = personIn(event);
    const open = tasksOf(context, list).some((task) => task.person === person && isPending(task));
    return judged('namesOpenTask', open, '没有写明是谁，或此人不在名单内，或已经办过');
  },
};

export const namesPeople: GuardKind<'namesPeople'> = {
  title: '写明了足够的新办理人',
  params: { list: required('text', 'list'), field: required('text', 'field'), min: optional('count') },
  judge({ list, field, min = 1 }, { event, context }) {
    if (!event) return judged('namesPeople', null, '看写明了谁');
    const known = tasksOf(context, list).flatMap(({ person, state }) =>
      state === 'removed' ? [] : [person],
    );
    const people = peopleIn(event.data && valueAt(event.data, field)).filter(
      ({ person }) => !known.includes(person),
    );
    return judged('namesPeople', people.length >= min, `写明了 ${people.length} 人，至少须 ${min} 人`);
  },
};

export const canDraw: GuardKind<'canDraw'> = {
  title: '备选名单够抽',
  params: { list: required('text', 'list'), count: required('count'), avoid: optional('texts') },
  judge({ list, count, avoid }, scope) {
    if (!scope.event) return judged('canDraw', null, '看备选名单');
    const { pool, seed } = lots(scope, list, avoid);
    return judged(
      'canDraw',
      seed !== undefined && pool.length >= count,
      `可抽 ${pool.length} 人，须抽 ${count} 人${seed === undefined ? '，没有种子' : ''}`,
    );
  },
};
