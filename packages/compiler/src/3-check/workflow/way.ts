import { dueOf, formatInstant, type Environment } from '@zhinan/engine';
import type { Diagnostic, ScenarioStep } from '@zhinan/model';
import { actorsOf } from './every-event-has-an-actor.ts';
import type { Edge, Stop } from './statechart/explore.ts';
import type { ChartNode } from './statechart/node.ts';
import { spanOf } from './time/bounds.ts';
import type { MachineView } from './view.ts';

const HOUR = 3_600_000;
/** Where no instant of the guideline says when things begin: a Monday morning inside the calendar. */
const SOME_DAY = Date.parse('2025-01-06T10:00:00+08:00');

/**
 * Adds to findings about a place inside a machine the shortest way on which a case comes there, as steps that the
 * playground replays. A place that nothing leads to has none; a way ends before a message that another machine sends.
 */
export function withWays(findings: readonly Diagnostic[], view: MachineView): readonly Diagnostic[] {
  return findings.map((finding) => {
    const stop = finding.way ? undefined : stopOf(finding, view);
    const steps = stop ? stepsTo(stop, view) : [];
    return steps.length === 0 ? finding : { ...finding, way: { program: view.program.id, steps } };
  });
}

/** The resting place a finding is about: the one it names by its path, else the first where its state is active. */
function stopOf({ place, params }: Diagnostic, view: MachineView): Stop | undefined {
  const { stops } = view.exploration;
  const { path } = params;
  if (Array.isArray(path)) return stops.find((stop) => stop.path.join('\n') === path.join('\n'));
  const state = innermost(view, place.file, place.pointer);
  return state && stops.find(({ config }) => config.active.has(state));
}

/** The innermost state around a place. Several states that one block brings stand at one place: the first of them. */
function innermost({ chart, keyPlace }: MachineView, file: string, pointer: string): ChartNode | undefined {
  let found: { readonly node: ChartNode; readonly depth: number } | undefined;
  for (const node of chart.nodes) {
    const place = keyPlace(node.pointer);
    const inside = pointer === place.pointer || pointer.startsWith(`${place.pointer}/`);
    if (place.file !== file || !inside || node.parent === undefined) continue;
    if (found === undefined || place.pointer.length > found.depth)
      found = { node, depth: place.pointer.length };
  }
  return found?.node;
}

function stepsTo(stop: Stop, view: MachineView): readonly ScenarioStep[] {
  const edges: { readonly from: Stop; readonly edge: Edge }[] = [];
  for (let at = stop; at.cause; at = at.cause.from) edges.unshift(at.cause);
  const begin = Math.min(...Object.values(view.guideline.instants).map(({ at }) => Date.parse(at)));
  let now = Number.isFinite(begin) ? begin - 24 * HOUR : SOME_DAY;
  const entered = new Map<ChartNode, number>(
    [...(edges[0]?.from ?? stop).config.active].map((node) => [node, now]),
  );
  const steps: ScenarioStep[] = [];
  for (const { edge } of edges) {
    const step = stepOf(edge, view, now, entered);
    if (step === undefined) break;
    steps.push(step);
    now = Date.parse('advanceTo' in step ? step.advanceTo : step.at);
    for (const node of edge.to.config.active) if (!entered.has(node)) entered.set(node, now);
    for (const node of entered.keys()) if (!edge.to.config.active.has(node)) entered.delete(node);
  }
  return steps;
}

/** One event or wait as a step; undefined for a message, which no person can send, and for a wait without an end. */
function stepOf(
  edge: Edge,
  view: MachineView,
  now: number,
  entered: ReadonlyMap<ChartNode, number>,
): ScenarioStep | undefined {
  const [first] = edge.answer;
  if (first === undefined) return undefined;
  const { machine } = view;
  const where = machine.kind === 'case' ? {} : { instance: instanceOf(view) };
  if (first.trigger.type === 'after') {
    const delay = machine.delays[first.trigger.name];
    // A delay looks up instants and readings only.
    const environment = { contract: view.guideline } as unknown as Environment;
    const since = formatInstant(entered.get(first.source) ?? now);
    const due = delay && dueOf(delay, since, { forms: {}, values: {}, lists: {}, members: {} }, environment);
    if (due === undefined || 'why' in due) return undefined;
    return { advanceTo: formatInstant(Math.max(now, Date.parse(due.at))), ...where };
  }
  const role = actorsOf(first, view.program.rules)[0];
  if (first.trigger.type !== 'event' || typeof first.meta['from'] === 'string' || role === undefined)
    return undefined;
  const from = spanOf(edge, view).from.at;
  const reason = first.meta['reason'] === 'required' ? { reason: '检查流程时的一步' } : {};
  const at = formatInstant(Math.max(now + HOUR, Number.isFinite(from) ? from : now));
  return { at, as: role, event: first.trigger.name, ...where, ...reason };
}

function instanceOf({ machine }: MachineView): string {
  return machine.kind === 'entitlement' || machine.kind === 'amendment' ? `case/${machine.id}` : machine.kind;
}
