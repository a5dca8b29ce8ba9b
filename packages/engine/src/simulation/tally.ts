import type { Days } from './result.ts';

/** Counts of things that share a key, in the order of first appearance, with what was first said of them. */
export class Tally<T extends object> {
  readonly #rows = new Map<string, { readonly about: T; count: number }>();

  add(key: string, about: T, count = 1): void {
    const row = this.#rows.get(key);
    if (row) row.count += count;
    else this.#rows.set(key, { about, count });
  }

  /** The most frequent first; equals by key, so that the order of happening does not matter. */
  entries(): readonly { readonly key: string; readonly row: T & { readonly count: number } }[] {
    return [...this.#rows]
      .map(([key, { about, count }]) => ({ key, row: { ...about, count } }))
      .sort((a, b) => b.row.count - a.row.count || (a.key < b.key ? -1 : 1));
  }

  rows(): readonly (T & { readonly count: number })[] {
    return this.entries().map(({ row }) => row);
  }
}

/** Durations in days, kept as a histogram of tenths of a day: small however many there are. */
export class DaysTally {
  readonly #tenths = new Map<number, number>();
  #count = 0;
  #sum = 0;

  add(days: number): void {
    const tenth = Math.round(days * 10);
    this.#tenths.set(tenth, (this.#tenths.get(tenth) ?? 0) + 1);
    this.#count += 1;
    this.#sum += tenth;
  }

  summary(): Days {
    const sorted = [...this.#tenths].sort(([a], [b]) => a - b);
    const at = (share: number): number => {
      let left = Math.ceil(this.#count * share);
      for (const [tenth, count] of sorted) {
        left -= count;
        if (left <= 0) return tenth / 10;
      }
      return 0;
    };
    const mean = this.#count === 0 ? 0 : Math.round(this.#sum / this.#count) / 10;
    return { count: this.#count, mean, median: at(0.5), p90: at(0.9), max: (sorted.at(-1)?.[0] ?? 0) / 10 };
  }
}
