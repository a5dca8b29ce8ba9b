import { available } from '@zhinan/engine';
import type { Diagnostic, ScenarioStep, Way } from '@zhinan/model';
import type { Guideline, ResolvedProgram } from '../2-resolve/guideline.ts';
import { workflowSubjects } from '../3-check/workflows-are-sound.ts';
import type { Stop } from '../3-check/workflow/statechart/explore.ts';
import type { ChartNode } from '../3-check/workflow/statechart/node.ts';
import { type MachineView, viewOf } from '../3-check/workflow/view.ts';
import { Compass, type Goal } from './compass.ts';
import { search, stepsOf, type Found } from './search.ts';
import { stageOf, type Stage } from './stage.ts';

const HOUR = 3_600_000;
/** Where no instant of the guideline says when things begin: a Monday morning inside the calendar. */
const SOME_DAY = Date.parse('2025-01-06T10:00:00+08:00');
/** How long before the first instant a play begins: a day, else so long that public notices fit. */
const LEADS: readonly number[] = [24, 30 * 24, 120 * 24];

const ANOTHER: NonNullable<Way['cases']> = { 'case:2': {} };

/**
 * Adds to findings about a place inside a machine the shortest way on which its procedure comes there. Each way was
 * played through the kernel, with answers that the forms accept and with what other machines send, and says whether it
 * arrives; one that does not says where it stopped, and why. A place that nothing leads to has none.
 */
export async function withWays(
  findings: readonly Diagnostic[],
  guideline: Guideline,
): Promise<readonly Diagnostic[]> {
  const found = new Map<Diagnostic, Diagnostic>();
  for (const program of Object.values(guideline.programs)) {
    const files = new Set([...program.source.machines.values()].map(({ path }) => path));
    const own = findings.filter((finding) => !found.has(finding) && files.has(finding.place.file));
    if (own.length === 0) continue;
    const views = workflowSubjects(guideline, program).map(viewOf);
    let stage: Stage | undefined | 'unasked' = 'unasked';
    for (const finding of own) {
      const goal = goalOf(finding, views);
      if (!goal) continue;
      if (stage === 'unasked') stage = await stageOf(guideline, program.id);
      found.set(finding, withWay(finding, goal, { views, stage, program, guideline }));
    }
  }
  return findings.map((finding) => found.get(finding) ?? finding);
}

interface Setting {
  readonly views: readonly MachineView[];
  readonly stage: Stage | undefined;
  readonly program: ResolvedProgram;
  readonly guideline: Guideline;
}

/** The resting places a finding is about: the one it names by its path, else all where its state is active. */
function goalOf({ code, place, params }: Diagnostic, views: readonly MachineView[]): Goal | undefined {
  const { path, batchAt, memberAt, noted } = params;
  // A case is left behind whether it was on the list or not; a batch waits only for one that is.
  const waitsForMember = code !== 'workflow/member-left-waiting';
  if (Array.isArray(batchAt) && Array.isArray(memberAt))
    return jointGoal(
      views,
      batchAt,
      memberAt,
      waitsForMember && typeof noted === 'string' && noted ? noted : undefined,
    );
  for (const view of views) {
    const state = innermost(view, place.file, place.pointer);
    if (!state) continue;
    const { stops } = view.exploration;
    const meant = Array.isArray(path)
      ? stops.filter((stop) => stop.path.join('\n') === path.join('\n')).slice(0, 1)
      : stops.filter(({ config }) => config.active.has(state));
    if (meant.length > 0) return { view, stops: new Set(meant) };
  }
  return undefined;
}

/** A batch and a case that stand at these leaves together. */
function jointGoal(
  views: readonly MachineView[],
  batchAt: readonly string[],
  memberAt: readonly string[],
  status: string | undefined,
): Goal | undefined {
  const standing = (kind: string, leaves: readonly string[]): Goal | undefined => {
    const view = views.find(({ machine }) => machine.kind === kind);
    const key = leaves.join(' | ');
    const stops = view?.exploration.stops.filter(({ config }) => config.key === key) ?? [];
    return view && { view, stops: new Set(stops) };
  };
  const [batch, member] = [standing('batch', batchAt), standing('case', memberAt)];
  return batch && member && { ...member, with: { view: batch.view, stops: batch.stops, status } };
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

function withWay(finding: Diagnostic, goal: Goal, { stage, views, program, guideline }: Setting): Diagnostic {
  if (!goal.with && goal.stops.has(firstOf(goal.view))) return finding;
  if (!stage) {
    const way = {
      program: program.id,
      steps: [],
      replays: false,
      stopped: { because: 'machine', notes: [] },
    } as const;
    return { ...finding, way };
  }
  const compass = new Compass(views, goal);
  let best: Found | undefined;
  let cases: Way['cases'];
  // What a batch does may depend on other members: where the case alone does not show it, a second one takes part.
  for (const others of goal.with ? [undefined, ANOTHER] : [undefined]) {
    for (const start of startsOf(guideline)) {
      const found = search(stage, compass, { start, ...(others ? { others } : {}) });
      if (!best || found.arrives || found.play.left < best.play.left) best = found;
      if (!found.arrives) continue;
      cases = others;
      break;
    }
    if (best?.arrives) break;
  }
  const steps = best ? stepsOf(best.play) : [];
  if (best?.arrives) {
    if (steps.length === 0) return finding;
    const named = Array.isArray(finding.params['path']) ? { path: steps.map(labelOf) } : {};
    return {
      ...finding,
      params: { ...finding.params, ...named },
      way: { program: program.id, ...(cases ? { cases } : {}), steps, replays: true },
    };
  }
  const stopped = best ? whyStopped(best, compass, goal, stage) : { because: 'machine' as const, notes: [] };
  return { ...finding, way: { program: program.id, steps, replays: false, stopped } };
}

function firstOf({ exploration }: MachineView): Stop {
  const [first] = exploration.stops;
  if (!first) throw new Error('a machine stands somewhere when it begins');
  return first;
}

function startsOf({ file }: Guideline): readonly number[] {
  const begin = Math.min(...Object.values(file.instants).map(({ at }) => Date.parse(at)));
  return Number.isFinite(begin) ? LEADS.map((hours) => begin - hours * HOUR) : [SOME_DAY];
}

const labelOf = (step: ScenarioStep): string => ('advanceTo' in step ? step.advanceTo : step.event);

/** What would have had to come next, and what stood against it. */
function whyStopped(
  { play, cut }: Found,
  compass: Compass,
  { view }: Goal,
  { environment }: Stage,
): NonNullable<Way['stopped']> {
  const { procedure } = play;
  const stop = compass.stopOf(view, procedure);
  const next = stop && compass.next(stop);
  const offered = available(environment, procedure, compass.instance).find(({ event }) => event === next);
  const notes = (offered?.why ?? []).map(({ text }) => text);
  return { because: cut ? 'cut' : 'condition', ...(next === undefined ? {} : { next }), notes };
}
