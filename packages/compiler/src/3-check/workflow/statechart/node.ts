import type { Json, JsonObject } from '@zhinan/model';

export type NodeKind = 'atomic' | 'compound' | 'parallel' | 'final' | 'history';

/** What makes a transition fire: an event, a timer, a condition alone, or the completion of the state's parts. */
export type Trigger =
  | { readonly type: 'event'; readonly name: string }
  | { readonly type: 'after'; readonly name: string }
  | { readonly type: 'always' }
  | { readonly type: 'done' };

/** A state of the machine under check, as a tree; only `buildStatechart` makes them. */
export interface ChartNode {
  readonly key: string;
  /** XState's id: the given one, or machine id and path joined by dots. */
  readonly id: string;
  /** Keys from the root, the root itself left out. */
  readonly path: readonly string[];
  /** RFC 6901, into the machine file. */
  readonly pointer: string;
  readonly kind: NodeKind;
  readonly parent: ChartNode | undefined;
  readonly children: readonly ChartNode[];
  /** Child entered by default; absent when not given or not a child. */
  readonly initial: ChartNode | undefined;
  readonly config: JsonObject;
  readonly meta: JsonObject;
  readonly transitions: readonly Transition[];
  /** Position in document order. */
  readonly order: number;
}

/** One candidate of one trigger, targets resolved. */
export interface Transition {
  readonly source: ChartNode;
  readonly trigger: Trigger;
  /** Pointer of the trigger's whole value (the array, if it is one). */
  readonly groupPointer: string;
  readonly pointer: string;
  /** Place among the candidates of the same trigger. */
  readonly index: number;
  readonly targets: readonly ChartNode[];
  readonly guard: Json | undefined;
  readonly actions: Json | undefined;
  readonly reenter: boolean;
  readonly meta: JsonObject;
}

/** A target that leads nowhere. */
export interface LostTarget {
  readonly source: ChartNode;
  readonly text: string;
  readonly pointer: string;
}

export interface Statechart {
  readonly root: ChartNode;
  /** All states in document order, the root first. */
  readonly nodes: readonly ChartNode[];
  readonly transitions: readonly Transition[];
  readonly lost: readonly LostTarget[];
}

/** Ancestors from the nearest outwards, without the state itself. */
export function* ancestors(node: ChartNode): Generator<ChartNode> {
  for (let at = node.parent; at; at = at.parent) yield at;
}

/** The state and its ancestors, nearest first. */
export function* lineage(node: ChartNode): Generator<ChartNode> {
  yield node;
  yield* ancestors(node);
}

export function isWithin(node: ChartNode, ancestor: ChartNode): boolean {
  for (const at of ancestors(node)) if (at === ancestor) return true;
  return false;
}

/** Dotted path as scenarios and logs write it; the root is the machine's id. */
export function pathOf(node: ChartNode): string {
  return node.path.length === 0 ? node.id : node.path.join('.');
}

/** The title officers know the state by, or its path. */
export function titleOf(node: ChartNode): string {
  return typeof node.meta['title'] === 'string' ? node.meta['title'] : pathOf(node);
}
