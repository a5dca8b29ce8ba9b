import type { MachineIndex } from '@zhinan/engine';
import type { MachineContract, MachineKind } from '@zhinan/model';

/** One machine of the programme, ready to be asked about its states. */
export interface Machine {
  readonly kind: MachineKind;
  readonly contract: MachineContract;
  readonly index: MachineIndex;
}

/** The state's own title; a nameless one is called as the state around it. */
export function titleOf(index: MachineIndex, path: string): string {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const title = index.get(at)?.meta.title;
    if (title !== undefined) return title;
  }
  return path;
}
