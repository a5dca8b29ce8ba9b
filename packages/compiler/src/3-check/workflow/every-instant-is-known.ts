import { parseInstant } from '@zhinan/engine';
import { pointerOf } from '../../1-load/pointer.ts';
import { reporter } from '../../diagnostics/message.ts';
import { workflowNameMessages } from '../../diagnostics/messages/workflow-names.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { mentionsIn, type Mention } from './references/mentions.ts';
import type { WorkflowCheck } from './view.ts';

const report = reporter(workflowNameMessages);

/** Deadlines are named instants of the guideline, or written out with offset. */
export const everyInstantIsKnown: WorkflowCheck = ({ calls, machine, guideline, place }) => {
  const known = Object.keys(guideline.instants);
  const delays = Object.entries(machine.delays).flatMap(([id, delay]): readonly Mention[] =>
    'instant' in delay ? [{ name: delay.instant, pointer: `/delays${pointerOf([id, 'instant'])}` }] : [],
  );
  return [...delays, ...mentionsIn(calls, 'instant')]
    .filter(({ name }) => !known.includes(name) && parseInstant(name) === null)
    .map(({ name, pointer }) =>
      report('workflow/unknown-instant', place(pointer), { name, nearest: nearest(name, known) }),
    );
};
