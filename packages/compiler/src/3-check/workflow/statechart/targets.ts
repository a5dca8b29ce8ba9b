import type { ChartNode } from './node.ts';

/**
 * Resolves a transition target by XState 5's rules: `#id`, `#id.path`, `.child`, `sibling.path`.
 * Done here because XState itself throws on the first wrong one and names neither file nor place.
 */
export function resolveTarget(
  source: ChartNode,
  text: string,
  nodes: readonly ChartNode[],
): ChartNode | undefined {
  if (text.startsWith('#')) return byId(text.slice(1), nodes);
  if (text.startsWith('.')) return descend(source, text.slice(1).split('.'));
  return source.parent && descend(source.parent, text.split('.'));
}

/** Names that could stand as a target of `source`, for suggestions. */
export function possibleTargets(source: ChartNode, nodes: readonly ChartNode[]): string[] {
  const siblings = source.parent?.children.map((node) => node.key) ?? [];
  const children = source.children.map((node) => `.${node.key}`);
  const anywhere = nodes.filter((node) => node.parent).map((node) => `#${node.id}`);
  return [...siblings, ...children, ...anywhere];
}

/** Only the part before the first dot is an id; the rest is a path below it. */
function byId(text: string, nodes: readonly ChartNode[]): ChartNode | undefined {
  const [id, ...path] = text.split('.');
  const node = nodes.find((candidate) => candidate.id === id);
  return node && descend(node, path);
}

function descend(from: ChartNode, path: readonly string[]): ChartNode | undefined {
  let at: ChartNode | undefined = from;
  for (const key of path) at = at?.children.find((child) => child.key === key);
  return at;
}
