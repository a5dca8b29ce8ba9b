import type { InstanceId } from '@zhinan/model';
import { millisOf } from '../calendar/instant.ts';
import type { Snapshot, Timer } from './snapshot.ts';

interface Waiting {
  readonly due: number;
  readonly rank: number;
  readonly order: number;
  readonly id: InstanceId;
  readonly timer: Timer;
}

/**
 * Waits of many machines by due instant, among equals by the machine's rank and then the first added: a binary heap. A wait that was cancelled
 * stays until it comes to the top, and is passed over there.
 */
export class TimerQueue {
  readonly #heap: Waiting[] = [];
  #added = 0;

  add(id: InstanceId, rank: number, timer: Timer): void {
    this.#added += 1;
    this.#heap.push({ due: millisOf(timer.dueAt), rank, order: this.#added, id, timer });
    this.#up(this.#heap.length - 1);
  }

  /** The earliest wait that still runs. */
  first(
    snapshotOf: (id: InstanceId) => Snapshot | undefined,
  ): { readonly id: InstanceId; readonly timer: Timer } | undefined {
    for (let top = this.#heap[0]; top; top = this.#heap[0]) {
      if (snapshotOf(top.id)?.timers.includes(top.timer)) return top;
      this.#removeTop();
    }
    return undefined;
  }

  #removeTop(): void {
    const last = this.#heap.pop();
    if (!last || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#down(0);
  }

  #up(start: number): void {
    for (let at = start; at > 0;) {
      const above = (at - 1) >> 1;
      if (!this.#swapIfLess(at, above)) return;
      at = above;
    }
  }

  #down(start: number): void {
    for (let at = start; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const least = this.#less(right, left) ? right : left;
      if (!this.#swapIfLess(least, at)) return;
      at = least;
    }
  }

  #less(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (!one || !other) return false;
    return (one.due - other.due || one.rank - other.rank || one.order - other.order) < 0;
  }

  #swapIfLess(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (!one || !other || !this.#less(a, b)) return false;
    this.#heap[a] = other;
    this.#heap[b] = one;
    return true;
  }
}
