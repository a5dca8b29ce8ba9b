import { compareInstants } from '../calendar/instant.ts';
import type { Environment } from './environment.ts';
import { addressed } from './instances.ts';
import type { Instances, ProcedureEntry } from './procedure.ts';
import type { Snapshot } from './snapshot.ts';
import { begin, fire, step, type StepResult } from './step.ts';

/**
 * The machines as a log leaves them: every opening, event and ended wait once more, in the order of the log, each on the
 * machine it names and with all it brought. A log that is complete gives the very snapshots that wrote it, which is
 * what a host checks its stored snapshots by. Throws when an entry names a machine that was never opened.
 */
export function replay(environment: Environment, entries: readonly ProcedureEntry[]): Instances {
  const instances = new Map<string, Snapshot>();
  for (const entry of entries) {
    const { snapshot } = again(environment, instances.get(entry.instance), entry) ?? {};
    if (snapshot) instances.set(entry.instance, snapshot);
  }
  return Object.fromEntries(instances);
}

function again(
  environment: Environment,
  snapshot: Snapshot | undefined,
  { instance, at, accepted, refusal, opening, timer, cause }: ProcedureEntry,
): StepResult | undefined {
  const { machine } = addressed(environment, instance);
  if (opening) return begin(environment, machine.id, at, opening.given);
  // A message that nobody was there to hear, and a request that was refused, touched no machine.
  if (!accepted && (!snapshot || refusal?.code === 'no-receiver')) return undefined;
  if (!snapshot) throw new Error(`"${instance}" was never opened`);
  if (timer) {
    const overdue = compareInstants(timer.dueAt, at) < 0;
    return fire(environment, machine.id, overdue ? { ...snapshot, at } : snapshot, timer);
  }
  return step(environment, machine.id, snapshot, cause, at);
}
