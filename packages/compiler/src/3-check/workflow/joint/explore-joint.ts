import type { MachineView } from '../view.ts';
import { delivered, movesOf } from './moves.ts';
import { type Joint, type JointMove, keyOf } from './joint.ts';

/** A joint situation that was reached, with what may follow it. */
export interface JointStop {
  readonly joint: Joint;
  readonly moves: readonly (Omit<JointMove, 'to'> & { readonly to: JointStop })[];
}

export interface JointExploration {
  /** In the order found: the nearest to the start come first. */
  readonly stops: readonly JointStop[];
  /** The search was cut: silence proves nothing. */
  readonly bounded: boolean;
}

/** Far above any real programme: its machines have some dozen resting places each. */
const MOST_JOINTS = 10_000;

type Growing = {
  readonly joint: Joint;
  readonly moves: (Omit<JointMove, 'to'> & { readonly to: Growing })[];
};

/** All situations of one batch and one member case, conditions left free except those over the batch's members. */
export function exploreJoint(batch: MachineView, member: MachineView): JointExploration {
  const registers = batch.calls.some(({ type }) => type === 'member');
  const found = new Map<string, Growing>();
  const queue: Growing[] = [];
  let bounded = batch.exploration.bounded || member.exploration.bounded;
  const reach = (joint: Joint): Growing | undefined => {
    const key = keyOf(joint);
    const known = found.get(key);
    if (known) return known;
    if (queue.length >= MOST_JOINTS) {
      bounded = true;
      return undefined;
    }
    const stop: Growing = { joint, moves: [] };
    found.set(key, stop);
    queue.push(stop);
    return stop;
  };
  const [first] = batch.exploration.stops;
  const [other] = member.exploration.stops;
  if (first && other) {
    const begin: Joint = { batch: first, member: other, status: undefined, toBatch: [], toMember: [] };
    for (const joint of delivered(begin, registers)) reach(joint);
  }
  // `queue` grows while it is walked.
  for (const stop of queue) {
    const { moves, cut } = movesOf(stop.joint, registers);
    if (cut) bounded = true;
    for (const { to, ...move } of moves) {
      const next = reach(to);
      if (next) stop.moves.push({ ...move, to: next });
    }
  }
  return { stops: queue, bounded };
}

/** Situations from which one that satisfies `goal` can still be reached without leaving the procedure. */
export function leadingTo(
  { stops }: JointExploration,
  goal: (joint: Joint) => boolean,
): ReadonlySet<JointStop> {
  const before = new Map<JointStop, JointStop[]>();
  for (const stop of stops)
    for (const { to, escape } of stop.moves) if (!escape) before.set(to, [...(before.get(to) ?? []), stop]);
  const leading = new Set(stops.filter(({ joint }) => goal(joint)));
  // The set grows while it is walked.
  for (const stop of leading) for (const earlier of before.get(stop) ?? []) leading.add(earlier);
  return leading;
}
