import type { Json, JsonObject, ProcedureEvent, Truth } from '@zhinan/model';
import { dateOf, type IsoInstant } from '../../calendar/instant.ts';
import { isObject, listOf, textsOf } from '../json.ts';
import type { CaseContext } from '../snapshot.ts';

/**
 * One person's part in a step that several persons decide, as a row of a context list. People are data: who they are is
 * known only at run time, so a list of rows stands where parallel states would have to be made per person.
 */
export interface Task extends JsonObject {
  readonly id: number;
  readonly person: string;
  /** `lent`: handed to somebody who gives it back with advice. */
  readonly state: 'open' | 'lent' | 'done' | 'removed' | 'recused';
  readonly verdict?: 'agree' | 'refuse' | 'abstain';
  /** Share in a weighted vote; 1 where it is missing. */
  readonly weight?: number;
  /** Tasks that must be over before this one's turn. */
  readonly after: readonly number[];
  /** Of a lent task's helper: the task that it goes back to. */
  readonly lentFrom?: number;
}

export function tasksOf({ lists }: CaseContext, list: string): readonly Task[] {
  // Only the actions on tasks write such a list, in this shape.
  return ((Object.hasOwn(lists, list) ? lists[list] : undefined) as readonly Task[] | undefined) ?? [];
}

export function withTasks(context: CaseContext, list: string, tasks: readonly Task[]): CaseContext {
  return { ...context, lists: { ...context.lists, [list]: tasks } };
}

const pending = (task: Task) => task.state === 'open' || task.state === 'lent';
/** Whose word counts: neither taken off, nor stood aside, nor only asked for advice. */
export const counted = (task: Task) =>
  (pending(task) || task.state === 'done') && task.lentFrom === undefined;
export const isPending = pending;

/** Before it nobody else has to act. */
export function isInTurn(task: Task, tasks: readonly Task[]): boolean {
  return (
    task.state === 'open' &&
    task.after.every((id) => !tasks.some((other) => other.id === id && pending(other)))
  );
}

/**
 * The task that the actor may do now: his own in turn, or that of somebody who has appointed him deputy (rows
 * `{deputy, principal, until?}` of the list `deputies`; `until` included).
 */
export function taskInHand(
  event: ProcedureEvent | undefined,
  context: CaseContext,
  list: string,
  deputies: string | undefined,
  at: IsoInstant,
): Task | undefined {
  const { person, for: principal } = event?.actor ?? {};
  if (person === undefined) return undefined;
  const acting = principal === undefined || isDeputy(person, principal, context, deputies, at);
  if (!acting) return undefined;
  const tasks = tasksOf(context, list);
  return tasks.find((task) => task.person === (principal ?? person) && isInTurn(task, tasks));
}

function isDeputy(
  person: string,
  principal: string,
  { lists }: CaseContext,
  deputies: string | undefined,
  at: IsoInstant,
): boolean {
  const rows = deputies !== undefined && Object.hasOwn(lists, deputies) ? (lists[deputies] ?? []) : [];
  return rows.some(
    ({ deputy, principal: of, until }) =>
      deputy === person && of === principal && (typeof until !== 'string' || dateOf(at) <= until),
  );
}

/** People that an event names, each once: texts or objects with `person`. */
export function peopleIn(value: Json | undefined): readonly (JsonObject & { readonly person: string })[] {
  const found = listOf(value).flatMap((each) => {
    const row = typeof each === 'string' ? { person: each } : isObject(each) ? each : {};
    return typeof row['person'] === 'string' && row['person'] !== ''
      ? [row as JsonObject & { readonly person: string }]
      : [];
  });
  return found.filter((row, index) => found.findIndex(({ person }) => person === row.person) === index);
}

export const personIn = (event: ProcedureEvent | undefined): string | undefined =>
  textsOf(event?.data?.['person'])[0];

export type Policy = 'all' | 'any' | 'percentage' | 'weighted';

/**
 * What the votes so far come to: true = passed, false = it can no longer pass, null = still open. `percent` is a share of
 * those who count (of their weights), reached when it is met exactly.
 */
export function verdictOf(tasks: readonly Task[], policy: Policy, percent: number): Truth {
  const rows = tasks.filter(counted);
  if (rows.length === 0) return null;
  const agreed = rows.filter(({ state, verdict }) => state === 'done' && verdict === 'agree');
  const open = rows.filter(pending);
  if (policy === 'all') {
    if (agreed.length === rows.length) return true;
    return agreed.length + open.length < rows.length ? false : null;
  }
  if (policy === 'any') return agreed.length > 0 ? true : open.length === 0 ? false : null;
  const size = (some: readonly Task[]) =>
    policy === 'weighted' ? some.reduce((sum, { weight }) => sum + (weight ?? 1), 0) : some.length;
  const needed = percent * size(rows);
  if (size(agreed) * 100 >= needed) return true;
  return (size(agreed) + size(open)) * 100 < needed ? false : null;
}
