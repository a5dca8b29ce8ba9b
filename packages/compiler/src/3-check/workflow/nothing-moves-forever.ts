import { reporter } from '../../diagnostics/message.ts';
import { workflowMessages } from '../../diagnostics/messages/workflow.ts';
import { titleOf } from './statechart/node.ts';
import type { WorkflowCheck } from './view.ts';

const report = reporter(workflowMessages);

/** Automatic transitions come to rest. */
export const nothingMovesForever: WorkflowCheck = ({ exploration, place }) => {
  const [first, ...rest] = exploration.endless;
  if (!first) return [];
  const states = [...new Set([first, ...rest].map(({ source }) => titleOf(source)))];
  return [report('workflow/endless-loop', place(first.pointer), { states })];
};
