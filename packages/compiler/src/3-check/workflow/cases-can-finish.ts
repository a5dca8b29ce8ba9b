import type { Diagnostic } from '@zhinan/model';
import { reporter } from '../../diagnostics/message.ts';
import { workflowMessages } from '../../diagnostics/messages/workflow.ts';
import type { Stop } from './statechart/explore.ts';
import { lineage, titleOf } from './statechart/node.ts';
import { properEdges, reachableFrom, stopsLeadingTo } from './statechart/ways.ts';
import type { WorkflowCheck } from './view.ts';

const report = reporter(workflowMessages);

/**
 * From wherever a case can get, it can still finish without escaping. Only the last trap on each way is reported:
 * the stops before it are stuck because of it.
 */
export const casesCanFinish: WorkflowCheck = ({ exploration, keyPlace }) => {
  if (exploration.bounded) return [];
  const { stops } = exploration;
  const finishing = stopsLeadingTo(stops, (stop) => stop.over);
  const reported = new Set<Stop>();
  return stops.flatMap((stop): readonly Diagnostic[] => {
    if (finishing.has(stop) || reported.has(stop)) return [];
    const trap = reachableFrom(stop);
    const isLast = [...trap].every((other) => reachableFrom(other).has(stop));
    if (!isLast) return [];
    for (const other of trap) reported.add(other);
    const state = stuckLeaf(stop);
    const moves = properEdges(stop).some(({ answer }) => answer.some(({ targets }) => targets.length > 0));
    if (!moves) {
      // A completed part that nobody follows up has a message of its own.
      if (state.kind === 'final') return [];
      return [
        report('workflow/dead-state', keyPlace(state.pointer), { state: titleOf(state), path: stop.path }),
      ];
    }
    const states = [...new Set([...trap].flatMap((other) => other.config.leaves.map(titleOf)))];
    return [
      report('workflow/deadlock', keyPlace(state.pointer), {
        state: titleOf(state),
        states,
        path: stop.path,
      }),
    ];
  });
};

/** Of several active states the first unfinished one without a way on of its own. */
function stuckLeaf({ config }: Stop) {
  const [first] = config.leaves;
  const open = config.leaves.filter((leaf) => leaf.kind !== 'final');
  const idle = open.find((leaf) => [...lineage(leaf)].every((node) => node.transitions.length === 0));
  const state = idle ?? open[0] ?? first;
  if (!state) throw new Error('a configuration has at least one active state');
  return state;
}
