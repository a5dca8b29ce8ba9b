import { reporter } from '../../diagnostics/message.ts';
import { workflowNameMessages } from '../../diagnostics/messages/workflow-names.ts';
import { callsOf } from './references/calls.ts';
import { buildStatechart } from './statechart/build.ts';
import { lineage } from './statechart/node.ts';
import type { WorkflowCheck } from './view.ts';

const report = reporter(workflowNameMessages);

/**
 * An entitlement or amendment begins when its first state hears a message of its case, or, for an amendment, when a
 * person asks for it there. Without either it would never exist.
 */
export const somebodyOpensIt: WorkflowCheck = ({ machine, siblings, exploration, keyPlace }) => {
  if (machine.kind !== 'entitlement' && machine.kind !== 'amendment') return [];
  const [start] = exploration.stops;
  if (!start) return [];
  const awaited = start.config.leaves
    .flatMap((leaf) => [...lineage(leaf)].flatMap(({ transitions }) => transitions))
    .filter(({ trigger }) => trigger.type === 'event');
  const asked = awaited.some(({ meta }) => machine.kind === 'amendment' && typeof meta['from'] !== 'string');
  if (asked) return [];
  const rivals = siblings.filter(({ kind, id }) => kind === machine.kind && id !== machine.id);
  const opened = siblings
    .filter(({ id }) => id !== machine.id)
    .some((sender) =>
      callsOf(buildStatechart(sender)).some(({ type, params }) => {
        if (type !== 'send' || params['to'] !== machine.kind) return false;
        const mine = params['machine'] === undefined ? rivals.length === 0 : params['machine'] === machine.id;
        return (
          mine &&
          awaited.some(
            ({ trigger, meta }) =>
              trigger.type === 'event' && trigger.name === params['event'] && meta['from'] === sender.kind,
          )
        );
      }),
    );
  if (opened) return [];
  return [report('workflow/never-opened', keyPlace('/kind'), { title: machine.title, kind: machine.kind })];
};
