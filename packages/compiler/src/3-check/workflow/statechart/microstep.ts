import { type ChartNode, type Transition, isWithin } from './node.ts';
import {
  type Configuration,
  commonAncestor,
  configuration,
  historyTargets,
  isComplete,
} from './configuration.ts';

/** What each state on the way answered: a transition, or undefined when all its guards were passed over. */
type Answers = ReadonlyMap<ChartNode, Transition | undefined>;

/**
 * Every set of transitions that may answer one trigger when guards can go either way: a state nearer to the
 * leaf goes first, a guarded candidate may be passed over, an unguarded one ends the search. A state gives the
 * same answer to all leaves below it.
 */
export function selections(
  config: Configuration,
  candidatesOf: (node: ChartNode) => readonly Transition[],
): readonly (readonly Transition[])[] {
  let all: Answers[] = [new Map()];
  for (const leaf of config.leaves) all = all.flatMap((answers) => answersBelow(leaf, answers, candidatesOf));
  return unique(
    all.map((answers) =>
      withoutConflicts(
        [...answers.values()].filter((taken) => taken !== undefined),
        config,
      ),
    ),
  );
}

function answersBelow(
  node: ChartNode | undefined,
  answers: Answers,
  candidatesOf: (node: ChartNode) => readonly Transition[],
): Answers[] {
  if (!node) return [answers];
  if (answers.get(node)) return [answers];
  const branches: Answers[] = [];
  if (!answers.has(node)) {
    for (const transition of candidatesOf(node)) {
      branches.push(new Map([...answers, [node, transition]]));
      if (transition.guard === undefined) return branches;
    }
  }
  const passedOver: Answers = new Map([...answers, [node, undefined]]);
  return [...branches, ...answersBelow(node.parent, passedOver, candidatesOf)];
}

/** Candidates of a state for an event, the exact name before `A.*` and `*`, as XState sorts them. */
export function eventCandidates(node: ChartNode, event: string): readonly Transition[] {
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
  for (const target of taken.flatMap((transition) => transition.targets)) {
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
