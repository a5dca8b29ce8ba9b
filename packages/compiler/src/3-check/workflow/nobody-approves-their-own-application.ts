import { reporter } from '../../diagnostics/message.ts';
import { workflowMessages } from '../../diagnostics/messages/workflow.ts';
import type { Edge, Stop } from './statechart/explore.ts';
import { titleOf } from './statechart/node.ts';
import { actorsOf } from './every-event-has-an-actor.ts';
import type { WorkflowCheck } from './view.ts';

const report = reporter(workflowMessages);

/** Whoever fills the application cannot carry it to acceptance alone, waits and automatic steps helping. */
export const nobodyApprovesTheirOwnApplication: WorkflowCheck = ({
  exploration,
  program,
  machine,
  guideline,
  keyPlace,
}) => {
  const form = program.forms[program.applicationForm];
  const [start] = exploration.stops;
  if (machine.kind !== 'case' || !form || !start) return [];
  const role = form.by;
  const alone = (stop: Stop): readonly Edge[] =>
    stop.edges.filter(({ answer }) =>
      answer.every(
        (transition) =>
          transition.trigger.type !== 'event' ||
          (typeof transition.meta['from'] !== 'string' && actorsOf(transition, program.rules).includes(role)),
      ),
    );
  const ways = new Map<Stop, readonly string[]>([[start, []]]);
  for (const [stop, path] of ways) {
    const end = stop.over ? stop.config.leaves.find(({ meta }) => approves(meta['outcome'])) : undefined;
    if (end) {
      const title = guideline.roles[role]?.title ?? role;
      return [
        report('workflow/self-approval', keyPlace(end.pointer), { role: title, state: titleOf(end), path }),
      ];
    }
    for (const edge of alone(stop)) if (!ways.has(edge.to)) ways.set(edge.to, [...path, edge.label]);
  }
  return [];
};

function approves(outcome: unknown): boolean {
  return outcome === 'accepted' || outcome === 'completed';
}
