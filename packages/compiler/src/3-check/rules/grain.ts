interface Bounds {
  readonly values: number;
  readonly sizes: number;
  readonly mixedSizes: number;
  readonly shapes: number;
  readonly kinds: number;
}

const bounds = {
  /** For a first look, which mostly finds what it looks for. */
  coarse: { values: 14, sizes: 9, mixedSizes: 6, shapes: 360, kinds: 14 },
  /** Before anything is said of everybody. */
  fine: { values: 400, sizes: 60, mixedSizes: 20, shapes: 4000, kinds: 60 },
  /** For tables, whose rows all want to be met. */
  full: { values: 20_000, sizes: 201, mixedSizes: 30, shapes: 6000, kinds: 120 },
} as const satisfies Readonly<Record<string, Bounds>>;

/** How finely values are tried; remembers whether any had to be left out. */
export class Grain {
  readonly bounds: Bounds;
  #thinned = false;

  constructor(name: keyof typeof bounds = 'coarse') {
    this.bounds = bounds[name];
  }

  get thinned(): boolean {
    return this.#thinned;
  }

  /** Evenly thins a list to a length, keeping both ends. */
  thin<T>(list: readonly T[], most: number): readonly T[] {
    if (list.length <= most) return list;
    this.#thinned = true;
    return Array.from(
      { length: most },
      (_, at) => list[Math.round((at * (list.length - 1)) / (most - 1))] as T,
    );
  }
}
