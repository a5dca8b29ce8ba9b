import type { Json, JsonObject } from '@zhinan/model';
import { pointerOf } from '../../../1-load/pointer.ts';
import type { MachineUnderCheck } from '../subject.ts';
import type { ChartNode, LostTarget, NodeKind, Statechart, Transition, Trigger } from './node.ts';
import { isJsonObject, listed, objectOr } from './json.ts';
import { resolveTarget } from './targets.ts';

type Growing = { -readonly [K in keyof ChartNode]: ChartNode[K] } & {
  children: Growing[];
  transitions: Transition[];
};

/**
 * Reads an XState 5 config into a tree with resolved targets. Never throws: what cannot be read is left out,
 * and a target that leads nowhere is listed in `lost`.
 */
export function buildStatechart(machine: MachineUnderCheck): Statechart {
  const nodes: Growing[] = [];
  const rootId = typeof machine.config['id'] === 'string' ? machine.config['id'] : machine.id;
  const root = grow(machine.config, { key: rootId, rootId, path: [], pointer: '', parent: undefined, nodes });
  const lost: LostTarget[] = [];
  for (const node of nodes) node.transitions.push(...transitionsOf(node, nodes, lost));
  return { root, nodes, transitions: nodes.flatMap((node) => node.transitions), lost };
}

interface Soil {
  readonly key: string;
  readonly rootId: string;
  readonly path: readonly string[];
  readonly pointer: string;
  readonly parent: Growing | undefined;
  readonly nodes: Growing[];
}

function grow(config: JsonObject, soil: Soil): Growing {
  const { key, rootId, path, pointer, parent, nodes } = soil;
  const node: Growing = {
    key,
    id: typeof config['id'] === 'string' ? config['id'] : [rootId, ...path].join('.'),
    path,
    pointer,
    kind: kindOf(config),
    parent,
    children: [],
    initial: undefined,
    config,
    meta: objectOr(config['meta']),
    transitions: [],
    order: nodes.length,
  };
  nodes.push(node);
  for (const [childKey, child] of Object.entries(objectOr(config['states']))) {
    if (!isJsonObject(child)) continue;
    const childPointer = `${pointer}${pointerOf(['states', childKey])}`;
    node.children.push(
      grow(child, {
        key: childKey,
        rootId,
        path: [...path, childKey],
        pointer: childPointer,
        parent: node,
        nodes,
      }),
    );
  }
  const initial = isJsonObject(config['initial']) ? config['initial']['target'] : config['initial'];
  node.initial = node.children.find((child) => child.key === initial);
  return node;
}

function kindOf(config: JsonObject): NodeKind {
  const type = config['type'];
  if (type === 'parallel' || type === 'final' || type === 'history') return type;
  return Object.keys(objectOr(config['states'])).length > 0 ? 'compound' : 'atomic';
}

function transitionsOf(node: Growing, nodes: readonly ChartNode[], lost: LostTarget[]): Transition[] {
  const { config, pointer } = node;
  const groups: { trigger: Trigger; value: Json | undefined; at: string }[] = [
    { trigger: { type: 'always' }, value: config['always'], at: `${pointer}/always` },
    { trigger: { type: 'done' }, value: config['onDone'], at: `${pointer}/onDone` },
  ];
  for (const [name, value] of Object.entries(objectOr(config['on']))) {
    groups.push({ trigger: { type: 'event', name }, value, at: `${pointer}${pointerOf(['on', name])}` });
  }
  for (const [name, value] of Object.entries(objectOr(config['after']))) {
    groups.push({ trigger: { type: 'after', name }, value, at: `${pointer}${pointerOf(['after', name])}` });
  }
  return groups.flatMap(({ trigger, value, at }) =>
    listed(value).map((candidate, index): Transition => {
      const own = Array.isArray(value) ? `${at}/${index}` : at;
      const written = isJsonObject(candidate) ? candidate : { target: candidate };
      const targets = listed(written['target']).flatMap((text, place) => {
        if (typeof text !== 'string') return [];
        const target = resolveTarget(node, text, nodes);
        if (target) return [target];
        const base = isJsonObject(candidate) ? `${own}/target` : own;
        lost.push({
          source: node,
          text,
          pointer: Array.isArray(written['target']) ? `${base}/${place}` : base,
        });
        return [];
      });
      return {
        source: node,
        trigger,
        groupPointer: at,
        pointer: own,
        index,
        targets,
        guard: written['guard'],
        actions: written['actions'],
        reenter: written['reenter'] === true,
        meta: objectOr(written['meta']),
      };
    }),
  );
}
