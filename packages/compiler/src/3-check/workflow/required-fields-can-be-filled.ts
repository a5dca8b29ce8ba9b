import { requiredPaths } from '@zhinan/engine/permissions';
import type { FieldPermissions, FormSchema } from '@zhinan/model';
import { reporter } from '../../diagnostics/message.ts';
import { workflowMessages } from '../../diagnostics/messages/workflow.ts';
import { objectOr } from './statechart/json.ts';
import { lineage, titleOf, type ChartNode } from './statechart/node.ts';
import type { WorkflowCheck } from './view.ts';

const report = reporter(workflowMessages);

/**
 * What a form requires can be filled where the form is filled first: a step that hides a required field, or lets nobody
 * change it, could never be completed. Where an earlier step stored the same form its answers are there already.
 */
export const requiredFieldsCanBeFilled: WorkflowCheck = ({ chart, calls, program, machine, keyPlace }) => {
  const told = new Set<ChartNode>();
  return chart.transitions.flatMap(({ trigger, meta, source, groupPointer }) => {
    const form = meta['form'];
    if (trigger.type !== 'event' || typeof form !== 'string' || told.has(source)) return [];
    const shown = [...lineage(source)].find((node) => node.meta['form'] !== undefined);
    if (shown === undefined || shown.meta['form'] !== form) return [];
    const locked = lockedIn(objectOr(shown.meta['fields']) as FieldPermissions, program.forms[form]?.schema);
    const stored = calls.some(
      ({ type, params, node }) => type === 'store' && params['form'] === form && node !== source,
    );
    // A child machine begins with what its case has stored.
    if (locked.length === 0 || stored || machine.kind === 'entitlement' || machine.kind === 'amendment')
      return [];
    told.add(source);
    const titles = locked.map((name) => program.forms[form]?.schema.properties?.[name]?.title ?? name);
    return [
      report('workflow/required-field-locked', keyPlace(groupPointer), {
        state: titleOf(source),
        form: program.forms[form]?.title ?? form,
        fields: titles,
      }),
    ];
  });
};

/** Required fields that a step hides, or shows without letting them be changed; what the step itself requires among them. */
function lockedIn(fields: FieldPermissions, schema: FormSchema | undefined): readonly string[] {
  const { editable, readonly = [], hidden = [] } = fields;
  const named = (list: readonly string[], name: string) => list.includes('*') || list.includes(name);
  const own = requiredPaths(fields, Object.keys(schema?.properties ?? {})).map(
    (path) => path.split('.')[0] ?? path,
  );
  return [...new Set([...(schema?.required ?? []), ...own])].filter(
    (name) =>
      named(hidden, name) ||
      ((named(readonly, name) || editable !== undefined) && !named(editable ?? [], name)),
  );
}
