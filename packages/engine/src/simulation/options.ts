import type { MachineKind, StateMeta } from '@zhinan/model';
import { candidatesAt, judge, type Candidate } from '../workflow/candidate.ts';
import { machineOfKind, type Environment } from '../workflow/environment.ts';
import { textsOf } from '../workflow/json.ts';
import {
  activeLeaves,
  lineage,
  type MachineIndex,
  type NameRef,
  type TransitionEntry,
} from '../workflow/machine-index.ts';
import { kernelOf } from '../workflow/machine.ts';
import { rolesOf } from '../workflow/roles.ts';
import type { Snapshot, Timer } from '../workflow/snapshot.ts';
import { stateOfWait } from '../workflow/step.ts';
import type { IsoInstant } from '../calendar/instant.ts';

/**
 * What doing it would mean: on towards the decision, back to an earlier step, the end of the application, out of the
 * procedure, a word from the public, something noted beside the way.
 */
export type OptionKind = 'forward' | 'back' | 'return' | 'reject' | 'leave' | 'objection' | 'side' | 'note';

/** Something that somebody could do now. */
export interface Option {
  readonly event: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly roles: readonly string[];
  readonly kind: OptionKind;
  readonly form?: string;
  /** The transition that is expected to be taken. */
  readonly candidate: Candidate;
  /** The list that somebody is put on by it. */
  readonly joins?: 'batch' | 'round';
}

type Outcome = NonNullable<StateMeta['outcome']>;
const adverse: readonly (Outcome | undefined)[] = ['refused', 'cancelled', 'withdrawn'];

/** What persons may do in a machine now, without those things that certainly cannot happen. */
export function optionsOf(environment: Environment, snapshot: Snapshot, at: IsoInstant): readonly Option[] {
  const { index } = kernelOf(environment, snapshot.machine);
  const scope = { environment, at, context: snapshot.context };
  const seen = new Set<string>();
  const options: Option[] = [];
  for (const path of new Set(activeLeaves(snapshot.value).flatMap(lineage))) {
    for (const event of Object.keys(index.get(path)?.on ?? {})) {
      if (seen.has(event)) continue;
      for (const candidate of candidatesAt(index, path, event)) {
        const { meta } = candidate.entry;
        if (candidate.by.length === 0) continue;
        const { roles } = rolesOf(candidate.by, scope);
        if (roles.length === 0) continue;
        const { form } = meta;
        if (judge(candidate, form === undefined ? scope : without(scope, form)).truth === false) continue;
        const joins = joinedBy(environment, index, candidate.entry);
        seen.add(event);
        options.push({
          event,
          title: meta.title ?? event,
          clauses: textsOf(meta.clause),
          roles,
          kind: kindOf(environment, index, snapshot, candidate, roles),
          ...(form === undefined ? {} : { form }),
          candidate,
          ...(joins ? { joins } : {}),
        });
        break;
      }
    }
  }
  return options;
}

/** Waits that run, by what their end means: a deadline that ends the matter, or time that has to pass. */
export function waitsOf(
  environment: Environment,
  snapshot: Snapshot,
): readonly { readonly timer: Timer; readonly path: string; readonly deadline: boolean }[] {
  const kernel = kernelOf(environment, snapshot.machine);
  return snapshot.timers.map((timer) => {
    const path = stateOfWait(kernel, timer);
    const [entry] = kernel.index.get(path)?.after[timer.delay] ?? [];
    const ends = entry?.targets.map((target) => kernel.index.get(target)?.meta.outcome) ?? [];
    const deadline =
      ends.includes('expired') || ends.some((end) => adverse.includes(end)) || entry?.targets.length === 0;
    return { timer, path, deadline };
  });
}

/** Whether the present step is moved on by messages of other machines: people then act when those have come. */
export function awaitsMessages(environment: Environment, snapshot: Snapshot): boolean {
  const { index, contract } = kernelOf(environment, snapshot.machine);
  const lists = contract.kind === 'batch' || contract.kind === 'round';
  return activeLeaves(snapshot.value).some((leaf) =>
    Object.values(index.get(leaf)?.on ?? {})
      .flat()
      .some(({ meta, targets }) => {
        if (meta.from === undefined) return false;
        return lists || targets.some((target) => !adverse.includes(index.get(target)?.meta.outcome));
      }),
  );
}

function without<S extends { readonly context: Snapshot['context'] }>(scope: S, form: string): S {
  const { [form]: _, ...forms } = scope.context.forms;
  return { ...scope, context: { ...scope.context, forms } };
}

function kindOf(
  { contract }: Environment,
  index: MachineIndex,
  snapshot: Snapshot,
  { entry, position }: Candidate,
  roles: readonly string[],
): OptionKind {
  const { meta, targets } = entry;
  if (meta.escape === true) return 'leave';
  if (roles.every((role) => contract.roles[role]?.kind === 'public')) return 'objection';
  const ends = targets.map((target) => index.get(target)?.meta.outcome);
  if (ends.includes('refused')) return 'reject';
  if (ends.some((end) => adverse.includes(end))) return 'leave';
  const asked = meta.reason === 'required';
  // What is only marked because a condition does not hold yet brings nobody further.
  if (targets.length === 0) return asked || position > 0 ? 'note' : 'side';
  const known = targets.some((target) =>
    snapshot.visited.some(({ path }) => path === target || path.startsWith(`${target}.`)),
  );
  if (known) return asked ? 'return' : 'back';
  // What needs a reason and leads elsewhere is the less usual way.
  return asked ? 'return' : 'forward';
}

const joined = new WeakMap<TransitionEntry, 'batch' | 'round' | false>();

/** The list whose machine registers a message that the transition sends, by itself or where it leads. */
function joinedBy(
  environment: Environment,
  index: MachineIndex,
  entry: TransitionEntry,
): 'batch' | 'round' | undefined {
  const known = joined.get(entry);
  if (known !== undefined) return known === false ? undefined : known;
  const actions = [...entry.actions, ...entry.targets.flatMap((target) => entered(index, target))];
  const found = (['round', 'batch'] as const).find((kind) =>
    actions.some(
      ({ type, params }) =>
        type === 'send' && params['to'] === kind && registers(environment, kind, String(params['event'])),
    ),
  );
  joined.set(entry, found ?? false);
  return found;
}

/** Actions on entering a state, through its first children and what follows at once. */
function entered(
  index: MachineIndex,
  path: string,
  known: ReadonlySet<string> = new Set(),
): readonly NameRef[] {
  const state = index.get(path);
  if (!state || known.has(path)) return [];
  const on = new Set([...known, path]);
  return [
    ...state.entry,
    ...(state.initial === undefined ? [] : entered(index, state.initial, on)),
    ...state.always.flatMap(({ actions, targets }) => [
      ...actions,
      ...targets.flatMap((target) => entered(index, target, on)),
    ]),
  ];
}

/** Whether a machine of that kind puts the sender of the event on its list. */
export function registers(environment: Environment, kind: MachineKind, event: string): boolean {
  const machine = machineOfKind(environment, kind);
  if (!machine) return false;
  return [...kernelOf(environment, machine.id).index.values()].some(({ on }) =>
    (on[event] ?? []).some(({ actions }) => actions.some(({ type }) => type === 'member')),
  );
}
