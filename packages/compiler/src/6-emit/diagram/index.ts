import type { Emitter } from '../emitter.ts';
import { machineGraph } from './graph.ts';
import { layout } from './layout.ts';

/** `<program>/diagram-<machine>.json`: the machine laid out by ELK, for the playground and `zhinan draw`. */
export const diagramEmitter: Emitter = async ({ program }) => {
  const files = await Promise.all(
    Object.values(program.machines).map(async (machine) => {
      const drawn = await layout(machineGraph(machine));
      return [`${program.id}/diagram-${machine.id}.json`, `${JSON.stringify(drawn, null, 1)}\n`] as const;
    }),
  );
  return Object.fromEntries(files);
};
