import { reporter } from '../../diagnostics/message.ts';
import { workflowNameMessages } from '../../diagnostics/messages/workflow-names.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { callsOf } from './references/calls.ts';
import { buildStatechart } from './statechart/build.ts';
import { listed, strings } from './statechart/json.ts';
import type { WorkflowCheck } from './view.ts';

const report = reporter(workflowNameMessages);

/**
 * A batch or round that waits for its members asks for a status that a member can have: one that a `member` action
 * gives, or the outermost state of the machine that sends. Waiting for any other it would wait for ever.
 */
export const memberStatusesExist: WorkflowCheck = ({ calls, chart, siblings, machine, place }) => {
  const senders = chart.transitions.flatMap(({ meta }) => strings(meta['from']));
  const outermost = siblings
    .filter(({ kind, id }) => senders.includes(kind) && id !== machine.id)
    .flatMap((sibling) => buildStatechart(sibling).root.children.map(({ key }) => key));
  const given = callsOf(chart).flatMap(({ type, params }) =>
    type === 'member' ? strings(params['status']) : [],
  );
  const possible = [...new Set([...given, ...outermost])];
  return calls
    .filter(({ type }) => type === 'everyMember')
    .flatMap(({ params, paramsPointer }) =>
      listed(params['in']).flatMap((status, index) =>
        typeof status !== 'string' || possible.includes(status)
          ? []
          : [
              report('workflow/unknown-status', place(`${paramsPointer}/in/${index}`), {
                name: status,
                nearest: nearest(status, possible),
              }),
            ],
      ),
    );
};
