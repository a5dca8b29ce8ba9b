import type { ProcedureEvent } from '@zhinan/model';
import type { IsoInstant } from '../calendar/instant.ts';
import type { Environment } from './environment.ts';
import type { Snapshot } from './snapshot.ts';
import { step, type StepResult } from './step.ts';

/**
 * 批量审批: the same act on many machines, each for itself. One that refuses does not hold up the others; the report says per
 * id what became of it. With a key the whole may be sent again after a failure half-way: each machine takes it once.
 */
export function stepMany(
  environment: Environment,
  machineId: string,
  snapshots: Readonly<Record<string, Snapshot>>,
  event: ProcedureEvent,
  at: IsoInstant,
): Readonly<Record<string, StepResult>> {
  return Object.fromEntries(
    Object.entries(snapshots).map(([id, snapshot]) => [
      id,
      step(environment, machineId, snapshot, event, at),
    ]),
  );
}
