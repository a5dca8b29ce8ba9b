import type { MachineKind, Truth } from '@zhinan/model';
import { anyTruth, candidatesAt, judge, type Candidate } from './candidate.ts';
import type { Scope } from './catalogue/scope.ts';
import { machineOfKind, type Environment } from './environment.ts';
import { textsOf } from './json.ts';
import { activeLeaves, lineage } from './machine-index.ts';
import { kernelOf } from './machine.ts';
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

/** Events that persons (of that role, if given) may fire at the procedure's present moment, inner states first. */
export function available(
  environment: Environment,
  procedure: Procedure,
  machine: MachineKind,
  role?: string,
): readonly AvailableEvent[] {
  const snapshot = procedure.instances[machine];
  const contract = machineOfKind(environment, machine);
  if (!snapshot || !contract || snapshot.status === 'done') return [];
  const { index } = kernelOf(environment, contract.id);
  const scope = { environment, at: procedure.at, context: snapshot.context };
  const paths = [...new Set(activeLeaves(snapshot.value).flatMap(lineage))];
  const found = paths.flatMap((path) =>
    Object.keys(index.get(path)?.on ?? {}).flatMap((event): readonly AvailableEvent[] => {
      const candidates = candidatesAt(index, path, event).filter(
        ({ by }) => by.length > 0 && (role === undefined || by.includes(role)),
      );
      const [first] = candidates;
      if (!first) return [];
      const judgements = candidates.map((candidate) => judge(candidate, beforeFilling(candidate, scope)));
      const { meta } = first.entry;
      const form = candidates.find(({ entry }) => entry.meta.form !== undefined)?.entry.meta.form;
      const allowed = anyTruth(judgements.map(({ truth }) => truth));
      return [
        {
          event,
          title: meta.title ?? event,
          clauses: textsOf(meta.clause),
          by: [...new Set(candidates.flatMap(({ by }) => by))],
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
