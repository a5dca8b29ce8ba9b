import type { MachineKind, ProcedureEvent, StateMeta } from '@zhinan/model';
import { candidatesAt, judge, refusalOf, type Candidate } from '../workflow/candidate.ts';
import type { Scope } from '../workflow/catalogue/scope.ts';
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
  const options = new Map<string, Option>();
  for (const path of new Set(activeLeaves(snapshot.value).flatMap(lineage))) {
    for (const event of Object.keys(index.get(path)?.on ?? {})) {
      if (options.has(event)) continue;
      // What is not known yet depends on what will be filled in: the way that leads on is the one that is tried.
      const [best] = possible(index, path, event, scope)
        .map(({ candidate, roles }): Option => {
          const { form, title, clause } = candidate.entry.meta;
          const joins = joinedBy(environment, index, candidate.entry);
          return {
            event,
            title: title ?? event,
            clauses: textsOf(clause),
            roles,
            kind: kindOf(environment, index, snapshot, candidate, roles),
            ...(form === undefined ? {} : { form }),
            candidate,
            ...(joins ? { joins } : {}),
          };
        })
        .sort((a, b) => preferred.indexOf(a.kind) - preferred.indexOf(b.kind));
      if (best) options.set(event, best);
    }
  }
  return [...options.values()];
}

const preferred: readonly OptionKind[] = [
  'forward',
  'back',
  'side',
  'return',
  'reject',
  'objection',
  'leave',
  'note',
];

/** Transitions of an event that may be taken: those that hang on an open answer, and the first that is certain. */
function possible(
  index: MachineIndex,
  path: string,
  event: string,
  scope: Scope,
): readonly { readonly candidate: Candidate; readonly roles: readonly string[] }[] {
  const found: { readonly candidate: Candidate; readonly roles: readonly string[] }[] = [];
  for (const candidate of candidatesAt(index, path, event)) {
    const { roles } = rolesOf(candidate.by, scope);
    if (roles.length === 0) continue;
    const { form } = candidate.entry.meta;
    const { truth } = judge(candidate, form === undefined ? scope : without(scope, form));
    if (truth === false) continue;
    found.push({ candidate, roles });
    if (truth === true) break;
  }
  return found;
}

/** The transition that an event would take, if it is not refused. */
export function takenBy(
  environment: Environment,
  snapshot: Snapshot,
  { candidate }: Option,
  event: ProcedureEvent,
  at: IsoInstant,
): Candidate['entry'] | undefined {
  const { index } = kernelOf(environment, snapshot.machine);
  const scope = { environment, at, event, context: snapshot.context };
  return candidatesAt(index, candidate.path, event.type).find((each) => !refusalOf(each, scope))?.entry;
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
