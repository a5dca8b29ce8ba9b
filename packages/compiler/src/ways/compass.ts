import type { Procedure } from '@zhinan/engine';
import type { InstanceId } from '@zhinan/model';
import type { Edge, Stop } from '../3-check/workflow/statechart/explore.ts';
import { actionsOf } from '../3-check/workflow/statechart/actions.ts';
import type { MachineView } from '../3-check/workflow/view.ts';
import { restingAt } from './answers.ts';

/** Where a way is to lead: a machine, and those of its resting places that will do. */
export interface Goal {
  readonly view: MachineView;
  readonly stops: ReadonlySet<Stop>;
  /** Another machine that has to stand somewhere at the same time. */
  readonly with?: {
    readonly view: MachineView;
    readonly stops: ReadonlySet<Stop>;
    /** What it has to have noted of the case as its member; undefined: no matter what. */
    readonly status: string | undefined;
  };
}

/**
 * How many moves a play is away from a goal at the least: counted on the machines with their conditions left free, so
 * never too many. Infinite where no way leads there any more. A message is counted as what makes the other machine
 * send it.
 */
export class Compass {
  readonly #views: readonly MachineView[];
  readonly #goal: Goal;
  readonly #instance: InstanceId;
  readonly #distances = new Map<string, ReadonlyMap<Stop, number>>();
  readonly #places = new Map<MachineView, ReadonlyMap<string, Stop>>();

  constructor(views: readonly MachineView[], goal: Goal) {
    this.#views = views;
    this.#goal = goal;
    this.#instance = instanceOfMachine(goal.view);
  }

  get instance(): InstanceId {
    return this.#instance;
  }

  reached(procedure: Procedure): boolean {
    const { view, stops, with: other } = this.#goal;
    const at = (machine: MachineView, wanted: ReadonlySet<Stop>): boolean => {
      const stop = this.stopOf(machine, procedure);
      return stop !== undefined && wanted.has(stop);
    };
    return at(view, stops) && (!other || (at(other.view, other.stops) && this.#noted(procedure)));
  }

  distance(procedure: Procedure): number {
    const { view, stops, with: other } = this.#goal;
    const own = this.#away(view, 'goal', (stop) => stops.has(stop), procedure, 3);
    if (!other) return own;
    // One move may move both.
    return Math.max(
      own,
      this.#away(other.view, 'with', (stop) => other.stops.has(stop), procedure, 3),
    );
  }

  /** Whether the batch knows of the case what it has to. */
  #noted({ instances }: Procedure): boolean {
    const { with: other } = this.#goal;
    const noted = instances.batch?.context.members['case']?.status;
    return other?.status === undefined || noted === other.status;
  }

  stopOf(view: MachineView, procedure: Procedure): Stop | undefined {
    const key = restingAt(procedure, instanceOfMachine(view));
    return key === undefined ? view.exploration.stops[0] : this.#placesOf(view).get(key);
  }

  /** What the machine of the goal would have to be given next at one of its resting places. */
  next(stop: Stop): string | undefined {
    const { view, stops } = this.#goal;
    const distances = this.#distancesOf(view, 'goal', (each) => stops.has(each), undefined);
    const away = (edge: Edge): number => distances.get(edge.to) ?? Number.POSITIVE_INFINITY;
    return [...stop.edges].sort((a, b) => away(a) - away(b))[0]?.label;
  }

  #placesOf(view: MachineView): ReadonlyMap<string, Stop> {
    const known = this.#places.get(view);
    if (known) return known;
    const made = new Map(
      view.exploration.stops.map((stop) => [
        stop.config.leaves
          .map(({ path }) => path.join('.'))
          .toSorted()
          .join(' | '),
        stop,
      ]),
    );
    this.#places.set(view, made);
    return made;
  }

  #away(
    view: MachineView,
    key: string,
    wanted: (stop: Stop) => boolean,
    procedure: Procedure,
    depth: number,
    wantedEdge?: (from: Stop, edge: Edge) => boolean,
  ): number {
    const stop = this.stopOf(view, procedure);
    // A machine that was mended stands somewhere the check did not see: no help, and no verdict.
    if (!stop) return 0;
    if (wanted(stop)) return 0;
    const distances = this.#distancesOf(view, key, wanted, wantedEdge);
    const opened = procedure.instances[instanceOfMachine(view)] !== undefined;
    if (!opened && view.machine.kind === 'entitlement') {
      const rest = distances.get(stop) ?? Number.POSITIVE_INFINITY;
      return rest === Number.POSITIVE_INFINITY || depth === 0
        ? rest
        : rest + this.#sending(view, stop, procedure, depth);
    }
    let best = Number.POSITIVE_INFINITY;
    for (const edge of stop.edges) {
      const rest = wantedEdge?.(stop, edge) ? 0 : (distances.get(edge.to) ?? Number.POSITIVE_INFINITY);
      if (rest >= best) continue;
      const first = senderOf(edge);
      const cost = first === undefined ? 1 : depth === 0 ? 0 : this.#sent(view, edge, procedure, depth);
      best = Math.min(best, rest + cost);
    }
    return best;
  }

  /** What it takes until some machine sends the message that opens this one. */
  #sending(view: MachineView, start: Stop, procedure: Procedure, depth: number): number {
    const costs = start.edges
      .filter((edge) => senderOf(edge) !== undefined)
      .map((edge) => this.#sent(view, edge, procedure, depth));
    return costs.length === 0 ? 0 : Math.max(0, Math.min(...costs));
  }

  /** Moves until a machine of the kind that an edge waits for sends its message. */
  #sent(view: MachineView, edge: Edge, procedure: Procedure, depth: number): number {
    const kind = senderOf(edge);
    const event = edge.label;
    const costs = this.#views
      .filter(({ machine }) => machine.kind === kind)
      .map((sender) =>
        this.#away(
          sender,
          `${sender.machine.id} → ${view.machine.kind} ${event}`,
          () => false,
          procedure,
          depth - 1,
          (from, each) => sends(from, each, view.machine.kind, event),
        ),
      );
    // It may have been sent before and be waiting: then nothing stands between.
    const waiting = procedure.pending.some((message) => message.event === event);
    return waiting || costs.length === 0 ? 0 : Math.min(...costs);
  }

  #distancesOf(
    view: MachineView,
    key: string,
    wanted: (stop: Stop) => boolean,
    wantedEdge: ((from: Stop, edge: Edge) => boolean) | undefined,
  ): ReadonlyMap<Stop, number> {
    const name = `${view.machine.id} ${key}`;
    const known = this.#distances.get(name);
    if (known) return known;
    const { stops } = view.exploration;
    const distances = new Map<Stop, number>(stops.filter(wanted).map((stop) => [stop, 0]));
    for (let moved = true; moved;) {
      moved = false;
      for (const stop of stops) {
        for (const edge of stop.edges) {
          const rest = wantedEdge?.(stop, edge) ? 0 : (distances.get(edge.to) ?? Number.POSITIVE_INFINITY);
          const cost = rest + (senderOf(edge) === undefined ? 1 : 0);
          if (cost >= (distances.get(stop) ?? Number.POSITIVE_INFINITY)) continue;
          distances.set(stop, cost);
          moved = true;
        }
      }
    }
    this.#distances.set(name, distances);
    return distances;
  }
}

/** The standing instance of a machine, or the first child of the case. */
export function instanceOfMachine({ machine }: MachineView): InstanceId {
  return machine.kind === 'entitlement' || machine.kind === 'amendment' ? `case/${machine.id}` : machine.kind;
}

function senderOf({ answer }: Edge): string | undefined {
  const from = answer[0]?.meta['from'];
  return typeof from === 'string' ? from : undefined;
}

function sends(from: Stop, edge: Edge, kind: string, event: string): boolean {
  return actionsOf(from, edge).some(
    ({ type, params }) => type === 'send' && params['to'] === kind && params['event'] === event,
  );
}
