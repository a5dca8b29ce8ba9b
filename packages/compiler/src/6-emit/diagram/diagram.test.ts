import { describe, expect, test } from 'vitest';
import { craftContract } from '../../testing/craft-contract.ts';
import { machineGraph, type GraphNode } from './graph.ts';
import { diagramEmitter } from './index.ts';

const program = craftContract.programs['talent'];
const machine = program?.machines['case'];
if (!program || !machine) throw new Error('fixture has no machine');

interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly children?: readonly Placed[];
  readonly edges?: readonly { readonly id: string; readonly sections?: readonly unknown[] }[];
}

const flat = (node: GraphNode): readonly string[] => [node.id, ...node.children.flatMap(flat)];

async function drawn(): Promise<{ readonly text: string; readonly root: Placed }> {
  const tree = await diagramEmitter({ contract: craftContract, program: program ?? never() });
  const text = tree['talent/diagram-case.json'] ?? '';
  return { text, root: JSON.parse(text) as Placed };
}

function never(): never {
  throw new Error('fixture has no programme');
}

describe('diagram', () => {
  test('every transition with a target is an edge between states that exist', () => {
    const { root, edges } = machineGraph(machine);
    const ids = flat(root);
    expect(edges.flatMap(({ source, target }) => [source, target]).filter((id) => !ids.includes(id))).toEqual(
      [],
    );
    expect(edges).toContainEqual(
      expect.objectContaining({
        source: 'review.checking',
        target: 'draft',
        label: '退回修改',
        event: 'RETURN',
      }),
    );
    expect(edges).toContainEqual(
      expect.objectContaining({
        source: 'draft',
        target: 'expired',
        label: '个人申报截止',
        trigger: 'after',
      }),
    );
    expect(edges).toHaveLength(10);
  });

  test('children lie inside their parent and do not overlap', async () => {
    const { root } = await drawn();
    const visit = (node: Placed): void => {
      const children = node.children ?? [];
      for (const child of children) {
        expect(child.x).toBeGreaterThanOrEqual(0);
        expect(child.x + child.width).toBeLessThanOrEqual(node.width);
        expect(child.y + child.height).toBeLessThanOrEqual(node.height);
        for (const other of children) {
          if (other === child) continue;
          const apart =
            child.x + child.width <= other.x ||
            other.x + other.width <= child.x ||
            child.y + child.height <= other.y ||
            other.y + other.height <= child.y;
          expect(apart, `${child.id} and ${other.id}`).toBe(true);
        }
        visit(child);
      }
    };
    visit(root);
    expect(root.children?.map(({ id }) => id)).toContain('decision');
  });

  test('every edge is routed, and the same machine gives the same bytes', async () => {
    const [one, other] = [await drawn(), await drawn()];
    expect(one.text).toBe(other.text);
    const edges = (node: Placed): readonly { readonly sections?: readonly unknown[] }[] => [
      ...(node.edges ?? []),
      ...(node.children ?? []).flatMap(edges),
    ];
    expect(edges(one.root)).toHaveLength(10);
    for (const edge of edges(one.root)) expect(edge.sections?.length).toBeGreaterThan(0);
    expect(one.text).not.toMatch(/"\$/);
  });
});
