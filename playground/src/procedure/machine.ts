import { addressOf, type Environment, type MachineIndex } from '@zhinan/engine';
import type { InstanceId, MachineContract, MachineKind } from '@zhinan/model';

/** One machine of the programme, ready to be asked about its states. */
export interface Machine {
  /** Its file's name, which its diagram bears too. */
  readonly name: string;
  readonly kind: MachineKind;
  readonly contract: MachineContract;
  readonly index: MachineIndex;
}

/** The machine that an instance runs. */
export function machineOf(
  environment: Environment,
  machines: readonly Machine[],
  instance: InstanceId,
): Machine | undefined {
  const contract = addressOf(environment, instance)?.machine;
  return machines.find((machine) => machine.contract === contract);
}

/** The state's own title; a nameless one is called as the state around it. */
export function titleOf(index: MachineIndex, path: string): string {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const title = index.get(at)?.meta.title;
    if (title !== undefined) return title;
  }
  return path;
}
