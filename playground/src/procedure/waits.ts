import { addDays, dateOf, type Environment, type Procedure, type Snapshot, type Timer } from '@zhinan/engine';
import type { InstanceId } from '@zhinan/model';
import { machineOf, type Machine } from './machine.ts';
import type { Wait } from './standing.ts';

/** Longest wait drawn day by day: a support period of years would fill every sheet. */
const MOST_DAYS = 62;

/** Every wait that ran at some point of the play, in the order of beginning. */
export function waitsOf(
  environment: Environment,
  machines: readonly Machine[],
  procedures: readonly Procedure[],
): readonly Wait[] {
  const waits = new Map<string, Wait>();
  const last = procedures.at(-1);
  for (const procedure of procedures) {
    for (const [instance, snapshot] of Object.entries(procedure.instances)) {
      const machine = machineOf(environment, machines, instance);
      for (const timer of snapshot?.timers ?? []) {
        const key = `${instance} ${timer.id} ${timer.dueAt}`;
        const running = last?.instances[instance]?.timers.some(
          ({ id, dueAt }) => id === timer.id && dueAt === timer.dueAt,
        );
        if (machine !== undefined && snapshot !== undefined && !waits.has(key))
          waits.set(key, waitOf(instance, machine, snapshot, timer, procedure, running === true));
      }
    }
  }
  return [...waits.values()];
}

function waitOf(
  instance: InstanceId,
  { contract }: Machine,
  snapshot: Snapshot,
  timer: Timer,
  { at }: Procedure,
  running: boolean,
): Wait {
  const delay = contract.delays[timer.delay];
  const since = begunAt(snapshot, timer) ?? at;
  const period = delay !== undefined && !('instant' in delay) && !('dateOf' in delay);
  return {
    instance,
    title: delay?.title ?? timer.delay,
    clause: delay?.clause ?? '',
    since,
    at: timer.dueAt,
    running,
    period: period && lastDays(since, timer.dueAt).length < MOST_DAYS,
    days: period ? lastDays(since, timer.dueAt) : [],
  };
}

/** When the state was entered that waits: its path ends the timer's event. */
function begunAt({ visited, machine }: Snapshot, { event }: Timer): string | undefined {
  return visited.findLast(({ path }) => event.endsWith(`.${machine}.${path}`))?.enteredAt;
}

/** Calendar days from the one on which it began to its last; an end at 00:00 closes the day before. */
function lastDays(since: string, dueAt: string): readonly string[] {
  const end = dateOf(dueAt);
  const until = dueAt.slice(11, 16) === '00:00' ? addDays(end, -1) : end;
  const days: string[] = [];
  for (let day = dateOf(since); day <= until && days.length < MOST_DAYS; day = addDays(day, 1))
    days.push(day);
  return days;
}
