import type { Json } from '@zhinan/model';
import { reporter } from '../../diagnostics/message.ts';
import { workflowMessages } from '../../diagnostics/messages/workflow.ts';
import { isJsonObject, objectOr } from './statechart/json.ts';
import { lineage, titleOf, type Transition, type Trigger } from './statechart/node.ts';
import type { MachineView, WorkflowCheck } from './view.ts';

const report = reporter(workflowMessages);

/**
 * A choice between guarded ways ends in one without a guard, since a guard may be unknown as well as false.
 * A single guarded event is a permission, not a choice: the kernel refuses it and says why.
 */
export const guardsCoverAllAnswers: WorkflowCheck = ({ chart, place, keyPlace }) =>
  groups(chart).flatMap(({ candidates, first }) => {
    const open = candidates.find(({ guard }) => guard === undefined);
    const { source, trigger } = first;
    const shadowed = open ? candidates.slice(candidates.indexOf(open) + 1) : [];
    const found = shadowed.map(({ pointer }) =>
      report('workflow/shadowed-transition', place(pointer), { trigger: nameOf(trigger) }),
    );
    if (open || timesComplement(candidates) || staysByIntent(candidates, first)) return found;
    return [
      ...found,
      report('workflow/no-default', keyPlace(first.groupPointer), {
        state: titleOf(source),
        trigger: nameOf(trigger),
      }),
    ];
  });

function groups({ transitions }: MachineView['chart']) {
  const byPointer = new Map<string, { first: Transition; candidates: Transition[] }>();
  for (const transition of transitions) {
    const group = byPointer.get(transition.groupPointer);
    if (group) group.candidates.push(transition);
    else byPointer.set(transition.groupPointer, { first: transition, candidates: [transition] });
  }
  return [...byPointer.values()];
}

function nameOf(trigger: Trigger): string {
  if (trigger.type === 'event' || trigger.type === 'after') return trigger.name;
  return trigger.type === 'done' ? 'onDone' : 'always';
}

/** Before and not before the same instant: a moment is always one or the other. */
function timesComplement(candidates: readonly Transition[]): boolean {
  return candidates.some((one) => {
    const name = instantOf(one.guard, 'before');
    return name !== undefined && candidates.some((other) => instantOf(other.guard, 'notBefore') === name);
  });
}

function instantOf(guard: Json | undefined, type: string): Json | undefined {
  return isJsonObject(guard) && guard['type'] === type ? objectOr(guard['params'])['instant'] : undefined;
}

/** Conditions looked at while something else goes on: the state is left by an event or a wait, or a permission. */
function staysByIntent(candidates: readonly Transition[], first: Transition): boolean {
  const { source, trigger } = first;
  if (trigger.type === 'event') return candidates.length === 1;
  if (trigger.type === 'done') return false;
  if (trigger.type === 'after' && candidates.length > 1) return false;
  return [...lineage(source)].some((node) =>
    node.transitions.some(
      (other) =>
        other.groupPointer !== first.groupPointer &&
        (other.trigger.type === 'event' || other.trigger.type === 'after') &&
        other.meta['escape'] !== true,
    ),
  );
}
