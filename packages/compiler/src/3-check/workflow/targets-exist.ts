import { reporter } from '../../diagnostics/message.ts';
import { workflowMessages } from '../../diagnostics/messages/workflow.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { titleOf } from './statechart/node.ts';
import { isJsonObject } from './statechart/json.ts';
import { possibleTargets } from './statechart/targets.ts';
import type { WorkflowCheck } from './view.ts';

const report = reporter(workflowMessages);

/** Every transition leads to a state, and every compound state says where it starts. */
export const targetsExist: WorkflowCheck = ({ chart, machine, place, keyPlace }) => [
  ...chart.lost.map(({ source, text, pointer }) =>
    report('workflow/unknown-target', place(pointer), {
      target: text,
      nearest: nearest(text, possibleTargets(source, chart.nodes)),
    }),
  ),
  ...chart.nodes
    .filter((node) => node.kind === 'compound' && !node.initial)
    .map((node) => {
      const written = node.config['initial'];
      const target = isJsonObject(written) ? written['target'] : written;
      const initial = typeof target === 'string' ? target : '';
      const keys = node.children.map((child) => child.key);
      const at = initial ? place(`${node.pointer}/initial`) : keyPlace(node.pointer);
      return report('workflow/unknown-initial', at, {
        state: node.parent ? titleOf(node) : machine.title,
        initial,
        nearest: nearest(initial, keys),
      });
    }),
];
