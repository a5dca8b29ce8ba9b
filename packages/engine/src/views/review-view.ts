import type {
  Actor,
  FieldPermissions,
  InstanceId,
  JsonObject,
  OpinionView,
  ReviewView,
  StepView,
} from '@zhinan/model';
import { inBeijing, type IsoInstant } from '../calendar/instant.ts';
import { caseView } from '../workflow/case-view.ts';
import { machineOf, roleTitle, type Environment } from '../workflow/environment.ts';
import { caseOf } from '../workflow/instances.ts';
import { lineage } from '../workflow/machine-index.ts';
import { kernelOf } from '../workflow/machine.ts';
import type { Procedure } from '../workflow/procedure.ts';
import { stepForms, withoutHidden } from '../workflow/step-form.ts';
import { actsOf, formName, isOwn } from './acts.ts';
import { declarationsOf } from './declarations.ts';
import { handingsOf, lastReturn, type Handing } from './history.ts';
import { subjectOf } from './inbox-view.ts';
import { answersGiven, formView } from './answer-view.ts';
import { criteriaOf, scoringOf, sealedLists } from './scoring.ts';

/**
 * A machine before somebody who has to decide on it: what is stored, form by form, with what changed since it was last given
 * back; what was said so far; the form of this step; what may be done. Undefined where there is no such machine.
 * What the step hides, and what is sealed, is not in it.
 */
export function reviewView(
  environment: Environment,
  procedure: Procedure,
  instance: InstanceId,
  actor: Actor,
  at: IsoInstant = procedure.at,
): ReviewView | undefined {
  const snapshot = procedure.instances[instance];
  if (snapshot === undefined) return undefined;
  const now = inBeijing(at);
  const present = { ...procedure, at: now };
  const { program } = environment;
  const shown = caseView(environment, machineOf(environment, snapshot.machine), snapshot, now);
  const handings = handingsOf(environment, procedure, instance);
  const back = lastReturn(environment, handings);
  const steps = stepForms(environment, present, instance, actor.role);
  const hidden = new Map(steps.map(({ form, fields }) => [form, fields]));
  const stored = Object.fromEntries(
    Object.entries(storedOf(procedure, instance)).map(
      ([id, answers]) => [id, visible(answers, hidden.get(id))] as const,
    ),
  );
  const own = isOwn(environment, procedure, instance, actor);
  return {
    at: now,
    instance,
    title: subjectOf(environment, procedure, instance) ?? shown.title,
    program: { id: program.id, title: program.title },
    role: { id: actor.role, title: roleTitle(environment, actor.role) },
    status: shown.status,
    ...(shown.outcome ? { outcome: shown.outcome } : {}),
    steps: shown.steps.filter(({ status }) => status === 'current').map(({ title }) => title),
    due: shown.due,
    undated: shown.undated ?? [],
    forms: Object.entries(stored).flatMap(([id, answers]) => {
      const form = program.forms[id];
      if (form === undefined) return [];
      const handed = handings.findLast((each) => each.form === id);
      const by = roleTitle(environment, handed?.role ?? form.by);
      const before = back?.form === id ? visible(back.before, hidden.get(id)) : undefined;
      return [formView(form, answers, before, { by, ...(handed ? { at: handed.at } : {}) }, hidden.get(id))];
    }),
    ...(back ? { returned: back.view } : {}),
    opinions: opinionsIn(environment, handings, sealedForms(environment, procedure, instance)),
    declarations: declarationsOf(environment, stored, handings),
    scoring: scoringOf(environment, snapshot),
    stepForms: steps.map((step): StepView => {
      const form = program.forms[step.form];
      const criteria = form ? criteriaOf(form) : [];
      const { index } = kernelOf(environment, snapshot.machine);
      return {
        form: formName(environment, step.form),
        title: index.get(step.state)?.meta.title ?? '',
        readonly: step.readonly || own,
        fields: step.fields,
        answers: step.answers,
        ...(criteria.length > 0 ? { criteria } : {}),
      };
    }),
    acts: actsOf(environment, present, instance, actor),
    ...(own ? { own } : {}),
  };
}

/** Answers of the machine itself; of a request or an entitlement those of its case come first. */
function storedOf({ instances }: Procedure, instance: InstanceId): Readonly<Record<string, JsonObject>> {
  return { ...instances[caseOf(instance)]?.context.forms, ...instances[instance]?.context.forms };
}

function visible(answers: JsonObject, fields: FieldPermissions | undefined): JsonObject {
  return withoutHidden(answers, fields?.hidden ?? []);
}

/** Forms whose contents a sealed list keeps: what was handed in with them is not told either. */
function sealedForms(
  environment: Environment,
  { instances }: Procedure,
  id: InstanceId,
): ReadonlySet<string> {
  const snapshot = instances[id];
  if (snapshot === undefined) return new Set();
  const lists = sealedLists(environment, snapshot);
  const { index } = kernelOf(environment, snapshot.machine);
  return new Set(
    [...index.values()].flatMap(({ meta, path }) => {
      const kept = lineage(path).some((each) =>
        index.get(each)?.meta.sealed?.some((list) => lists.has(list)),
      );
      return kept && meta.form !== undefined ? [meta.form] : [];
    }),
  );
}

/** Everything said with a reason, and the opinions that others than the applicant filled in. */
function opinionsIn(
  { contract, program }: Environment,
  handings: readonly Handing[],
  sealed: ReadonlySet<string>,
): readonly OpinionView[] {
  const applicant = program.forms[program.applicationForm]?.by;
  return handings.flatMap(
    ({ at, title, role, person, clauses, reason, form: id, answers }): readonly OpinionView[] => {
      if (id !== undefined && sealed.has(id)) return [];
      // A score sheet stands among the scores.
      const filled = id === undefined || role === applicant ? undefined : program.forms[id];
      const form = filled && criteriaOf(filled).length > 0 ? undefined : filled;
      const items = form && answers ? answersGiven(form, answers) : [];
      if (reason === undefined && items.length === 0) return [];
      const actor = role === undefined ? undefined : (contract.roles[role]?.title ?? role);
      return [
        {
          at,
          title,
          clauses,
          items,
          ...(actor === undefined ? {} : { actor: person === undefined ? actor : `${actor} ${person}` }),
          ...(reason === undefined ? {} : { reason }),
        },
      ];
    },
  );
}
