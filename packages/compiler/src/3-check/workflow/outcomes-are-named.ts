import { reporter } from '../../diagnostics/message.ts';
import { workflowMessages } from '../../diagnostics/messages/workflow.ts';
import { titleOf } from './statechart/node.ts';
import type { WorkflowCheck } from './view.ts';

const report = reporter(workflowMessages);

/** Every end of a case says what it means for the applicant; other machines decide about nobody. */
export const outcomesAreNamed: WorkflowCheck = ({ chart, machine, keyPlace }) =>
  machine.kind !== 'case'
    ? []
    : chart.root.children
        .filter((node) => node.kind === 'final' && typeof node.meta['outcome'] !== 'string')
        .map((node) => report('workflow/outcome-missing', keyPlace(node.pointer), { state: titleOf(node) }));
