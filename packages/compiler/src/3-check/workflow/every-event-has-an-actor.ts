import { reporter } from '../../diagnostics/message.ts';
import { workflowMessages } from '../../diagnostics/messages/workflow.ts';
import { strings } from './statechart/json.ts';
import { lineage, titleOf, type Transition } from './statechart/node.ts';
import type { WorkflowCheck } from './view.ts';

const report = reporter(workflowMessages);

/** Whatever may happen by an event belongs to somebody: a role, or another machine that sends it. */
export const everyEventHasAnActor: WorkflowCheck = ({ chart, keyPlace }) => {
  const named = new Set<string>();
  return chart.transitions.flatMap((transition) => {
    const { trigger, meta, source, groupPointer } = transition;
    if (trigger.type !== 'event' || typeof meta['from'] === 'string' || named.has(groupPointer)) return [];
    if (actorsOf(transition).length > 0) return [];
    named.add(groupPointer);
    const event = typeof meta['title'] === 'string' ? meta['title'] : trigger.name;
    return [report('workflow/nobody-can-act', keyPlace(groupPointer), { state: titleOf(source), event })];
  });
};

/** Who may fire an event, as the kernel sees it: its own `by`, else the role of the nearest state around it. */
export function actorsOf({ meta, source }: Transition): readonly string[] {
  if (meta['by'] !== undefined) return strings(meta['by']);
  for (const node of lineage(source)) if (node.meta['role'] !== undefined) return strings(node.meta['role']);
  return [];
}
