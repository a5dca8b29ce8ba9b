import type { GraphEdge, GraphNode, MachineGraph } from './graph.ts';

/** An end that this many states lead to would pull long lines through the whole picture. */
const MANY = 3;

/**
 * Redraws the ends that many states lead to (refused, expired, withdrawn) as a small copy beside each of them, so that
 * the way through the procedure runs straight. The end itself stays in the picture, without lines, to show when it is
 * reached. What holds in every state leaves the outermost node and is not drawn as a line: it would start everywhere.
 */
export function withExits({ root, edges }: MachineGraph): MachineGraph {
  const ends = new Set(root.children.filter(({ kind }) => kind === 'final').map(({ id }) => id));
  const common = [...ends].filter((end) => new Set(sourcesOf(edges, end)).size >= MANY);
  const local = edges.filter(({ source }) => source !== root.id);
  const exitOf = ({ source, target }: GraphEdge) =>
    common.includes(target) ? `${source} → ${target}` : target;
  const exits = new Map<string, { readonly beside: string; readonly end: string }>();
  for (const edge of local) {
    if (exitOf(edge) !== edge.target) exits.set(exitOf(edge), { beside: edge.source, end: edge.target });
  }
  const titles = new Map(root.children.map(({ id, title }) => [id, title]));
  const addTo = (node: GraphNode): GraphNode => ({
    ...node,
    children: node.children.flatMap((child) => [
      addTo(child),
      ...[...exits]
        .filter(([, { beside }]) => beside === child.id)
        .map(([id, { end }]): GraphNode => ({
          id,
          title: titles.get(end) ?? end,
          clauses: [],
          kind: 'final',
          children: [],
        })),
    ]),
  });
  return { root: addTo(root), edges: local.map((edge) => ({ ...edge, target: exitOf(edge) })) };
}

function sourcesOf(edges: readonly GraphEdge[], target: string): readonly string[] {
  return edges.filter((edge) => edge.target === target).map(({ source }) => source);
}
