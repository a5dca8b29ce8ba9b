import type { JsonObject, MachineContract, StateMeta } from '@zhinan/model';
import { statesOf, transitionsOf, type Transition, type Trigger } from '../machines/walk-config.ts';

/** A state (or the machine itself) with its size; `id` is the dotted state path, the machine's id for the root. */
export interface GraphNode {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly kind: 'atomic' | 'compound' | 'parallel' | 'final';
  readonly initial?: string;
  readonly children: readonly GraphNode[];
}

/** One transition; `wait` names a delay, the others an event or a condition. */
export interface GraphEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly label: string;
  readonly trigger: Trigger;
  readonly event: string;
}

export interface MachineGraph {
  readonly root: GraphNode;
  readonly edges: readonly GraphEdge[];
}

const metaOf = (node: JsonObject): Partial<StateMeta> => (node['meta'] ?? {}) as Partial<StateMeta>;

/** How a target is named when it does not stand in the text: relative to the state, its siblings, or by `#id`. */
function targetPath(target: string, source: readonly string[], machine: string): string {
  if (target.startsWith('#')) {
    const [id = '', ...rest] = target.slice(1).split('.');
    // Our profile has no ids but the machine's own, so the rest is a path from the root.
    return id === machine ? rest.join('.') || machine : [id, ...rest].join('.');
  }
  if (target.startsWith('.')) return [...source, target.slice(1)].join('.');
  return [...source.slice(0, -1), target].join('.');
}

function kindOf(node: JsonObject): GraphNode['kind'] {
  if (node['type'] === 'parallel') return 'parallel';
  if (node['type'] === 'final') return 'final';
  return statesOf(node).length > 0 ? 'compound' : 'atomic';
}

function labelOf(transition: Transition, trigger: Trigger, machine: MachineContract): string {
  if (transition.meta?.title !== undefined) return transition.meta.title;
  if (trigger === 'after') return machine.delays[transition.event]?.title ?? transition.event;
  return trigger === 'on' ? transition.event : '';
}

/** The states and transitions of a machine as a graph. A transition without target moves nothing and is left out. */
export function machineGraph(machine: MachineContract): MachineGraph {
  const rootId = String(machine.config['id'] ?? machine.id);
  const edges: GraphEdge[] = [];
  const visit = (node: JsonObject, path: readonly string[]): GraphNode => {
    const id = path.join('.') || rootId;
    for (const trigger of ['on', 'after', 'always', 'onDone'] as const) {
      for (const each of transitionsOf(node, trigger)) {
        if (each.target === undefined) continue;
        const target = targetPath(each.target, path, rootId);
        edges.push({
          id: `e${edges.length}`,
          source: id,
          target,
          label: labelOf(each, trigger, machine),
          trigger,
          event: each.event,
        });
      }
    }
    const meta = metaOf(node);
    const { initial } = node;
    return {
      id,
      title: path.length === 0 ? machine.title : (meta.title ?? path.at(-1) ?? id),
      clauses: [meta.clause ?? []].flat(),
      kind: kindOf(node),
      ...(typeof initial === 'string' && { initial: [...path, initial].join('.') }),
      children: statesOf(node).map(([key, child]) => visit(child, [...path, key])),
    };
  };
  return { root: visit(machine.config, []), edges };
}
