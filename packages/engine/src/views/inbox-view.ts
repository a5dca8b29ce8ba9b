import type { Actor, InboxEntry, InboxView, InstanceId } from '@zhinan/model';
import { inBeijing, type IsoInstant } from '../calendar/instant.ts';
import { workdaysLeft } from '../calendar/workdays.ts';
import { roleTitle, machineOf, type Environment } from '../workflow/environment.ts';
import { inbox } from '../workflow/inbox.ts';
import { caseOf } from '../workflow/instances.ts';
import type { Procedure } from '../workflow/procedure.ts';
import { actsOf } from './acts.ts';
import { sectionsOf } from './form-fields.ts';

/**
 * What an actor has to do at that moment, ready to show: {@link inbox} in words. A wait that ended before `at` and has not
 * been fired yet is overdue. For several programmes put the entries of their views together.
 */
export function inboxView(
  environment: Environment,
  procedure: Procedure,
  actor: Actor,
  at: IsoInstant = procedure.at,
): InboxView {
  const now = inBeijing(at);
  const present = { ...procedure, at: now };
  const { program, contract } = environment;
  const entries = inbox(environment, present, actor).map((item): InboxEntry => {
    const snapshot = procedure.instances[item.instance];
    const [waiting] = snapshot?.undated ?? [];
    const delay = waiting && snapshot && machineOf(environment, snapshot.machine).delays[waiting.delay];
    return {
      instance: item.instance,
      machine: item.machine,
      program: { id: program.id, title: program.title },
      title: subjectOf(environment, procedure, item.instance) ?? item.title,
      kind: item.title,
      steps: item.states,
      since: item.since,
      ...(item.due
        ? { due: { ...item.due, workdaysLeft: workdaysLeft(now, item.due.at, contract.calendarRegion) } }
        : {}),
      ...(waiting
        ? {
            undated: {
              title: delay?.title ?? waiting.delay,
              clause: delay?.clause ?? '',
              since: waiting.since,
            },
          }
        : {}),
      acts: actsOf(environment, present, item.instance, actor, item.events),
    };
  });
  return { at: now, role: { id: actor.role, title: roleTitle(environment, actor.role) }, entries };
}

/** Who or what a case is about: the first text asked for in the application, mostly a name. */
export function subjectOf(
  environment: Environment,
  { instances }: Procedure,
  instance: InstanceId,
): string | undefined {
  const { forms, applicationForm } = environment.program;
  const form = forms[applicationForm];
  const answers = instances[caseOf(instance)]?.context.forms[applicationForm];
  if (form === undefined || answers === undefined) return undefined;
  const fields = sectionsOf(form).flatMap((section) => section.fields);
  const named = [
    ...fields.filter(({ name }) => name === 'name'),
    ...fields.filter(({ schema }) => schema.type === 'string' && !schema.enum && !schema.format),
  ];
  return named
    .map(({ name }) => (Object.hasOwn(answers, name) ? answers[name] : undefined))
    .find((answer) => typeof answer === 'string' && answer !== '') as string | undefined;
}
