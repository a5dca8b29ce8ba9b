import type { JsonObject } from '@zhinan/model';
import { isList, valueAt } from '../json.ts';
import type { CaseContext } from '../snapshot.ts';
import type { ChangeKind } from './action.ts';
import { oneOf, optional, required } from './parameter.ts';
import type { Scope } from './scope.ts';
import { drawn, lots } from './draw.ts';
import { isPending, peopleIn, personIn, taskInHand, tasksOf, withTasks, type Task } from './tasks.ts';

// Every action here leaves the list as it is when the event names nobody, or nobody whose turn it is: whether the event
// may happen at all is a matter of the guards beside it.

const list = required('text', 'list');
const deputies = optional('text', 'list');

/** New tasks for people who have none that counts; in a sequence each waits for the one before. */
function added(
  context: CaseContext,
  name: string,
  people: readonly (JsonObject & { readonly person: string })[],
  at: string,
  sequence = false,
): CaseContext {
  const tasks = tasksOf(context, name);
  const fresh = people.filter(
    ({ person }) => !tasks.some((task) => task.person === person && task.state !== 'removed'),
  );
  const rows = fresh.map((row, index): Task => {
    const id = tasks.length + index + 1;
    const last = index > 0 ? id - 1 : tasks.findLast(isPending)?.id;
    return { ...row, id, state: 'open', after: sequence && last !== undefined ? [last] : [], assignedAt: at };
  });
  return withTasks(context, name, [...tasks, ...rows]);
}

export const assign: ChangeKind<'assign'> = {
  title: '指定办理人',
  params: { list, field: required('text', 'field'), sequence: optional('flag') },
  change: ({ list: name = '', field = '', sequence }, { context, event, at }) =>
    added(context, name, peopleIn(event?.data && valueAt(event.data, field)), at, sequence),
};

export const draw: ChangeKind<'draw'> = {
  title: '抽取办理人',
  params: { list, count: required('count'), avoid: optional('texts') },
  change({ list: name = '', count = 0, avoid }, scope) {
    const { pool, seed } = lots(scope, name, avoid);
    return seed === undefined
      ? scope.context
      : added(scope.context, name, drawn(pool, count, seed), scope.at);
  },
};

export const vote: ChangeKind<'vote'> = {
  title: '记下办理结果',
  params: { list, as: oneOf('agree', 'refuse', 'abstain'), deputies },
  change({ list: name = '', as = 'agree', deputies: rows }, { context, event, at }) {
    const mine = taskInHand(event, context, name, rows, at);
    if (!mine) return context;
    const { actor, data, reason } = event ?? {};
    const word: JsonObject = {
      ...(data ? { answers: data } : {}),
      verdict: as,
      at,
      ...(reason === undefined ? {} : { reason }),
      ...(actor?.for === undefined ? {} : { deputy: actor.person ?? '' }),
    };
    return changed(context, name, (task) => {
      if (task.id === mine.id) return { ...task, ...word, state: 'done' };
      // The owner decides himself, with the helper's word as advice.
      if (task.id === mine.lentFrom) return { ...task, state: 'open', advice: word };
      return task;
    });
  },
};

export const transfer: ChangeKind<'transfer'> = {
  title: '转办',
  params: { list, deputies },
  change: (params, scope) =>
    handedOn(params, scope, (task, person, at) => [{ ...moved(task, scope, at), person }]),
};

export const delegate: ChangeKind<'delegate'> = {
  title: '委派（办完交回）',
  params: { list, deputies },
  change: (params, scope) =>
    handedOn(params, scope, (task, person, at, id) => [
      { ...task, state: 'lent' },
      { id, person, state: 'open', after: [], lentFrom: task.id, assignedAt: at },
    ]),
};

export const addSigner: ChangeKind<'addSigner'> = {
  title: '加签',
  params: { list, order: oneOf('before', 'after', 'same'), deputies },
  change: ({ order, ...params }, scope) =>
    handedOn(params, scope, (task, person, at, id) => {
      const before = order === 'before' ? [...task.after, id] : task.after;
      const after = order === 'after' ? [task.id] : task.after;
      return [
        { ...task, after: before },
        { id, person, state: 'open', after, assignedAt: at, addedBy: task.person },
      ];
    }),
};

export const removeSigner: ChangeKind<'removeSigner'> = {
  title: '减签',
  params: { list },
  change({ list: name = '' }, { context, event, at }) {
    const person = personIn(event);
    return changed(context, name, (task) =>
      task.person === person && isPending(task)
        ? { ...task, state: 'removed', at, ...why(event?.reason) }
        : task,
    );
  },
};

export const recuse: ChangeKind<'recuse'> = {
  title: '回避',
  params: { list, deputies },
  change({ list: name = '', deputies: rows }, { context, event, at }) {
    const mine = taskInHand(event, context, name, rows, at);
    return changed(context, name, (task) =>
      task.id === mine?.id ? { ...task, state: 'recused', at, ...why(event?.reason) } : task,
    );
  },
};

export const deputise: ChangeKind<'deputise'> = {
  title: '指定代理人',
  params: { list },
  change({ list: name = '' }, { context, event, at }) {
    const principal = event?.actor?.person;
    const deputy = personIn(event);
    if (principal === undefined || deputy === undefined) return context;
    const until = event?.data?.['until'];
    const row = { deputy, principal, at, ...(typeof until === 'string' ? { until } : {}) };
    const rows = (Object.hasOwn(context.lists, name) ? context.lists[name] : undefined) ?? [];
    return { ...context, lists: { ...context.lists, [name]: [...rows, row] } };
  },
};

function changed(context: CaseContext, name: string, change: (task: Task) => Task): CaseContext {
  return withTasks(context, name, tasksOf(context, name).map(change));
}

/** The actor's task becomes others, with somebody whom the event names and who has none yet. */
function handedOn(
  { list: name = '', deputies: rows }: { readonly list?: string; readonly deputies?: string },
  { context, event, at }: Scope,
  make: (task: Task, person: string, at: string, id: number) => readonly Task[],
): CaseContext {
  const mine = taskInHand(event, context, name, rows, at);
  const person = personIn(event);
  const tasks = tasksOf(context, name);
  if (
    !mine ||
    person === undefined ||
    tasks.some((task) => task.person === person && task.state !== 'removed')
  )
    return context;
  const id = tasks.length + 1;
  const made = make(mine, person, at, id);
  const rest = made.filter((task) => task.id !== mine.id);
  return withTasks(context, name, [
    ...tasks.map((task) => made.find((each) => each.id === task.id) ?? task),
    ...rest,
  ]);
}

/** Who had the task before, so that the list itself tells its way. */
function moved(task: Task, { event }: Scope, at: string): Task {
  const past = task['moved'];
  const row: JsonObject = { from: task.person, at, ...why(event?.reason) };
  return { ...task, moved: [...(isList(past) ? past : []), row] };
}

const why = (reason: string | undefined): JsonObject => (reason === undefined ? {} : { reason });
