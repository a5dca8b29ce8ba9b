import { type ChartNode, type Transition, isWithin } from './node.ts';
import {
  type Configuration,
  commonAncestor,
  configuration,
  historyTargets,
  isComplete,
} from './configuration.ts';

/** More answers to one trigger than this are not looked at. */
const MOST_SETS = 256;

export interface Selections {
  readonly sets: readonly (readonly Transition[])[];
  /** There were more than are listed. */
  readonly cut: boolean;
}

/** Candidates in order: a guarded one may be passed over, one without a guard ends the search; [] = all passed over. */
function choices(candidates: readonly Transition[]): readonly (readonly Transition[])[] {
  const open = candidates.findIndex(({ guard }) => guard === undefined);
  const single = candidates.slice(0, open < 0 ? undefined : open + 1).map((transition) => [transition]);
  return open < 0 ? [...single, []] : single;
}

/**
 * Every set of transitions that may answer an event when guards can go either way. A state answers only when
 * nothing below it does; when one part of a parallel state answers, the states around it are not asked (XState).
 */
export function eventSelections(config: Configuration, event: string): Selections {
  let cut = false;
  const answersOf = (node: ChartNode): readonly (readonly Transition[])[] => {
    const below = product(node.children.filter((child) => config.active.has(child)).map(answersOf));
    if (below.length >= MOST_SETS) cut = true;
    return unique(
      below.flatMap((answer) => (answer.length > 0 ? [answer] : choices(eventCandidates(node, event)))),
    );
  };
  const root = [...config.active].find((node) => !node.parent);
  const sets = root ? answersOf(root).map((taken) => withoutConflicts(taken, config)) : [];
  return { sets, cut };
}

/** Every set of `always` transitions that may be taken together: each leaf looks outwards on its own (SCXML). */
export function eventlessSelections(config: Configuration): Selections {
  let all: readonly Answers[] = [new Map()];
  for (const leaf of config.leaves)
    all = all.flatMap((answers) => outwards(leaf, answers)).slice(0, MOST_SETS);
  const taken = all.map((answers) => [...answers.values()].filter((transition) => transition !== undefined));
  return { sets: unique(taken.map((set) => withoutConflicts(set, config))), cut: all.length >= MOST_SETS };
}

/** What each state answered; it gives the same answer to all leaves below it. Undefined: passed over. */
type Answers = ReadonlyMap<ChartNode, Transition | undefined>;

function outwards(node: ChartNode | undefined, answers: Answers): readonly Answers[] {
  if (!node || answers.get(node)) return [answers];
  if (answers.has(node)) return outwards(node.parent, answers);
  return choices(node.transitions.filter(({ trigger }) => trigger.type === 'always')).flatMap(([taken]) => {
    const next: Answers = new Map([...answers, [node, taken]]);
    return taken ? [next] : outwards(node.parent, next);
  });
}

/** What one state answers to its own timer or completion. */
export function ownSelections(candidates: readonly Transition[]): Selections {
  return { sets: choices(candidates), cut: false };
}

function product(parts: readonly (readonly (readonly Transition[])[])[]): readonly (readonly Transition[])[] {
  return parts.reduce<readonly (readonly Transition[])[]>(
    (sets, options) =>
      sets.flatMap((set) => options.map((option) => [...set, ...option])).slice(0, MOST_SETS),
    [[]],
  );
}

/** Candidates of a state for an event, the exact name before `A.*` and `*`, as XState sorts them. */
function eventCandidates(node: ChartNode, event: string): readonly Transition[] {
  const fits = (name: string): boolean =>
    name === event || name === '*' || (name.endsWith('.*') && `${event}.`.startsWith(name.slice(0, -1)));
  return node.transitions
    .filter(({ trigger }) => trigger.type === 'event' && fits(trigger.name))
    .sort((a, b) => specificity(b) - specificity(a));
}

function specificity({ trigger }: Transition): number {
  if (trigger.type !== 'event' || trigger.name === '*') return 0;
  return trigger.name.endsWith('.*') ? trigger.name.length : Number.POSITIVE_INFINITY;
}

/** Of two transitions that leave the same states the one from further inside wins, else the earlier (SCXML). */
function withoutConflicts(taken: readonly Transition[], config: Configuration): readonly Transition[] {
  const kept: Transition[] = [];
  for (const transition of taken) {
    const exits = exitSet(transition, config.active);
    const rivals = kept.filter((other) => exitSet(other, config.active).some((node) => exits.includes(node)));
    if (rivals.some((rival) => !isWithin(transition.source, rival.source))) continue;
    for (const rival of rivals) kept.splice(kept.indexOf(rival), 1);
    kept.push(transition);
  }
  return kept;
}

function unique(sets: readonly (readonly Transition[])[]): readonly (readonly Transition[])[] {
  return [
    ...new Map(sets.map((set) => [set.map((transition) => transition.pointer).join(' '), set])).values(),
  ];
}

function domainOf(transition: Transition): ChartNode | undefined {
  const { source, reenter } = transition;
  const targets = transition.targets.map((target) =>
    target.kind === 'history' ? (target.parent ?? target) : target,
  );
  if (!reenter && targets.every((target) => target === source || isWithin(target, source))) return source;
  return commonAncestor([...targets, source]);
}

/** A state that transitions to itself without re-entering is not left, so it is not entered either. */
function entryTargets(transition: Transition): readonly ChartNode[] {
  const { source, reenter, targets } = transition;
  const staysItself = !reenter && domainOf(transition) === source;
  return staysItself ? targets.filter((target) => target !== source) : targets;
}

function exitSet(transition: Transition, active: ReadonlySet<ChartNode>): readonly ChartNode[] {
  if (transition.targets.length === 0) return [];
  const domain = domainOf(transition);
  return [...active].filter(
    (node) =>
      !domain ||
      isWithin(node, domain) ||
      (node === domain && transition.reenter && node === transition.source),
  );
}

export interface Step {
  readonly to: Configuration;
  /** States whose completion is announced by this step, in order. */
  readonly completed: readonly ChartNode[];
}

/** Takes the transitions together. More than one result only where a history state may bring back several. */
export function takeTransitions(config: Configuration, taken: readonly Transition[]): readonly Step[] {
  const exited = new Set(taken.flatMap((transition) => exitSet(transition, config.active)));
  const staying = [...config.active].filter((node) => !exited.has(node));
  let entries: ChartNode[][] = [[]];
  for (const target of taken.flatMap(entryTargets)) {
    const options = target.kind === 'history' ? historyTargets(target) : [target];
    entries = entries.flatMap((entry) => options.map((option) => [...entry, option]));
  }
  return entries.map((entry) => {
    const to = configuration([...staying, ...entry]);
    const entered = [...to.active].filter((node) => exited.has(node) || !config.active.has(node));
    return { to, completed: completions(entered, to.active) };
  });
}

/** Entering a final state completes its parent, and a parallel state around it once all parts are complete. */
export function completions(
  entered: readonly ChartNode[],
  active: ReadonlySet<ChartNode>,
): readonly ChartNode[] {
  const done: ChartNode[] = [];
  for (const node of [...entered].sort((a, b) => a.order - b.order)) {
    if (node.kind !== 'final' || !node.parent) continue;
    const { parent } = node;
    if (parent.kind === 'compound') done.push(parent);
    let around = parent.kind === 'parallel' ? parent : parent.parent;
    while (around?.kind === 'parallel' && !done.includes(around) && isComplete(around, active)) {
      done.push(around);
      around = around.parent;
    }
  }
  return done;
}
