import { reporter } from '../../diagnostics/message.ts';
import { workflowMessages } from '../../diagnostics/messages/workflow.ts';
import { titleOf } from './statechart/node.ts';
import type { WorkflowCheck } from './view.ts';

const report = reporter(workflowMessages);

/** When the parts of a state are done, `onDone` says what comes next; a part of a parallel state waits for the others. */
export const completionIsFollowedUp: WorkflowCheck = ({ chart, exploration, keyPlace }) =>
  chart.nodes.flatMap((node) => {
    if (!node.parent || node.parent.kind === 'parallel' || exploration.bounded) return [];
    if (node.transitions.some(({ trigger }) => trigger.type === 'done' || trigger.type === 'always'))
      return [];
    // Left alone in a finished part, with no way on from there.
    const stuck = exploration.stops.find(
      ({ over, config, edges }) =>
        !over &&
        config.active.has(node) &&
        edges.every((edge) => edge.escape) &&
        config.leaves.every((leaf) => leaf.kind === 'final'),
    );
    const child = stuck?.config.leaves.find((leaf) => leaf.parent === node || leaf.parent?.parent === node);
    if (!child) return [];
    return [
      report('workflow/completion-ignored', keyPlace(node.pointer), {
        state: titleOf(node),
        child: titleOf(child),
      }),
    ];
  });
