import { type ChartNode, isWithin, lineage } from './node.ts';

/** All states active together, ancestors included, in document order. */
export interface Configuration {
  readonly active: ReadonlySet<ChartNode>;
  /** Active states without active children. */
  readonly leaves: readonly ChartNode[];
  /** Leaf paths joined: two configurations are the same when their keys are. */
  readonly key: string;
}

/** Closes a set of states downwards and upwards: default children, all parts of a parallel state, ancestors. */
export function configuration(states: Iterable<ChartNode>): Configuration {
  const active = new Set<ChartNode>();
  const add = (node: ChartNode): void => {
    for (const at of lineage(node)) active.add(at);
  };
  for (const state of states) add(state);
  // A set grows while it is walked, so children added here are visited too.
  for (const node of active) {
    if (node.kind === 'parallel') for (const child of realChildren(node)) active.add(child);
    else if (node.kind === 'compound' && !node.children.some((child) => active.has(child))) {
      const entered = node.initial;
      if (entered) active.add(entered);
    }
  }
  const leaves = [...active]
    .filter((node) => !node.children.some((child) => active.has(child)))
    .sort((a, b) => a.order - b.order);
  return { active, leaves, key: leaves.map((leaf) => leaf.path.join('.')).join(' | ') };
}

function realChildren(node: ChartNode): ChartNode[] {
  return node.children.filter((child) => child.kind !== 'history');
}

/** A compound state is complete in a final child, a parallel one when all its parts are (SCXML `isInFinalState`). */
export function isComplete(node: ChartNode, active: ReadonlySet<ChartNode>): boolean {
  if (node.kind === 'compound')
    return node.children.some((child) => child.kind === 'final' && active.has(child));
  if (node.kind === 'parallel') return realChildren(node).every((child) => isComplete(child, active));
  return node.kind === 'final' && active.has(node);
}

/** The procedure is over: the root is complete. */
export function isOver(config: Configuration): boolean {
  for (const node of config.active) if (!node.parent) return isComplete(node, config.active);
  return false;
}

/**
 * States that may be entered through a history state. Which one was left last is not tracked:
 * every child (or, for deep history, every leaf) and the default may come back.
 */
export function historyTargets(history: ChartNode): ChartNode[] {
  const parent = history.parent;
  if (!parent) return [];
  const candidates = history.config['history'] === 'deep' ? leavesUnder(parent) : parent.children;
  const returned = candidates.filter((node) => node.kind !== 'history' && node.kind !== 'final');
  return returned.length > 0 ? returned : [parent];
}

function leavesUnder(node: ChartNode): ChartNode[] {
  return node.children.length === 0 ? [node] : node.children.flatMap(leavesUnder);
}

/** Smallest state around all of them: what SCXML calls the transition's domain when it leaves its source. */
export function commonAncestor(nodes: readonly ChartNode[]): ChartNode | undefined {
  const [head, ...rest] = nodes;
  if (!head) return undefined;
  for (let at = head.parent; at; at = at.parent) {
    const around = at;
    if (rest.every((node) => isWithin(node, around))) return at;
  }
  return undefined;
}
