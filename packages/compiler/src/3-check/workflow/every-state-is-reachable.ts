import { reporter } from '../../diagnostics/message.ts';
import { workflowMessages } from '../../diagnostics/messages/workflow.ts';
import { titleOf } from './statechart/node.ts';
import type { WorkflowCheck } from './view.ts';

const report = reporter(workflowMessages);

/** Each state is entered on some path, with guards answering either way. Of nested ones the outermost is named. */
export const everyStateIsReachable: WorkflowCheck = ({ chart, exploration, keyPlace }) => {
  if (exploration.bounded) return [];
  const { entered } = exploration;
  return chart.nodes
    .filter(
      (node) => node.kind !== 'history' && !entered.has(node) && (!node.parent || entered.has(node.parent)),
    )
    .map((node) => report('workflow/unreachable-state', keyPlace(node.pointer), { state: titleOf(node) }));
};
