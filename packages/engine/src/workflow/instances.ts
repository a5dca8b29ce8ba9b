import type { InstanceId, MachineContract, MachineKind } from '@zhinan/model';
import { machineOfKind, type Environment } from './environment.ts';

/** Kinds that exist from the start. */
export const STANDING: readonly MachineKind[] = ['round', 'batch', 'case'];

/** What an id stands for. */
export interface InstanceAddress {
  /** Spelled with the machine's file name. */
  readonly id: InstanceId;
  readonly machine: MachineContract;
  /** The case that an entitlement or amendment belongs to. */
  readonly of?: InstanceId;
}

/**
 * Reads an id: `case`, `case:2`, `batch:hotan`, `round`; `case/entitlement`, `case:2/replacement:3` with the machine's
 * file name or, where there is only one of the kind, the kind; a bare `entitlement` belongs to `case`. Undefined when
 * the programme has no such machine.
 */
export function addressOf(environment: Environment, id: InstanceId): InstanceAddress | undefined {
  const slash = id.lastIndexOf('/');
  const [name = '', label, ...more] = id.slice(slash + 1).split(':');
  if (more.length > 0 || label === '') return undefined;
  if (slash < 0 && STANDING.includes(name as MachineKind)) {
    const machine = machineOfKind(environment, name as MachineKind);
    return machine && (label === undefined || machine.kind !== 'round') ? { id, machine } : undefined;
  }
  const of = slash < 0 ? 'case' : id.slice(0, slash);
  const machine = childMachine(environment, name);
  if (!machine || addressOf(environment, of)?.machine.kind !== 'case') return undefined;
  return {
    id: `${of}/${fileNameOf(environment, machine)}${label === undefined ? '' : `:${label}`}`,
    machine,
    of,
  };
}

/** The address of something that must exist. Throws on an id that means nothing in this programme. */
export function addressed(environment: Environment, id: InstanceId): InstanceAddress {
  const address = addressOf(environment, id);
  if (!address) throw new Error(`program ${environment.program.id} has no machine for "${id}"`);
  return address;
}

/** Machines of a kind that belong to cases, by file name. */
export function childMachines(
  { program }: Environment,
  kind: MachineKind,
): readonly (readonly [string, MachineContract])[] {
  return Object.entries(program.machines).filter(([, machine]) => machine.kind === kind);
}

/** The id of the n-th instance (from 1) of a machine of a case. */
export function childId(of: InstanceId, machine: string, position = 1): InstanceId {
  return `${of}/${machine}${position === 1 ? '' : `:${position}`}`;
}

/** Id of the case that an instance belongs to, or its own. */
export function caseOf(id: InstanceId): InstanceId {
  const slash = id.indexOf('/');
  return slash < 0 ? id : id.slice(0, slash);
}

function childMachine(environment: Environment, name: string): MachineContract | undefined {
  const { machines } = environment.program;
  const named = Object.hasOwn(machines, name) ? machines[name] : undefined;
  if (named && !STANDING.includes(named.kind)) return named;
  if (name !== 'entitlement' && name !== 'amendment') return undefined;
  const [only, ...others] = childMachines(environment, name);
  return only && others.length === 0 ? only[1] : undefined;
}

function fileNameOf({ program }: Environment, machine: MachineContract): string {
  return Object.entries(program.machines).find(([, each]) => each === machine)?.[0] ?? machine.id;
}
