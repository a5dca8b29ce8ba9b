import type { Emitter } from '../emitter.ts';
import { remembered } from '../remember.ts';
import { withExits } from './exits.ts';
import { machineGraph, type MachineGraph } from './graph.ts';
import { layout } from './layout.ts';

/** By far the slowest part of a build, and a machine changes seldom. */
const drawn = remembered(
  async (graph) => `${JSON.stringify(await layout(JSON.parse(graph) as MachineGraph), null, 1)}\n`,
  50,
);

/** `<program>/diagram-<machine>.json`: the machine laid out by ELK, for the playground and `zhinan draw`. */
export const diagramEmitter: Emitter = async ({ program }) => {
  const files = await Promise.all(
    Object.values(program.machines).map(async (machine) => {
      const text = await drawn(JSON.stringify(withExits(machineGraph(machine))));
      return [`${program.id}/diagram-${machine.id}.json`, text] as const;
    }),
  );
  return Object.fromEntries(files);
};
