import type { InstanceId, JsonObject, MachineKind, ProcedureEvent } from '@zhinan/model';
import type { Effect } from './effect.ts';
import type { Environment } from './environment.ts';
import { addressOf, caseOf, childId, childMachines } from './instances.ts';
import type { Snapshot } from './snapshot.ts';

/** A message on its way between machines; kept until its receiver can take it, so that order does not matter. */
export interface Message {
  /** Key of the effect that sent it: each receiver takes it once however often it arrives. */
  readonly key: string;
  readonly to: InstanceId;
  readonly event: string;
  readonly from: NonNullable<ProcedureEvent['from']>;
  readonly data?: JsonObject;
}

/** What routing must know of the machines that run. */
export interface Neighbourhood {
  readonly environment: Environment;
  readonly snapshot: (id: InstanceId) => Snapshot | undefined;
  readonly cases: () => readonly InstanceId[];
  readonly batches: () => readonly InstanceId[];
  /** Batch of a case. */
  readonly batchOf: (id: InstanceId) => InstanceId;
  /** Whether a batch keeps a list of its members. */
  readonly registers: (id: InstanceId) => boolean;
  /** Entitlements and amendments of a case, those included that a message under way will open. */
  readonly childrenOf: (id: InstanceId) => readonly InstanceId[];
  /** Whether a fresh machine, given the sender's answers, waits for the event in its first state. */
  readonly awaits: (machine: string, event: string, given: Given | undefined) => boolean;
}

export type Given = NonNullable<NonNullable<ProcedureEvent['from']>['given']>;
type SendEffect = Extract<Effect, { readonly type: 'send' }>;

/** Ids that a sent message goes to; none = nobody is there to hear it. */
export function receiversOf(
  near: Neighbourhood,
  sender: InstanceId,
  effect: SendEffect,
): readonly InstanceId[] {
  const { to, only, recipient } = effect;
  if (only === 'sender') return recipient === undefined ? [] : [recipient];
  if (to === 'entitlement' || to === 'amendment') {
    return casesNear(near, sender).flatMap((of) => childrenFor(near, sender, of, effect));
  }
  if (to === 'round') return ['round'];
  if (to === 'case') return casesNear(near, sender);
  return kindOf(near, sender) === 'round' ? near.batches() : [batchNear(near, sender)];
}

/** A case, an entitlement and an amendment know one case; a batch its members; the round all. */
function casesNear(near: Neighbourhood, sender: InstanceId): readonly InstanceId[] {
  const kind = kindOf(near, sender);
  if (kind === 'round') return near.cases();
  if (kind !== 'batch') return [caseOf(sender)];
  if (!near.registers(sender)) return near.cases().filter((id) => near.batchOf(id) === sender);
  return Object.keys(near.snapshot(sender)?.context.members ?? {}).filter(
    (id) => kindOf(near, id) === 'case',
  );
}

function batchNear(near: Neighbourhood, sender: InstanceId): InstanceId {
  return kindOf(near, sender) === 'batch' ? sender : near.batchOf(caseOf(sender));
}

/** All of a case's machines of the kind (or of the one named); where there is none, the one to be opened. */
function childrenFor(
  near: Neighbourhood,
  sender: InstanceId,
  of: InstanceId,
  { to, event, machine, new: another, given }: SendEffect,
): readonly InstanceId[] {
  const machines = childMachines(near.environment, to).filter(
    ([name]) => machine === undefined || name === machine,
  );
  const names = machines.map(([name]) => name);
  const existing = near
    .childrenOf(of)
    .filter((id) => id !== sender && names.some((name) => isOf(id, childId(of, name))));
  const [only, ...others] = names;
  if (existing.length > 0 && another !== true) return existing;
  if (only === undefined || others.length > 0 || !near.awaits(only, event, given)) return [];
  return [childId(of, only, nextPosition(near, of, only))];
}

/** Position (from 1) of the next instance of a machine of a case. */
export function nextPosition(
  { childrenOf }: Pick<Neighbourhood, 'childrenOf'>,
  of: InstanceId,
  machine: string,
): number {
  return childrenOf(of).filter((id) => isOf(id, childId(of, machine))).length + 1;
}

function isOf(id: InstanceId, first: InstanceId): boolean {
  return id === first || id.startsWith(`${first}:`);
}

function kindOf({ environment }: Neighbourhood, id: InstanceId): MachineKind | undefined {
  return addressOf(environment, id)?.machine.kind;
}
