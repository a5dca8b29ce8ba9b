import type { Edge, Stop } from './explore.ts';

/** Ways on that are part of the procedure itself: leaving it (withdrawal and the like) does not count. */
export function properEdges(stop: Stop): readonly Edge[] {
  return stop.edges.filter((edge) => !edge.escape);
}

/** Stops from which some stop that satisfies `goal` can be reached by the given edges. */
export function stopsLeadingTo(
  stops: readonly Stop[],
  goal: (stop: Stop) => boolean,
  edgesOf: (stop: Stop) => readonly Edge[] = properEdges,
): ReadonlySet<Stop> {
  const before = new Map<Stop, Stop[]>();
  for (const stop of stops) {
    for (const { to } of edgesOf(stop)) before.set(to, [...(before.get(to) ?? []), stop]);
  }
  const leading = new Set(stops.filter(goal));
  // The set grows while it is walked.
  for (const stop of leading) for (const earlier of before.get(stop) ?? []) leading.add(earlier);
  return leading;
}

/** All stops within reach of one, itself included. */
export function reachableFrom(
  start: Stop,
  edgesOf: (stop: Stop) => readonly Edge[] = properEdges,
): ReadonlySet<Stop> {
  const reached = new Set([start]);
  for (const stop of reached) for (const { to } of edgesOf(stop)) reached.add(to);
  return reached;
}
