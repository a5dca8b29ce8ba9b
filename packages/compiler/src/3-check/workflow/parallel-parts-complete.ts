import { reporter } from '../../diagnostics/message.ts';
import { workflowMessages } from '../../diagnostics/messages/workflow.ts';
import { type ChartNode, titleOf } from './statechart/node.ts';
import type { WorkflowCheck } from './view.ts';

const report = reporter(workflowMessages);

/** A state with `onDone` can be done: it, or each of its parallel parts, has a final state within reach. */
export const parallelPartsComplete: WorkflowCheck = ({ chart, exploration, keyPlace }) => {
  if (exploration.bounded) return [];
  const { entered } = exploration;
  const open = (node: ChartNode): ChartNode[] => {
    if (node.kind === 'parallel') return node.children.flatMap(open);
    if (node.kind === 'final') return [];
    const completes = node.children.some((child) => child.kind === 'final' && entered.has(child));
    return completes ? [] : [node];
  };
  return chart.nodes
    .filter((node) => entered.has(node) && node.transitions.some(({ trigger }) => trigger.type === 'done'))
    .flatMap((node) =>
      open(node).map((part) =>
        report('workflow/part-never-completes', keyPlace(part.pointer), {
          state: titleOf(node),
          part: titleOf(part),
        }),
      ),
    );
};
