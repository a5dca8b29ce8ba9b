import { expect, test } from 'vitest';
import { withExits } from './exits.ts';
import type { GraphEdge, GraphNode } from './graph.ts';

const node = (id: string, kind: GraphNode['kind'] = 'atomic'): GraphNode => ({
  id,
  title: id,
  clauses: [],
  kind,
  children: [],
});
const edge = (source: string, target: string): GraphEdge => ({
  id: source + target,
  source,
  target,
  label: '',
  trigger: 'on',
  event: 'X',
});
const root: GraphNode = {
  ...node('case', 'compound'),
  children: [node('a'), node('b'), node('c'), node('refused', 'final'), node('done', 'final')],
};

test('an end that three states lead to is drawn beside each, and stays itself', () => {
  const edges = [
    edge('a', 'b'),
    edge('a', 'refused'),
    edge('b', 'refused'),
    edge('c', 'refused'),
    edge('c', 'done'),
  ];
  const drawn = withExits({ root, edges });
  expect(drawn.root.children.map(({ id }) => id)).toEqual([
    'a',
    'a → refused',
    'b',
    'b → refused',
    'c',
    'c → refused',
    'refused',
    'done',
  ]);
  expect(drawn.edges.map(({ target }) => target)).toEqual([
    'b',
    'a → refused',
    'b → refused',
    'c → refused',
    'done',
  ]);
});

test('an end that few states lead to keeps its lines', () => {
  const edges = [edge('a', 'refused'), edge('b', 'refused')];
  expect(withExits({ root, edges })).toEqual({ root, edges });
});

test('what holds in every state is no line', () => {
  expect(withExits({ root, edges: [edge('case', 'refused'), edge('a', 'b')] }).edges).toEqual([
    edge('a', 'b'),
  ]);
});
