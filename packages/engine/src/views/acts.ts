import type { ActView, Actor, FormName, InstanceId } from '@zhinan/model';
import { tagName } from '../tag-name.ts';
import { available, type AvailableEvent } from '../workflow/available.ts';
import { candidatesAt } from '../workflow/candidate.ts';
import type { Environment } from '../workflow/environment.ts';
import { caseOf } from '../workflow/instances.ts';
import type { MachineIndex } from '../workflow/machine-index.ts';
import { kernelOf } from '../workflow/machine.ts';
import type { Procedure } from '../workflow/procedure.ts';
import { formToFill } from './history.ts';

const OWN = '这是本人的申报件，不能由本人办理';

/** What an actor may do to a machine now, and what stands against it; nothing where no role is theirs. */
export function actsOf(
  environment: Environment,
  procedure: Procedure,
  instance: InstanceId,
  actor: Actor,
  offered: readonly AvailableEvent[] = available(environment, procedure, instance, actor.role),
): readonly ActView[] {
  const snapshot = procedure.instances[instance];
  const index = snapshot && kernelOf(environment, snapshot.machine).index;
  const own = isOwn(environment, procedure, instance, actor);
  const forms = snapshot?.context.forms ?? {};
  return offered
    .filter(({ by }) => by.length > 0)
    .map((each): ActView => {
      const { event, title, clauses, form, reason, escape, state } = each;
      const returns =
        form === undefined && index !== undefined && leadsBack(index, state, event, forms, actor);
      return {
        event,
        title,
        clauses,
        ...(form === undefined ? {} : { form: formName(environment, form) }),
        ...(reason === undefined ? {} : { reason }),
        ...(escape ? { escape } : {}),
        ...(returns ? { returns } : {}),
        allowed: own ? false : each.allowed,
        why: own ? [OWN] : [...new Set(each.why.map(({ text }) => text))],
      };
    });
}

/** Whether the actor, in another role, is the person who handed the application in. Unknown persons are nobody's. */
export function isOwn(
  environment: Environment,
  { instances }: Procedure,
  instance: InstanceId,
  { role, person }: Actor,
): boolean {
  const { forms, applicationForm } = environment.program;
  const applicant = forms[applicationForm]?.by;
  if (person === undefined || role === applicant) return false;
  const log = instances[caseOf(instance)]?.log ?? [];
  return log.some((entry) => entry.role === applicant && entry.person === person);
}

export function formName(environment: Environment, id: string): FormName {
  const { contract, program } = environment;
  return { id, title: program.forms[id]?.title ?? id, tag: tagName(contract, program, id) };
}

/** Asks for a reason, and leads to a step where a form that is stored is filled anew. */
function leadsBack(
  index: MachineIndex,
  state: string,
  event: string,
  stored: Readonly<Record<string, unknown>>,
  { role }: Actor,
): boolean {
  return candidatesAt(index, state, event).some(({ entry }) => {
    if (entry.meta.reason !== 'required') return false;
    return entry.targets.some((target) => {
      const leaf = entered(index, target);
      const form = formToFill(index, leaf);
      return form !== undefined && Object.hasOwn(stored, form) && index.get(leaf)?.meta.role !== role;
    });
  });
}

function entered(index: MachineIndex, path: string): string {
  const inner = index.get(path)?.initial;
  return inner === undefined ? path : entered(index, inner);
}
