import { reporter } from '../../diagnostics/message.ts';
import { resolveMessages } from '../../diagnostics/messages/resolve.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { mentionsIn, metaMentions } from './references/mentions.ts';
import type { WorkflowCheck } from './view.ts';

const report = reporter(resolveMessages);

/** Whoever acts or is told is a role of the guideline: an unknown role could never log in. */
export const everyRoleIsKnown: WorkflowCheck = ({ chart, calls, guideline, place }) => {
  const known = Object.keys(guideline.roles);
  const mentions = [
    ...metaMentions(chart, 'role'),
    ...metaMentions(chart, 'by'),
    ...mentionsIn(calls, 'role'),
  ];
  return mentions
    .filter(({ name }) => !known.includes(name))
    .map(({ name, pointer }) =>
      report('reference/unknown-role', place(pointer), { name, nearest: nearest(name, known) }),
    );
};
