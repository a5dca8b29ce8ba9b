interface Point {
  readonly x: number;
  readonly y: number;
}

export interface DiagramLabel {
  readonly text?: string;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
}

export interface DiagramEdge {
  readonly id: string;
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  /** What sets it off: an event, a wait, a condition, the end of a state. */
  readonly trigger?: 'on' | 'after' | 'always' | 'onDone';
  /** Node whose corner the coordinates count from. */
  readonly container?: string;
  readonly sections?: readonly {
    readonly startPoint: Point;
    readonly endPoint: Point;
    readonly bendPoints?: readonly Point[];
  }[];
  readonly labels?: readonly DiagramLabel[];
}

/** A machine laid out by the generator: an ELK graph with coordinates, node ids are state paths. */
export interface Diagram {
  readonly id: string;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly labels?: readonly DiagramLabel[];
  readonly kind?: 'atomic' | 'compound' | 'parallel' | 'final';
  /** Child entered first. */
  readonly initial?: string;
  readonly children?: readonly Diagram[];
  readonly edges?: readonly DiagramEdge[];
}

export interface PlacedNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly kind: 'atomic' | 'compound' | 'parallel' | 'final';
  /** Entered first by the state around it. */
  readonly initial: boolean;
}

export interface PlacedEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly trigger: 'on' | 'after' | 'always' | 'onDone';
  /** SVG path data. */
  readonly path: string;
  readonly labels: readonly (Point & { readonly text: string })[];
}

export interface PlacedDiagram {
  readonly width: number;
  readonly height: number;
  /** Outer nodes come first, so that inner ones are drawn over them. */
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

const CORNER = 6;

/** A polyline with rounded corners. */
function roundedPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  let path = `M${first.x} ${first.y}`;
  let before = first;
  rest.forEach((point, index) => {
    const after = rest[index + 1];
    if (after === undefined) path += `L${point.x} ${point.y}`;
    else {
      const into = towards(point, before);
      const out = towards(point, after);
      path += `L${into.x} ${into.y}Q${point.x} ${point.y} ${out.x} ${out.y}`;
    }
    before = point;
  });
  return path;
}

function towards(from: Point, to: Point): Point {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  const share = distance === 0 ? 0 : Math.min(CORNER, distance / 2) / distance;
  return { x: round(from.x + (to.x - from.x) * share), y: round(from.y + (to.y - from.y) * share) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Adds up the coordinates, which ELK gives relative to the parent, into one plane. */
export function place(root: Diagram): PlacedDiagram {
  const origins = new Map<string, Point>();
  const nodes: PlacedNode[] = [];
  const edges: { readonly edge: DiagramEdge; readonly within: string }[] = [];
  const visit = (node: Diagram, origin: Point, parent: Diagram | undefined): void => {
    const at = { x: origin.x + (node.x ?? 0), y: origin.y + (node.y ?? 0) };
    origins.set(node.id, at);
    if (parent !== undefined) {
      const title = node.labels?.[0]?.text ?? node.id;
      const kind = node.kind ?? (node.children === undefined ? 'atomic' : 'compound');
      const { id, width = 0, height = 0 } = node;
      nodes.push({ id, ...at, width, height, title, kind, initial: parent.initial === id });
    }
    for (const edge of node.edges ?? []) edges.push({ edge, within: node.id });
    for (const child of node.children ?? []) visit(child, at, node);
  };
  visit(root, { x: 0, y: 0 }, undefined);
  return {
    width: root.width ?? 0,
    height: root.height ?? 0,
    nodes,
    edges: edges.map(({ edge, within }) => placeEdge(edge, origins.get(edge.container ?? within))),
  };
}

function placeEdge(edge: DiagramEdge, origin: Point = { x: 0, y: 0 }): PlacedEdge {
  const shift = ({ x, y }: Point): Point => ({ x: round(x + origin.x), y: round(y + origin.y) });
  const paths = (edge.sections ?? []).map(({ startPoint, bendPoints = [], endPoint }) =>
    roundedPath([startPoint, ...bendPoints, endPoint].map(shift)),
  );
  return {
    id: edge.id,
    source: edge.sources[0] ?? '',
    target: edge.targets[0] ?? '',
    trigger: edge.trigger ?? 'on',
    path: paths.join(''),
    labels: (edge.labels ?? []).flatMap(({ text, x = 0, y = 0, height = 12 }) =>
      text ? [{ text, ...shift({ x, y: y + height * 0.8 }) }] : [],
    ),
  };
}
