import type { ChartNode, Statechart, Transition } from './node.ts';
import { type Configuration, configuration, isOver } from './configuration.ts';
import {
  completions,
  eventlessSelections,
  eventSelections,
  ownSelections,
  type Selections,
  takeTransitions,
} from './microstep.ts';

/** A resting place of the procedure: nothing more happens until an event or a timer comes. */
export interface Stop {
  readonly config: Configuration;
  readonly over: boolean;
  readonly edges: readonly Edge[];
  /** Shortest way here from the start, as event names and `after <delay>`. */
  readonly path: readonly string[];
  /** The last move of that way; absent at the start. */
  readonly cause: { readonly from: Stop; readonly edge: Edge } | undefined;
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

type GrowingStop = Omit<Stop, 'cause'> & { readonly edges: Edge[]; cause: Stop['cause'] };
type Log = Pick<Exploration, 'entered' | 'taken' | 'endless'> & {
  readonly entered: Set<ChartNode>;
  readonly taken: Set<Transition>;
  readonly endless: Set<Transition>;
  bounded: boolean;
};

/** Breadth-first search over all configurations: guards answer both ways, timers are events (SCXML macrosteps). */
export function explore(chart: Statechart, mostStops: number = MOST_STOPS): Exploration {
  const log: Log = { entered: new Set(), taken: new Set(), endless: new Set(), bounded: false };
  const found = new Map<string, GrowingStop>();
  const queue: GrowingStop[] = [];
  const reach = (config: Configuration, path: readonly string[]): GrowingStop | undefined => {
    const known = found.get(config.key);
    if (known) return known;
    if (queue.length >= mostStops) {
      log.bounded = true;
      return undefined;
    }
    const stop: GrowingStop = { config, over: isOver(config), edges: [], path, cause: undefined };
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
    // What was not looked at stays unknown, so looking further would only cost time.
    if (log.bounded) break;
    if (stop.over) continue;
    for (const { label, sets, cut } of possibilities(stop.config, events)) {
      if (cut) log.bounded = true;
      for (const answer of sets) {
        if (answer.length === 0) continue;
        for (const transition of answer) log.taken.add(transition);
        for (const step of takeTransitions(stop.config, answer)) {
          const passing = { config: step.to, queue: step.completed, follow: [], seen: [] };
          for (const { config, follow } of settle(passing, log)) {
            const isNew = !found.has(config.key);
            const to = reach(config, [...stop.path, label]);
            const escape = answer.some((transition) => transition.meta['escape'] === true);
            if (!to) continue;
            const edge: Edge = { label, answer, follow, escape, to };
            stop.edges.push(edge);
            if (isNew) to.cause = { from: stop, edge };
          }
        }
      }
    }
  }
  return { stops: queue, ...log };
}

interface Possibility extends Selections {
  readonly label: string;
}

/** What may come next: any event, or any timer of an active state (each state keeps its own timer). */
function possibilities(config: Configuration, events: readonly string[]): readonly Possibility[] {
  const byEvent = events.map((name) => ({ label: name, ...eventSelections(config, name) }));
  const timers = [...config.active].flatMap((owner) => {
    const own = owner.transitions.flatMap((transition) =>
      transition.trigger.type === 'after' ? [{ transition, delay: transition.trigger.name }] : [],
    );
    return [...new Set(own.map(({ delay }) => delay))].map((name) => ({
      label: `after ${name}`,
      ...ownSelections(own.filter(({ delay }) => delay === name).map(({ transition }) => transition)),
    }));
  });
  return [...byEvent, ...timers];
}

interface Passing {
  readonly config: Configuration;
  /** Completed states whose `onDone` has not been looked at. */
  readonly queue: readonly ChartNode[];
  readonly follow: readonly Transition[];
  /** Stages of this chain, to notice that it came round. */
  readonly seen: readonly { readonly mark: string; readonly after: number }[];
}

/** No real procedure moves on by itself this often after one event; completions could pile up without end. */
const MOST_MICROSTEPS = 100;
/** Ways in which one event may unfold by itself before the search gives up on it. */
const MOST_STAGES = 1_000;

/** Runs eventless transitions, then queued completions, until nothing moves by itself. */
function settle(first: Passing, log: Log): readonly Passing[] {
  const arrivals: Passing[] = [];
  const known = new Set<string>();
  // Depth first, so that the chain a stage belongs to is in its `seen`.
  const waiting: Passing[] = [first];
  for (let passing = waiting.pop(); passing; passing = waiting.pop()) {
    const { config, queue, follow } = passing;
    for (const node of config.active) log.entered.add(node);
    if (isOver(config)) {
      arrivals.push(passing);
      continue;
    }
    const mark = `${config.key} ? ${queue.map((node) => node.id).join(' ')}`;
    const round = roundOf(passing, mark);
    if (round) {
      // A condition on the way may stop it; without one it never ends.
      if (round.every(({ guard }) => guard === undefined)) for (const each of round) log.endless.add(each);
      continue;
    }
    if (known.has(mark)) continue;
    if (known.size >= MOST_STAGES) {
      log.bounded = true;
      break;
    }
    known.add(mark);
    const seen = [...passing.seen, { mark, after: follow.length }];
    const eventless = eventlessSelections(config);
    if (eventless.cut) log.bounded = true;
    for (const { selected, rest } of stagesAfter(passing, eventless)) {
      if (!selected) {
        arrivals.push(passing);
        continue;
      }
      for (const transition of selected) log.taken.add(transition);
      for (const step of takeTransitions(config, selected)) {
        // A completion announced again before it was looked at is looked at once, or chains could grow without end.
        const next = { config: step.to, queue: [...new Set([...rest, ...step.completed])] };
        waiting.push({ ...next, follow: [...follow, ...selected], seen });
      }
    }
  }
  return arrivals;
}

/** The transitions since the chain was last in this stage; undefined when it never was. */
function roundOf({ follow, seen }: Passing, mark: string): readonly Transition[] | undefined {
  const before = seen.find((stage) => stage.mark === mark);
  if (before) return follow.slice(before.after);
  return follow.length > MOST_MICROSTEPS ? follow.slice(-MOST_MICROSTEPS / 2) : undefined;
}

interface Stage {
  /** Absent: at rest. */
  readonly selected?: readonly Transition[];
  readonly rest: readonly ChartNode[];
}

function stagesAfter({ config, queue }: Passing, eventless: Selections): readonly Stage[] {
  return eventless.sets.flatMap((selected): readonly Stage[] => {
    if (selected.length > 0) return [{ selected, rest: queue }];
    const [completed, ...rest] = queue;
    if (!completed) return [{ rest }];
    const done = completed.transitions.filter(({ trigger }) => trigger.type === 'done');
    const answers = config.active.has(completed) ? ownSelections(done).sets : [[]];
    return answers.map((answer) => ({ selected: answer, rest }));
  });
}
