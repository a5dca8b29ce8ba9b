import { closeOf, millisOf } from '@zhinan/engine';
import type { Edge, Stop } from '../statechart/explore.ts';
import { properEdges } from '../statechart/ways.ts';
import type { MachineView } from '../view.ts';
import { anyTime, type Bound, earlier, forcedBy, momentOf, never, spanOf } from './bounds.ts';
import { type CountingRule, type LastStart, lastStart } from './last-start.ts';

/** A wait counted in days that a deadline bounds. */
export interface BoundWait {
  readonly stop: Stop;
  readonly edge: Edge;
  readonly delay: string;
  /** The wait must end strictly before this. */
  readonly limit: Bound;
  /** null: beyond the calendar; undefined: counted from a date that is answered. */
  readonly start: LastStart | null | undefined;
}

export interface Latest {
  /** For each stop the moment before which it must be entered to reach the goal; `never` when no moment will do. */
  readonly entry: ReadonlyMap<Stop, Bound>;
  readonly waits: readonly BoundWait[];
}

/** How days are counted for each delay. */
export type Counting = (delay: string) => CountingRule;

/**
 * Counts back from the goal: everything may happen at once except what waits and deadlines hold up, entering
 * earlier never hurts, so the latest entry of a stop is the best of its edges (a fixed point from below).
 */
export function latestEntries(view: MachineView, goals: ReadonlySet<Stop>, counting: Counting): Latest {
  const entry = new Map<Stop, Bound>(
    view.exploration.stops.map((stop) => [stop, goals.has(stop) ? anyTime : never]),
  );
  const waits = new Map<Edge, BoundWait>();
  const timed = view.exploration.stops.map((stop) => ({
    stop,
    edges: properEdges(stop).map((edge) => ({ edge, latest: edgeTiming(stop, edge, view, counting) })),
  }));
  for (let moved = true; moved;) {
    moved = false;
    for (const { stop, edges } of timed) {
      for (const { edge, latest } of edges) {
        const { bound, wait } = latest(entry.get(edge.to) ?? never);
        if (wait) waits.set(edge, wait);
        if (bound.at > (entry.get(stop) ?? never).at) {
          entry.set(stop, bound);
          moved = true;
        }
      }
    }
  }
  return { entry, waits: [...waits.values()] };
}

interface Timing {
  readonly bound: Bound;
  readonly wait?: BoundWait;
}

/** From the latest entry of an edge's target, the latest entry of its source that way. */
function edgeTiming(
  stop: Stop,
  edge: Edge,
  view: MachineView,
  counting: Counting,
): (target: Bound) => Timing {
  const span = spanOf(edge, view);
  const timer = edge.answer.find(({ trigger }) => trigger.type === 'after');
  const forced = forcedBy(stop, view, timer);
  const delayName = timer?.trigger.type === 'after' ? timer.trigger.name : '';
  const delay = timer ? view.machine.delays[delayName] : undefined;
  return (target) => {
    const limit = earlier(earlier(target, span.until), forced);
    const impossible = limit.at <= span.from.at;
    if (impossible || target.at === never.at) return { bound: never };
    if (!delay) return { bound: limit };
    if ('instant' in delay) {
      // The wait itself fixes the moment; whoever comes later passes at once.
      const at = momentOf(delay.instant, view);
      return { bound: at !== null && at >= limit.at ? never : limit };
    }
    if (limit.at === anyTime.at) return { bound: anyTime };
    const start = lastStart(delay, limit.at, counting(delayName));
    const wait = { stop, edge, delay: delayName, limit, start };
    // An unknown calendar proves nothing; it is reported on its own.
    if (!start) return { bound: limit, wait };
    if (start.end < span.from.at) return { bound: never, wait };
    return { bound: { at: millisOf(closeOf(start.date)), instant: limit.instant }, wait };
  };
}
