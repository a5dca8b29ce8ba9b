import { reporter } from '../../diagnostics/message.ts';
import { workflowMessages } from '../../diagnostics/messages/workflow.ts';
import { strings } from './statechart/json.ts';
import { type ChartNode, lineage, titleOf, type Transition } from './statechart/node.ts';
import type { Edge, Stop } from './statechart/explore.ts';
import type { WorkflowCheck } from './view.ts';

const report = reporter(workflowMessages);

/** Wherever the procedure waits, some way on belongs to somebody: a role, another machine, or a wait that ends. */
export const everyStateHasAnActor: WorkflowCheck = ({ exploration, guideline, keyPlace }) => {
  const known = (role: string): boolean => Object.hasOwn(guideline.roles, role);
  const named = new Set<ChartNode>();
  return exploration.stops.flatMap((stop) => {
    const ways = stop.edges.filter((edge) => !edge.escape);
    if (stop.over || ways.length === 0 || ways.some((edge) => somebodyActs(edge, stop, known))) return [];
    const state = ways[0]?.answer[0]?.source;
    if (!state || named.has(state)) return [];
    named.add(state);
    return [
      report('workflow/nobody-can-act', keyPlace(state.pointer), { state: titleOf(state), path: stop.path }),
    ];
  });
};

function somebodyActs({ answer }: Edge, stop: Stop, known: (role: string) => boolean): boolean {
  return answer.some((transition) => {
    if (transition.trigger.type !== 'event' || typeof transition.meta['from'] === 'string') return true;
    return actorsOf(transition, stop).some(known);
  });
}

/** Who may fire an event here: its own `by`, else the roles of the active states at and below where it stands. */
export function actorsOf({ meta, source }: Transition, { config }: Stop): readonly string[] {
  const by = strings(meta['by']);
  if (by.length > 0) return by;
  const roles = config.leaves
    .map((leaf) => [...lineage(leaf)])
    .filter((line) => line.includes(source))
    .flatMap((line) => strings(line.find((node) => node.meta['role'] !== undefined)?.meta['role']));
  return [...new Set(roles)];
}
