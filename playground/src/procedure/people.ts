import { isInTurn, type Task } from '@zhinan/engine';
import type { Simulated, Standing } from './standing.ts';

/** A person's part in a step that several persons decide. */
export interface Part {
  readonly person: string;
  /** The machine in words. */
  readonly of: string;
  readonly instance: string;
  readonly inTurn: boolean;
  readonly verdict?: Task['verdict'];
  readonly state: Task['state'];
}

/** Everybody who has, had or will have a part in a decision of several persons, in the order of the lists. */
export function partsOf({ standings }: Simulated): readonly Part[] {
  return standings.flatMap((standing) =>
    taskLists(standing).flatMap((tasks) =>
      tasks.map((task) => ({
        person: task.person,
        of: standing.of,
        instance: standing.instance,
        inTurn: isInTurn(task, tasks),
        state: task.state,
        ...(task.verdict === undefined ? {} : { verdict: task.verdict }),
      })),
    ),
  );
}

/** The lists that hold tasks: others keep opinions, payments and the like. */
function taskLists({ snapshot }: Standing): readonly (readonly Task[])[] {
  return Object.values(snapshot.context.lists).flatMap((rows) =>
    rows.length > 0 && rows.every(isTask) ? [rows as readonly Task[]] : [],
  );
}

function isTask(row: object): row is Task {
  return 'person' in row && 'state' in row && 'after' in row && Array.isArray(row.after);
}
