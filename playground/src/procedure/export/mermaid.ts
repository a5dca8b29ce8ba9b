import type { Diagram, DiagramEdge } from '../diagram.ts';

/** Mermaid takes no punctuation in the name of a state. */
function nameOf(id: string): string {
  return `s_${id.replaceAll(/[^\w一-鿿]/g, '_')}`;
}

function textOf(text: string): string {
  return text.replaceAll(/[\n;:#"]/g, ' ').trim();
}

/** The machine as a Mermaid `stateDiagram-v2`, for documents and issue trackers. */
export function toMermaid(root: Diagram): string {
  const lines = ['stateDiagram-v2', ...inside(root, '  ')];
  return `${lines.join('\n')}\n`;
}

function inside(node: Diagram, indent: string): readonly string[] {
  const children = node.children ?? [];
  const lines = children.flatMap((child) => state(child, indent));
  if (node.initial !== undefined && node.kind !== 'parallel')
    lines.push(`${indent}[*] --> ${nameOf(node.initial)}`);
  for (const child of children)
    if (child.kind === 'final') lines.push(`${indent}${nameOf(child.id)} --> [*]`);
  for (const edge of node.edges ?? []) lines.push(...arrow(edge, indent));
  return lines;
}

function state(node: Diagram, indent: string): string[] {
  const title = textOf(node.labels?.[0]?.text ?? node.id);
  const name = `${indent}state "${title}" as ${nameOf(node.id)}`;
  const children = node.children ?? [];
  if (children.length === 0) return [name];
  if (node.kind !== 'parallel') return [`${name} {`, ...inside(node, `${indent}  `), `${indent}}`];
  const regions = children.flatMap((child, index) => [
    ...(index === 0 ? [] : [`${indent}  --`]),
    ...state(child, `${indent}  `),
  ]);
  const edges = (node.edges ?? []).flatMap((edge) => arrow(edge, `${indent}  `));
  return [`${name} {`, ...regions, ...edges, `${indent}}`];
}

function arrow({ sources, targets, labels = [] }: DiagramEdge, indent: string): readonly string[] {
  const [source] = sources;
  const [target] = targets;
  if (source === undefined || target === undefined) return [];
  const text = textOf(labels.map((label) => label.text ?? '').join(' '));
  return [`${indent}${nameOf(source)} --> ${nameOf(target)}${text === '' ? '' : ` : ${text}`}`];
}
