/** A binary heap: the least of its items first, by the order given. */
export class Heap<T> {
  readonly #items: T[] = [];
  readonly #order: (one: T, other: T) => number;

  /** `order` is negative where `one` comes before `other`; it must tell any two items apart for a repeatable order. */
  constructor(order: (one: T, other: T) => number) {
    this.#order = order;
  }

  get first(): T | undefined {
    return this.#items[0];
  }

  get size(): number {
    return this.#items.length;
  }

  add(item: T): void {
    this.#items.push(item);
    this.#up(this.#items.length - 1);
  }

  /** Takes the first item away. */
  take(): T | undefined {
    const first = this.#items[0];
    const last = this.#items.pop();
    if (last !== undefined && this.#items.length > 0) {
      this.#items[0] = last;
      this.#down(0);
    }
    return first;
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
    const [one, other] = [this.#items[a], this.#items[b]];
    return one !== undefined && other !== undefined && this.#order(one, other) < 0;
  }

  #swapIfLess(a: number, b: number): boolean {
    const [one, other] = [this.#items[a], this.#items[b]];
    if (one === undefined || other === undefined || this.#order(one, other) >= 0) return false;
    this.#items[a] = other;
    this.#items[b] = one;
    return true;
  }
}
