import type { JsonObject } from '@zhinan/model';
import type { Edge, Stop } from './explore.ts';
import { isJsonObject, listed, objectOr } from './json.ts';
import type { ChartNode, Transition } from './node.ts';

export interface WrittenAction {
  readonly type: string;
  readonly params: JsonObject;
}

/** Actions that an event or wait brings about: of the ways taken, of what is left and of what is entered. */
export function actionsOf(from: Stop, edge: Edge): readonly WrittenAction[] {
  const read = known.get(edge);
  if (read) return read;
  const { answer, follow, to } = edge;
  const taken = [...answer, ...follow].flatMap(({ actions }) => listed(actions).map(written));
  const all = [...taken, ...passed(from, follow, to)];
  known.set(edge, all);
  return all;
}

/** An edge belongs to one stop, and the same edges are walked from thousands of joint situations. */
const known = new WeakMap<Edge, readonly WrittenAction[]>();

function passed(from: Stop, follow: readonly Transition[], to: Stop): readonly WrittenAction[] {
  const before = from.config.active;
  const after = to.config.active;
  const left = [...before].filter((node) => !after.has(node));
  const through = follow.map(({ source }) => source).filter((node) => !before.has(node) && !after.has(node));
  const entered = [...after].filter((node) => !before.has(node));
  const of = (nodes: readonly ChartNode[], key: string) =>
    nodes.flatMap(({ config }) => listed(config[key]).map(written));
  return [...of(left, 'exit'), ...of(through, 'entry'), ...of(through, 'exit'), ...of(entered, 'entry')];
}

function written(action: unknown): WrittenAction {
  if (typeof action === 'string') return { type: action, params: {} };
  const { type, params } = isJsonObject(action as JsonObject) ? (action as JsonObject) : {};
  return { type: typeof type === 'string' ? type : '', params: objectOr(params) };
}
