/**
 * An option of a long list as generated modules hold it: code, title, how each sign of the title is read (Latin
 * letters; several readings by `/`, signs by a space), and the code of the option it stands under, where lists have
 * levels (province, city, county).
 */
export type ListedOption = readonly [
  code: string | number,
  title: string,
  readings: string,
  parent?: string | number,
];

/** Options of a list that one can search by a part of the title, by its pinyin, by initials, or by the code. */
export class OptionSearch {
  readonly #options: readonly ListedOption[];
  readonly #byCode: ReadonlyMap<string, ListedOption>;
  readonly #parents: ReadonlySet<string>;

  constructor(options: readonly ListedOption[]) {
    this.#options = options;
    this.#byCode = new Map(options.map((option) => [String(option[0]), option]));
    this.#parents = new Set(
      options.flatMap(([, , , parent]) => (parent === undefined ? [] : [String(parent)])),
    );
  }

  option(code: unknown): ListedOption | undefined {
    return this.#byCode.get(String(code));
  }

  /** Whether the option only leads to those under it. */
  isBranch([code]: ListedOption): boolean {
    return this.#parents.has(String(code));
  }

  /** The options directly under one, or the uppermost. */
  under(parent: string | undefined): readonly ListedOption[] {
    return this.#options.filter(
      ([, , , above]) => (above === undefined ? undefined : String(above)) === parent,
    );
  }

  /** The title with those above it: 新疆维吾尔自治区喀什地区疏附县. */
  path(option: ListedOption): string {
    const [, title, , parent] = option;
    const above = parent === undefined ? undefined : this.option(parent);
    return above ? this.path(above) + title : title;
  }

  /** The answer somebody typed out in full: a title, alone or with those above it, or a code. */
  exactly(text: string): ListedOption | undefined {
    const wanted = text.trim();
    const found = this.#options.filter(
      (option) =>
        !this.isBranch(option) &&
        (option[1] === wanted || String(option[0]) === wanted || this.path(option) === wanted),
    );
    return found.length === 1 ? found[0] : undefined;
  }

  /** Options that fit what was typed, those that begin with it first; branches before what is under them. */
  find(query: string): readonly ListedOption[] {
    const wanted = query.trim().toLowerCase().replaceAll(/[\s']/g, '');
    if (wanted === '') return this.#options;
    const ranked = this.#options.flatMap((option) => {
      const rank = this.#rank(option, wanted);
      return rank === undefined ? [] : [{ option, rank }];
    });
    return ranked.sort((one, other) => one.rank - other.rank).map(({ option }) => option);
  }

  #rank(option: ListedOption, wanted: string): number | undefined {
    const [code, title, readings] = option;
    if (String(code).toLowerCase().startsWith(wanted)) return 0;
    const at = title.toLowerCase().indexOf(wanted);
    if (at !== -1) return at === 0 ? 0 : 2;
    const signs = readings.split(' ').map((each) => each.split('/'));
    const from = signs.findIndex((_, index) => reads(signs, index, wanted));
    if (from !== -1) return from === 0 ? 1 : 3;
    return this.path(option).includes(wanted) ? 4 : undefined;
  }
}

/** Whether letters are the signs from `index` on, each in full or by its initial alone. */
function reads(signs: readonly (readonly string[])[], index: number, wanted: string): boolean {
  if (wanted === '') return true;
  return (signs[index] ?? []).some(
    (reading) =>
      // The last sign may be typed in part.
      reading.startsWith(wanted) ||
      (wanted.startsWith(reading) && reads(signs, index + 1, wanted.slice(reading.length))) ||
      (wanted[0] === reading[0] && reads(signs, index + 1, wanted.slice(1))),
  );
}
