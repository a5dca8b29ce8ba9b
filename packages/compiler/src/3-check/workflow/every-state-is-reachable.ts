import { reporter } from '../../diagnostics/message.ts';
import { workflowMessages } from '../../diagnostics/messages/workflow.ts';
import { type ChartNode, isWithin, titleOf } from './statechart/node.ts';
import type { WorkflowCheck } from './view.ts';

const report = reporter(workflowMessages);

/**
 * Each state is entered on some path, with guards answering either way. Of nested states the outermost is named, and
 * of a chain of them its beginning: the others are cut off only because of it.
 */
export const everyStateIsReachable: WorkflowCheck = ({ chart, exploration, keyPlace }) => {
  if (exploration.bounded) return [];
  const { entered } = exploration;
  const cutOff = chart.nodes.filter(
    (node) => node.kind !== 'history' && !entered.has(node) && (!node.parent || entered.has(node.parent)),
  );
  const downstream = new Map(cutOff.map((node) => [node, statesAfter(node, cutOff)]));
  const isBeginning = (node: ChartNode): boolean =>
    cutOff.every((other) => !downstream.get(other)?.has(node) || downstream.get(node)?.has(other));
  return cutOff
    .filter(isBeginning)
    .map((node) => report('workflow/unreachable-state', keyPlace(node.pointer), { state: titleOf(node) }));
};

/** Those of the given states that transitions written in or below a state lead to, directly or through each other. */
function statesAfter(start: ChartNode, among: readonly ChartNode[]): ReadonlySet<ChartNode> {
  const after = new Set<ChartNode>();
  const open = [start];
  for (const from of open) {
    for (const state of among) {
      if (after.has(state) || !leadsTo(from, state)) continue;
      after.add(state);
      open.push(state);
    }
  }
  return after;
}

function leadsTo(from: ChartNode, to: ChartNode): boolean {
  const targets = from.transitions.flatMap((transition) => transition.targets);
  if (targets.some((target) => target === to || isWithin(target, to))) return true;
  return from.children.some((child) => leadsTo(child, to));
}
