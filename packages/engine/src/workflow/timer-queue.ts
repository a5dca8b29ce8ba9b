import type { InstanceId } from '@zhinan/model';
import { millisOf } from '../calendar/instant.ts';
import { Heap } from '../heap.ts';
import type { Snapshot, Timer } from './snapshot.ts';

interface Waiting {
  readonly due: number;
  readonly rank: number;
  readonly order: number;
  readonly id: InstanceId;
  readonly timer: Timer;
}

/**
 * Waits of many machines by due instant, among equals by the machine's rank and then the first added. A wait that was
 * cancelled stays until it comes to the top, and is passed over there.
 */
export class TimerQueue {
  readonly #heap = new Heap<Waiting>((a, b) => a.due - b.due || a.rank - b.rank || a.order - b.order);
  #added = 0;

  add(id: InstanceId, rank: number, timer: Timer): void {
    this.#added += 1;
    this.#heap.add({ due: millisOf(timer.dueAt), rank, order: this.#added, id, timer });
  }

  /** The earliest wait that still runs. */
  first(
    snapshotOf: (id: InstanceId) => Snapshot | undefined,
  ): { readonly id: InstanceId; readonly timer: Timer } | undefined {
    for (let top = this.#heap.first; top; top = this.#heap.first) {
      if (snapshotOf(top.id)?.timers.includes(top.timer)) return top;
      this.#heap.take();
    }
    return undefined;
  }
}
