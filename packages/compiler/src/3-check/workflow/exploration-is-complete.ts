import { reporter } from '../../diagnostics/message.ts';
import { workflowMessages } from '../../diagnostics/messages/workflow.ts';
import type { WorkflowCheck } from './view.ts';

const report = reporter(workflowMessages);

/** All configurations were looked at; where the bound cuts the search, the author learns that silence proves nothing. */
export const explorationIsComplete: WorkflowCheck = ({ exploration, machine, place }) =>
  exploration.bounded
    ? [
        report('workflow/not-fully-explored', place(''), {
          machine: machine.title,
          stops: exploration.stops.length,
        }),
      ]
    : [];
