import type { ChartNode, Statechart, Transition } from './node.ts';
import { type Configuration, configuration, isOver } from './configuration.ts';
import { completions, eventCandidates, selections, takeTransitions } from './microstep.ts';

/** A resting place of the procedure: nothing more happens until an event or a timer comes. */
export interface Stop {
  readonly config: Configuration;
  readonly over: boolean;
  readonly edges: readonly Edge[];
  /** Shortest way here from the start, as event names and `after <delay>`. */
  readonly path: readonly string[];
}

/** One event or timer with everything that follows from it at once. */
export interface Edge {
  readonly label: string;
  /** Transitions that answer the trigger. */
  readonly answer: readonly Transition[];
  /** Eventless transitions and completions that follow, in order. */
  readonly follow: readonly Transition[];
  readonly escape: boolean;
  readonly to: Stop;
}

export interface Exploration {
  /** In the order found, so the nearest to the start come first. */
  readonly stops: readonly Stop[];
  /** Every state that was ever active, also in passing. */
  readonly entered: ReadonlySet<ChartNode>;
  readonly taken: ReadonlySet<Transition>;
  /** Transitions that chase each other without anybody acting and without a condition to stop them. */
  readonly endless: ReadonlySet<Transition>;
  /** The search stopped at the bound: absence of a finding proves nothing. */
  readonly bounded: boolean;
}

/** Far above any real procedure; a wide parallel state could otherwise run for minutes. */
export const MOST_STOPS = 20_000;

type GrowingStop = Stop & { readonly edges: Edge[] };
type Log = Pick<Exploration, 'entered' | 'taken' | 'endless'> & {
  readonly entered: Set<ChartNode>;
  readonly taken: Set<Transition>;
  readonly endless: Set<Transition>;
};

/** Breadth-first search over all configurations: guards answer both ways, timers are events (SCXML macrosteps). */
export function explore(chart: Statechart, mostStops: number = MOST_STOPS): Exploration {
  const log: Log = { entered: new Set(), taken: new Set(), endless: new Set() };
  const found = new Map<string, GrowingStop>();
  const queue: GrowingStop[] = [];
  let bounded = false;
  const reach = (config: Configuration, path: readonly string[]): GrowingStop | undefined => {
    const known = found.get(config.key);
    if (known) return known;
    if (queue.length >= mostStops) {
      bounded = true;
      return undefined;
    }
    const stop: GrowingStop = { config, over: isOver(config), edges: [], path };
    found.set(config.key, stop);
    queue.push(stop);
    return stop;
  };

  const first = configuration([chart.root]);
  const begin = { config: first, queue: completions([...first.active], first.active), follow: [], seen: [] };
  for (const { config } of settle(begin, log)) reach(config, []);
  const events = [
    ...new Set(chart.transitions.flatMap(({ trigger }) => (trigger.type === 'event' ? [trigger.name] : []))),
  ];
  // `queue` grows while it is walked.
  for (const stop of queue) {
    if (stop.over) continue;
    for (const { label, answers } of possibilities(stop.config, events)) {
      for (const answer of answers) {
        for (const transition of answer) log.taken.add(transition);
        for (const step of takeTransitions(stop.config, answer)) {
          const passing = { config: step.to, queue: step.completed, follow: [], seen: [] };
          for (const { config, follow } of settle(passing, log)) {
            const to = reach(config, [...stop.path, label]);
            const escape = answer.some((transition) => transition.meta['escape'] === true);
            if (to) stop.edges.push({ label, answer, follow, escape, to });
          }
        }
      }
    }
  }
  return { stops: queue, ...log, bounded };
}

interface Possibility {
  readonly label: string;
  readonly answers: readonly (readonly Transition[])[];
}

/** What may come next: any event, or any timer of an active state (each state keeps its own timer). */
function possibilities(config: Configuration, events: readonly string[]): readonly Possibility[] {
  const byEvent = events.map((name) => ({
    label: name,
    answers: selections(config, (node) => eventCandidates(node, name)),
  }));
  const timers = [...config.active].flatMap((owner) => {
    const delays = new Set(
      owner.transitions.flatMap(({ trigger }) => (trigger.type === 'after' ? [trigger.name] : [])),
    );
    return [...delays].map((delay) => {
      const own = owner.transitions.filter(
        ({ trigger }) => trigger.type === 'after' && trigger.name === delay,
      );
      return { label: `after ${delay}`, answers: selections(config, (node) => (node === owner ? own : [])) };
    });
  });
  return [...byEvent, ...timers].map(({ label, answers }) => ({
    label,
    answers: answers.filter((answer) => answer.length > 0),
  }));
}

interface Passing {
  readonly config: Configuration;
  /** Completed states whose `onDone` has not been looked at. */
  readonly queue: readonly ChartNode[];
  readonly follow: readonly Transition[];
  readonly seen: readonly { readonly mark: string; readonly after: number }[];
}

/** Runs eventless transitions, then queued completions, until nothing moves by itself. */
function settle(passing: Passing, log: Log): readonly Passing[] {
  const { config, queue, follow } = passing;
  for (const node of config.active) log.entered.add(node);
  if (isOver(config)) return [passing];
  const mark = `${config.key} ? ${queue.map((node) => node.id).join(' ')}`;
  const before = passing.seen.find((stage) => stage.mark === mark);
  if (before) {
    // Came round. A condition on the way may stop it; without one it never ends.
    const round = follow.slice(before.after);
    if (round.every((transition) => transition.guard === undefined))
      for (const each of round) log.endless.add(each);
    return [];
  }
  const seen = [...passing.seen, { mark, after: follow.length }];
  const go = (selected: readonly Transition[], rest: readonly ChartNode[]): readonly Passing[] => {
    for (const transition of selected) log.taken.add(transition);
    return takeTransitions(config, selected).flatMap((step) =>
      settle(
        { config: step.to, queue: [...rest, ...step.completed], follow: [...follow, ...selected], seen },
        log,
      ),
    );
  };
  return selections(config, (node) => byType(node, 'always')).flatMap((selected) => {
    if (selected.length > 0) return go(selected, queue);
    const [completed, ...rest] = queue;
    if (!completed) return [passing];
    return selections(config, (node) => (node === completed ? byType(node, 'done') : [])).flatMap((answer) =>
      go(answer, rest),
    );
  });
}

function byType(node: ChartNode, type: 'always' | 'done'): readonly Transition[] {
  return node.transitions.filter((transition) => transition.trigger.type === type);
}
