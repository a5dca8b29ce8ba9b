import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import Elk from 'elkjs/lib/elk.bundled.js';
import type { GraphEdge, GraphNode, MachineGraph } from './graph.ts';

/** Width of a text at 14 px without measuring: Chinese characters are square, others about half as wide. */
function textWidth(text: string): number {
  return [...text].reduce(
    (width, character) => width + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 14 : 8),
    0,
  );
}

const HEIGHT = 36;
const LABEL_HEIGHT = 16;

/** Given to every state with children: ELK does not hand them down. */
const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.randomSeed': '1',
  // Many transitions end in one refusal: they share its line. (Keeping the model's order makes ELK fail on labels.)
  'elk.layered.mergeEdges': 'true',
  'elk.spacing.nodeNode': '28',
  'elk.spacing.edgeLabel': '4',
  'elk.layered.spacing.nodeNodeBetweenLayers': '36',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
};

function elkNode(node: GraphNode): ElkNode & Readonly<Record<string, unknown>> {
  const width = Math.max(64, textWidth(node.title) + 24);
  const leaf = node.children.length === 0;
  return {
    id: node.id,
    labels: [{ text: node.title, width: textWidth(node.title), height: LABEL_HEIGHT }],
    kind: node.kind,
    ...(node.clauses.length > 0 && { clauses: node.clauses }),
    ...(node.initial !== undefined && { initial: node.initial }),
    ...(leaf
      ? { width, height: HEIGHT }
      : {
          children: node.children.map(elkNode),
          layoutOptions: {
            ...options,
            'elk.padding': '[top=36,left=16,bottom=16,right=16]',
            'elk.nodeSize.constraints': 'MINIMUM_SIZE',
            'elk.nodeSize.minimum': `(${width}, ${HEIGHT})`,
          },
        }),
  };
}

function elkEdge(edge: GraphEdge): ElkExtendedEdge & Readonly<Record<string, unknown>> {
  const { id, source, target, label, trigger, event } = edge;
  return {
    id,
    sources: [source],
    targets: [target],
    trigger,
    ...(event !== '' && { event }),
    ...(label !== '' && {
      labels: [{ text: label, width: textWidth(label) + 4, height: LABEL_HEIGHT }],
    }),
  };
}

/** What ELK adds for itself and nobody draws; coordinates are rounded so that no machine's arithmetic shows. */
function clean(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 10) / 10;
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key]) => !key.startsWith('$') && !['layoutOptions', 'incomingShape', 'outgoingShape'].includes(key),
      )
      .map(([key, item]) => [key, clean(item)]),
  );
}

function graphOf({ root, edges }: MachineGraph): ElkNode {
  const node = elkNode(root);
  return { ...node, edges: edges.map(elkEdge), layoutOptions: { ...node.layoutOptions, ...options } };
}

/** An ELK graph with coordinates, ready for SVG: nested nodes, routed edges, placed labels. */
export async function layout(graph: MachineGraph): Promise<unknown> {
  return clean(await new Elk.default().layout(graphOf(graph)));
}
