import { guardCatalogue } from '@zhinan/engine';
import { reporter } from '../../diagnostics/message.ts';
import { workflowNameMessages } from '../../diagnostics/messages/workflow-names.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { WorkflowCheck } from './view.ts';

const report = reporter(workflowNameMessages);

/** XState throws on a misspelt guard only when the case gets there; we do before anybody applies. */
export const everyGuardIsKnown: WorkflowCheck = ({ calls, place }) =>
  calls
    .filter(({ what, entry }) => what === 'guard' && !entry)
    .map(({ type, pointer }) =>
      report('workflow/unknown-guard', place(pointer), {
        name: type,
        nearest: nearest(type, Object.keys(guardCatalogue)),
      }),
    );
