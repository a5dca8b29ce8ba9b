import type { InstanceId, Truth } from '@zhinan/model';
import { anyTruth, candidatesAt, judge, type Candidate } from './candidate.ts';
import type { Scope } from './catalogue/scope.ts';
import type { Environment } from './environment.ts';
import { textsOf } from './json.ts';
import { activeLeaves, lineage } from './machine-index.ts';
import { addressOf, type InstanceAddress } from './instances.ts';
import { kernelOf } from './machine.ts';
import { rolesOf, type Roles } from './roles.ts';
import type { Judgement } from './catalogue/guard.ts';
import type { Snapshot } from './snapshot.ts';
import { begin } from './step.ts';
import type { Procedure } from './procedure.ts';
import type { GuardNote } from './refusal.ts';

/** Something that can be done now. */
export interface AvailableEvent {
  readonly event: string;
  readonly title: string;
  readonly clauses: readonly string[];
  /** Roles that may do it. */
  readonly by: readonly string[];
  /** State that offers it. */
  readonly state: string;
  /** Form that must be filled with it. */
  readonly form?: string;
  readonly reason?: 'required' | 'optional';
  /** Leaves the procedure. */
  readonly escape: boolean;
  /** null = depends on what is not known yet, often on the form still to be filled. */
  readonly allowed: Truth;
  /** What stands against it, or is still open. */
  readonly why: readonly GuardNote[];
}

/**
 * Events that persons (of that role, if given) may fire at the procedure's present moment, inner states first. An
 * amendment that nobody has opened yet offers what its first state does: that is how it is asked for.
 */
export function available(
  environment: Environment,
  procedure: Procedure,
  instance: InstanceId,
  role?: string,
): readonly AvailableEvent[] {
  const address = addressOf(environment, instance);
  const snapshot = address && (procedure.instances[address.id] ?? unopened(environment, procedure, address));
  if (!snapshot || snapshot.status === 'done') return [];
  const { index } = kernelOf(environment, snapshot.machine);
  const scope = { environment, at: procedure.at, context: snapshot.context };
  const paths = [...new Set(activeLeaves(snapshot.value).flatMap(lineage))];
  const found = paths.flatMap((path) =>
    Object.keys(index.get(path)?.on ?? {}).flatMap((event): readonly AvailableEvent[] => {
      const candidates = candidatesAt(index, path, event)
        .map((candidate) => ({ ...candidate, ...rolesOf(candidate.by, scope) }))
        .filter(
          ({ roles, open }) =>
            roles.length + open.length > 0 &&
            (role === undefined || roles.includes(role) || roles.length === 0),
        );
      const [first] = candidates;
      if (!first) return [];
      const judgements = candidates.map((candidate) =>
        judgeFor(candidate, judge(candidate, beforeFilling(candidate, scope))),
      );
      const { meta } = first.entry;
      const form = candidates.find(({ entry }) => entry.meta.form !== undefined)?.entry.meta.form;
      const allowed = anyTruth(judgements.map(({ truth }) => truth));
      return [
        {
          event,
          title: meta.title ?? event,
          clauses: textsOf(meta.clause),
          by: [...new Set(candidates.flatMap(({ roles }) => roles))],
          state: path,
          ...(form === undefined ? {} : { form }),
          ...(meta.reason === undefined ? {} : { reason: meta.reason }),
          escape: meta.escape === true,
          allowed,
          why: allowed === true ? [] : judgements.flatMap(({ notes }) => notes),
        },
      ];
    }),
  );
  // An inner state's event hides the same event of a state around it, unless the inner one is not allowed.
  return found.filter((each, position) => !found.slice(0, position).some((other) => hides(other, each)));
}

/** While no role is decided nobody may act, and what decides it is what stands against the event. */
function judgeFor({ roles, open }: Roles, judgement: Judgement): Judgement {
  if (roles.length > 0 || judgement.truth === false) return judgement;
  return { truth: null, notes: [...open, ...judgement.notes] };
}

function unopened(
  environment: Environment,
  { instances, at }: Procedure,
  { machine, of }: InstanceAddress,
): Snapshot | undefined {
  const parent = of === undefined ? undefined : instances[of];
  if (!parent || machine.kind !== 'amendment') return undefined;
  const { forms, values } = parent.context;
  return begin(environment, machine.id, at, { forms, values, at }).snapshot;
}

function hides(inner: AvailableEvent, outer: AvailableEvent): boolean {
  const around = outer.state === '' || inner.state.startsWith(`${outer.state}.`);
  return inner.event === outer.event && inner.allowed !== false && around;
}

/** The event will bring its form anew, so what is stored of that form decides nothing. */
function beforeFilling({ entry }: Candidate, scope: Scope): Scope {
  const { form } = entry.meta;
  if (form === undefined) return scope;
  const { [form]: _, ...forms } = scope.context.forms;
  return { ...scope, context: { ...scope.context, forms } };
}
