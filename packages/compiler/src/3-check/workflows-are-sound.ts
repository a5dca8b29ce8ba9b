import type { Guideline, ResolvedProgram } from '../2-resolve/guideline.ts';
import type { Check } from './checking.ts';
import { checkWorkflow } from './workflow/check-workflow.ts';
import type { WorkflowSubject } from './workflow/subject.ts';

/** Each machine of each programme passes the checks in `workflow/`. */
export const workflowsAreSound: Check = (guideline) =>
  Object.values(guideline.programs).flatMap((program) =>
    workflowSubjects(guideline, program).flatMap(checkWorkflow),
  );

/** The machines of a programme as the checks look at them. */
export function workflowSubjects(
  { file, clauses }: Guideline,
  { id, file: written, forms, rules, documents, machines, source }: ResolvedProgram,
): readonly WorkflowSubject[] {
  const { roles, instants, interpretations = {}, calendarRegion } = file;
  const region = calendarRegion ? { calendarRegion } : {};
  const guideline = { roles, instants, interpretations, clauses, ...region };
  const program = { id, applicationForm: written.applicationForm, forms, rules, documents };
  const siblings = Object.values(machines);
  return siblings.flatMap((machine): readonly WorkflowSubject[] => {
    const definition = source.machines.get(machine.id);
    if (!definition) return [];
    const place = (pointer: string) => definition.place(pointer);
    const keyPlace = (pointer: string) => definition.keyPlace(pointer);
    return [{ guideline, program, machine, siblings, place, keyPlace }];
  });
}
