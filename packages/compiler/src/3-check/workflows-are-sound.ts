import type { Diagnostic } from '@zhinan/model';
import type { Check } from './checking.ts';
import { checkWorkflow } from './workflow/check-workflow.ts';

/** Each machine of each programme passes the checks in `workflow/`. */
export const workflowsAreSound: Check = ({ file, clauses, programs }) => {
  const { roles, instants, interpretations = {}, calendarRegion } = file;
  const guideline = {
    roles,
    instants,
    interpretations,
    clauses,
    ...(calendarRegion ? { calendarRegion } : {}),
  };
  return Object.values(programs).flatMap((resolved): readonly Diagnostic[] => {
    const { id, forms, rules, documents, machines, source } = resolved;
    const program = { id, applicationForm: resolved.file.applicationForm, forms, rules, documents };
    const siblings = Object.values(machines);
    return siblings.flatMap((machine) => {
      const definition = source.machines.get(machine.id);
      if (!definition) return [];
      const place = (pointer: string) => definition.place(pointer);
      const keyPlace = (pointer: string) => definition.keyPlace(pointer);
      return checkWorkflow({ guideline, program, machine, siblings, place, keyPlace });
    });
  });
};
