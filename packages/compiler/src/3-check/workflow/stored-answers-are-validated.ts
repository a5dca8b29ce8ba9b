import { reporter } from '../../diagnostics/message.ts';
import { workflowNameMessages } from '../../diagnostics/messages/workflow-names.ts';
import type { WorkflowCheck } from './view.ts';

const report = reporter(workflowNameMessages);

/** Data kept under a form's name came with an event that asks for that form, so that its validator has seen it. */
export const storedAnswersAreValidated: WorkflowCheck = ({ calls, place }) =>
  calls.flatMap(({ what, type, params, paramsPointer, transition }) => {
    const form = params['form'];
    if (what !== 'action' || type !== 'store' || typeof form !== 'string') return [];
    if (transition?.trigger.type !== 'event' || transition.meta['form'] === form) return [];
    return [
      report('workflow/data-not-asked', place(`${paramsPointer}/form`), {
        form,
        event: transition.trigger.name,
      }),
    ];
  });
