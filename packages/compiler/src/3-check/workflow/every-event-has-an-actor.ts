import type { Json, RulesDefinition } from '@zhinan/model';
import { reporter } from '../../diagnostics/message.ts';
import { workflowMessages } from '../../diagnostics/messages/workflow.ts';
import { possibleAnswers } from './roles-come-from-tables.ts';
import { isJsonObject, listed, strings } from './statechart/json.ts';
import { lineage, titleOf, type Transition } from './statechart/node.ts';
import type { WorkflowCheck } from './view.ts';

const report = reporter(workflowMessages);

/** Whatever may happen by an event belongs to somebody: a role, or another machine that sends it. */
export const everyEventHasAnActor: WorkflowCheck = ({ chart, program, keyPlace }) => {
  const named = new Set<string>();
  return chart.transitions.flatMap((transition) => {
    const { trigger, meta, source, groupPointer } = transition;
    if (trigger.type !== 'event' || typeof meta['from'] === 'string' || named.has(groupPointer)) return [];
    if (actorsOf(transition, program.rules).length > 0) return [];
    named.add(groupPointer);
    const event = typeof meta['title'] === 'string' ? meta['title'] : trigger.name;
    return [report('workflow/nobody-can-act', keyPlace(groupPointer), { state: titleOf(source), event })];
  });
};

/** Who may fire an event, as the kernel sees it: its own `by`, else the role of the nearest state around it. */
export function actorsOf({ meta, source }: Transition, rules: RulesDefinition): readonly string[] {
  if (meta['by'] !== undefined) return rolesIn(meta['by'], rules);
  for (const node of lineage(source)) {
    if (node.meta['role'] !== undefined) return rolesIn(node.meta['role'], rules);
  }
  return [];
}

/** Roles as written, and all that a table may name. */
function rolesIn(refs: Json, { tables = [] }: RulesDefinition): readonly string[] {
  return listed(refs).flatMap((ref) => {
    if (!isJsonObject(ref)) return strings(ref);
    const table = tables.find(({ id }) => id === ref['table']);
    const output = typeof ref['output'] === 'string' ? ref['output'] : undefined;
    // An unknown table is told of on its own.
    return table ? possibleAnswers(table, output).map(String) : [JSON.stringify(ref)];
  });
}
