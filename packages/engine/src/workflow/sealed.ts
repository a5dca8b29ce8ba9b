import type { Actor, InstanceId, JsonObject, ProcedureEvent } from '@zhinan/model';
import { compareInstants, type IsoInstant } from '../calendar/instant.ts';
import type { Environment } from './environment.ts';
import { textsOf } from './json.ts';
import { activePaths, type MachineIndex } from './machine-index.ts';
import { kernelOf } from './machine.ts';
import type { Procedure, ProcedureEntry } from './procedure.ts';
import type { Snapshot } from './snapshot.ts';

/** What a present step keeps from everybody: lists, the events that write them, and since when. */
interface Seal {
  readonly lists: readonly string[];
  readonly events: readonly string[];
  readonly since: IsoInstant;
}

/**
 * The procedure as an actor may be shown it: as long as a step seals a list, each row is there for who wrote it, and for
 * all others only that there is one. A host sends this, never the procedure itself. Who is told apart by role alone is
 * shown nothing: several persons may act in one role.
 */
export function seenBy(environment: Environment, procedure: Procedure, actor: Actor): Procedure {
  const seals = new Map<InstanceId, Seal>();
  const instances = Object.fromEntries(
    Object.entries(procedure.instances).map(([id, snapshot]) => {
      const seal = snapshot && sealOf(environment, snapshot);
      if (!snapshot || !seal) return [id, snapshot];
      seals.set(id, seal);
      return [id, veiled(snapshot, seal, actor)];
    }),
  );
  return {
    ...procedure,
    instances,
    log: procedure.log.map((entry) => told(entry, seals.get(entry.instance), actor)),
  };
}

/** Whether an event of this machine at that moment wrote what is still sealed. */
export function isSealed(
  environment: Environment,
  snapshot: Snapshot,
  event: string,
  at: IsoInstant,
): boolean {
  return covers(sealOf(environment, snapshot), event, at);
}

function covers(seal: Seal | undefined, event: string, at: IsoInstant): boolean {
  return seal !== undefined && seal.events.includes(event) && compareInstants(at, seal.since) >= 0;
}

function sealOf(environment: Environment, snapshot: Snapshot): Seal | undefined {
  const { index } = kernelOf(environment, snapshot.machine);
  const sealing = activePaths(snapshot.value).filter(
    (path) => (index.get(path)?.meta.sealed ?? []).length > 0,
  );
  if (sealing.length === 0) return undefined;
  const lists = sealing.flatMap((path) => index.get(path)?.meta.sealed ?? []);
  const since = sealing.flatMap(
    (path) =>
      snapshot.visited.findLast((visit) => visit.path === path && visit.leftAt === undefined)?.enteredAt ??
      [],
  );
  return { lists, events: writers(index, lists), since: since.toSorted(compareInstants)[0] ?? snapshot.at };
}

const writers = (index: MachineIndex, lists: readonly string[]): readonly string[] => [
  ...new Set(
    [...index.values()].flatMap(({ on }) =>
      Object.entries(on).flatMap(([event, ways]) => {
        const writes = ways.some(({ actions }) =>
          actions.some(
            ({ type, params }) =>
              ['append', 'vote'].includes(type) &&
              textsOf(params['list']).some((list) => lists.includes(list)),
          ),
        );
        return writes ? [event] : [];
      }),
    ),
  ),
];

/** What is known of a task before it is unsealed: who has it, and whether it is done. */
const OPEN_KEYS = ['id', 'person', 'state', 'after', 'lentFrom', 'at'];

function veiled(snapshot: Snapshot, { lists, events }: Seal, actor: Actor): Snapshot {
  const ownAt = new Set(
    snapshot.log.filter((entry) => isOwn(entry, actor) && events.includes(entry.event)).map(({ at }) => at),
  );
  // A task names the person but not the role; whoever bears the same name in another one wrote nothing.
  const own = ({ at, by, person }: JsonObject): boolean =>
    typeof at === 'string' &&
    ownAt.has(at) &&
    (person === undefined ? by === actor.role : person === actor.person);
  const shown = (row: JsonObject): JsonObject =>
    own(row) ? row : Object.fromEntries(Object.entries(row).filter(([key]) => OPEN_KEYS.includes(key)));
  const veiledLists = Object.entries(snapshot.context.lists).map(([name, rows]) => [
    name,
    lists.includes(name) ? rows.map(shown) : rows,
  ]);
  const log = snapshot.log.map((entry) => {
    if (!events.includes(entry.event) || isOwn(entry, actor)) return entry;
    const { reason: _, ...rest } = entry;
    return rest;
  });
  return { ...snapshot, context: { ...snapshot.context, lists: Object.fromEntries(veiledLists) }, log };
}

function told(entry: ProcedureEntry, seal: Seal | undefined, actor: Actor): ProcedureEntry {
  if (!covers(seal, entry.event, entry.at)) return entry;
  const { person } = entry.cause?.actor ?? {};
  if (
    isOwn(
      {
        ...(entry.role === undefined ? {} : { role: entry.role }),
        ...(person === undefined ? {} : { person }),
      },
      actor,
    )
  )
    return entry;
  const { data: _, reason: __, cause, refusal: ___, ...rest } = entry;
  return { ...rest, ...(cause ? { cause: bare(cause) } : {}) };
}

function bare({ type, actor, key, from }: ProcedureEvent): ProcedureEvent {
  return {
    type,
    ...(actor ? { actor } : {}),
    ...(key === undefined ? {} : { key }),
    ...(from ? { from } : {}),
  };
}

function isOwn(
  { role, person }: { readonly role?: string; readonly person?: string },
  actor: Actor,
): boolean {
  return actor.person !== undefined && person === actor.person && role === actor.role;
}
