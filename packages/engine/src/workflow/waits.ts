import type { DelayDefinition } from '@zhinan/model';
import { compareInstants } from '../calendar/instant.ts';
import { dueOf } from './catalogue/delays.ts';
import type { Environment } from './environment.ts';
import type { Snapshot, Timer, UndatedWait } from './snapshot.ts';

/**
 * Turns every wait that can be dated into a timer: one just begun, one whose date has been answered since, one that the
 * calendar of an earlier year did not reach. Gives the same snapshot when there is none.
 */
export function dateWaits(
  delays: Readonly<Record<string, DelayDefinition>>,
  environment: Environment,
  snapshot: Snapshot,
): Snapshot {
  const timers: Timer[] = [];
  const undated: UndatedWait[] = [];
  for (const wait of snapshot.undated) {
    const definition = delays[wait.delay];
    if (!definition) throw new Error(`unknown delay "${wait.delay}"`);
    const due = dueOf(definition, wait.since, snapshot.context, environment);
    const { id, delay, event } = wait;
    if ('at' in due) timers.push({ id, delay, dueAt: due.at, event });
    else undated.push({ ...wait, why: due.why });
  }
  if (timers.length === 0)
    return undated.every((wait, at) => wait.why === snapshot.undated[at]?.why)
      ? snapshot
      : { ...snapshot, undated };
  const all = [...snapshot.timers, ...timers].sort((a, b) => compareInstants(a.dueAt, b.dueAt));
  return { ...snapshot, timers: all, undated };
}
