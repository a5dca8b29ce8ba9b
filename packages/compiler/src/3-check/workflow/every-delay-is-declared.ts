import { pointerOf } from '../../1-load/pointer.ts';
import { reporter } from '../../diagnostics/message.ts';
import { workflowNameMessages } from '../../diagnostics/messages/workflow-names.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { WorkflowCheck } from './view.ts';

const report = reporter(workflowNameMessages);

/** XState fires an unknown delay at once: a misspelt deadline would expire every case on arrival. */
export const everyDelayIsDeclared: WorkflowCheck = ({ chart, machine, keyPlace }) => {
  const declared = Object.keys(machine.delays);
  const used = new Set<string>();
  const groups = new Map<string, string>();
  for (const { trigger, groupPointer } of chart.transitions) {
    if (trigger.type !== 'after') continue;
    used.add(trigger.name);
    groups.set(groupPointer, trigger.name);
  }
  return [
    ...[...groups]
      .filter(([, name]) => !declared.includes(name))
      .map(([pointer, name]) =>
        report('workflow/undeclared-delay', keyPlace(pointer), { name, nearest: nearest(name, declared) }),
      ),
    ...declared
      .filter((name) => !used.has(name))
      .map((name) => report('workflow/unused-delay', keyPlace(`/delays${pointerOf([name])}`), { name })),
  ];
};
