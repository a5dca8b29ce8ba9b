import { actionCatalogue } from '@zhinan/engine';
import { reporter } from '../../diagnostics/message.ts';
import { workflowNameMessages } from '../../diagnostics/messages/workflow-names.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { WorkflowCheck } from './view.ts';

const report = reporter(workflowNameMessages);

/** XState passes over a misspelt action in silence. */
export const everyActionIsKnown: WorkflowCheck = ({ calls, place }) =>
  calls
    .filter(({ what, entry }) => what === 'action' && !entry)
    .map(({ type, pointer }) =>
      report('workflow/unknown-action', place(pointer), {
        name: type,
        nearest: nearest(type, Object.keys(actionCatalogue)),
      }),
    );
