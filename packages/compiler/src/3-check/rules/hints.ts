import type { Params } from '@zhinan/engine/rules';
import { fieldsRead, partsOf } from '../../rules/typed.ts';
import type { Measure, Typed } from '../../rules/typed.ts';
import { evaluators, scopeOf } from './evaluator.ts';

type Bound = number | string | boolean;

/** Values at which some comparison turns, by the key of the field; sizes and ratios by the key of the list. */
export interface Hints {
  readonly values: ReadonlyMap<string, ReadonlySet<number | string>>;
  /** Sets of codes that some expression tells apart from the rest. */
  readonly groups: ReadonlyMap<string, readonly ReadonlySet<string>[]>;
  readonly sizes: ReadonlyMap<string, ReadonlySet<number>>;
  readonly ratios: ReadonlyMap<string, ReadonlySet<number>>;
}

/** A date some units later (earlier when negative); a day that month does not have is its last. */
export function shift(date: string, op: Measure, by: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  if (op === 'days') at.setUTCDate(at.getUTCDate() + by);
  else {
    const day = at.getUTCDate();
    at.setUTCDate(1);
    at.setUTCMonth(at.getUTCMonth() + (op === 'months' ? by : by * 12));
    const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
    at.setUTCDate(Math.min(day, last));
  }
  return Number.isNaN(at.getTime()) ? date : at.toISOString().slice(0, 10);
}

const listKeyOf = (list: Typed): string | undefined =>
  list.is === 'field'
    ? list.field.key
    : list.is === 'filter' || list.is === 'project'
      ? listKeyOf(list.list)
      : undefined;

/** Reads from expressions at which values of which fields they turn. */
export class HintReader implements Hints {
  readonly values = new Map<string, Set<number | string>>();
  readonly groups = new Map<string, Set<string>[]>();
  readonly sizes = new Map<string, Set<number>>();
  readonly ratios = new Map<string, Set<number>>();
  readonly #links: (readonly [Typed, Typed])[] = [];
  readonly #settings: readonly Params[];
  readonly #region: 'xinjiang' | undefined;
  #anchor = '2025-01-01';

  /** `settings`: the values parameters may take together, defaults first. */
  constructor(settings: readonly Params[], region?: 'xinjiang') {
    this.#settings = settings;
    this.#region = region;
  }

  /** Reads a condition. */
  read(typed: Typed): void {
    if (typed.is === 'reference') this.#anchor = typed.date;
    if (typed.is === 'compare') {
      const [left, right] = [this.#constant(typed.left), this.#constant(typed.right)];
      if (right) this.near(typed.left, right);
      else if (left) this.near(typed.right, left);
      else this.#links.push([typed.left, typed.right]);
    }
    if (typed.is === 'one-of') {
      const { value } = typed;
      const options = typed.options.flatMap((option) => this.#constant(option) ?? []);
      if (value.is === 'field' && value.type.is === 'text') this.#group(value.field.key, options.map(String));
      else this.near(value, options);
    }
    if (typed.is === 'quantified' || typed.is === 'total' || typed.is === 'filter' || typed.is === 'count')
      this.#size(typed.list, [0, 1, 2]);
    for (const part of partsOf(typed)) this.read(part);
  }

  /** Notes that a value is held against bounds. */
  near(typed: Typed, bounds: readonly Bound[]): void {
    const numbers = bounds.filter((bound) => typeof bound === 'number');
    switch (typed.is) {
      case 'field':
        return this.#nearField(typed, bounds);
      case 'measure':
        return this.#nearMeasure(typed, numbers);
      case 'count':
        return this.#size(
          typed.list,
          numbers.flatMap((bound) => [
            Math.floor(bound) - 1,
            Math.floor(bound),
            Math.ceil(bound),
            Math.ceil(bound) + 1,
          ]),
        );
      case 'share':
        return this.#nearShare(typed, numbers);
      case 'arithmetic':
        return this.#nearArithmetic(typed, numbers);
      case 'total':
        this.#size(typed.list, [0, 1, 2, 3]);
        return this.near(
          typed.value,
          numbers.flatMap((bound) => [bound, Math.floor(bound / 2), Math.ceil(bound / 2)]),
        );
      case 'extreme':
        for (const part of typed.of) this.near(part, bounds);
        return;
      case 'shift': {
        // `date + years(by) >= bound` turns where the date is that much earlier.
        const by = this.#constant(typed.by)?.[0];
        const back = (bound: Bound) =>
          typeof bound === 'string' && typeof by === 'number'
            ? [shift(bound, typed.unit, -typed.sign * by)]
            : [];
        return this.near(typed.date, bounds.flatMap(back));
      }
      case 'choose':
        this.near(typed.yes, bounds);
        this.near(typed.no, bounds);
        return;
      default:
    }
  }

  /** Gives fields that are compared with each other the same values to meet at. */
  close(): void {
    for (const [left, right] of this.#links) {
      const [a, b] = [fieldsRead(left), fieldsRead(right)];
      for (const [side, against] of [
        [left, right],
        [right, left],
      ] as const) {
        if (side.type.is === 'number') this.near(side, [1, 2]);
        // `one >= other + years(1)`: besides the same days, days that lie so far apart, before the known day and after it.
        if (side.is === 'shift') {
          this.near(side, [this.#anchor]);
          this.near(against, this.#moved(side));
        }
      }
      for (const one of [...a, ...b]) {
        const kind = one.type.is;
        if (kind === 'date') this.near(one, [this.#anchor]);
        const others = [...a, ...b].filter((other) => other.type.is === kind);
        for (const other of others) {
          for (const value of this.values.get(other.field.key) ?? []) this.#value(one.field.key, value);
          for (const group of this.groups.get(other.field.key) ?? []) this.#group(one.field.key, [...group]);
        }
        if (kind === 'text' && one.type.is === 'text')
          for (const code of (one.type.options?.codes ?? ['甲', '乙']).slice(0, 3))
            this.#group(one.field.key, [String(code)]);
      }
    }
  }

  /** Where a moved date comes to lie when what is moved is the known day. */
  #moved(typed: Typed): readonly string[] {
    if (typed.is !== 'shift') return [this.#anchor];
    const by = this.#constant(typed.by)?.[0];
    if (typeof by !== 'number') return [];
    return this.#moved(typed.date).map((date) => shift(date, typed.unit, typed.sign * by));
  }

  #constant(typed: Typed): readonly Bound[] | undefined {
    if (fieldsRead(typed).length > 0 || typed.type.is === 'list') return undefined;
    if (typed.is === 'literal') return [typed.value];
    const [value] = evaluators([typed], this.#region);
    const found = this.#settings.map((params) => value?.(scopeOf({}), params));
    return [...new Set(found)].filter((one): one is Bound => typeof one !== 'object' && one !== undefined);
  }

  #nearField({ field, type }: Extract<Typed, { is: 'field' }>, bounds: readonly Bound[]): void {
    for (const bound of bounds) {
      if (type.is === 'date' && typeof bound === 'string') {
        for (const by of [-1, 0, 1]) this.#value(field.key, shift(bound, 'days', by));
      } else if (type.is === 'text') this.#group(field.key, [String(bound)]);
      else if (typeof bound === 'number') {
        for (const value of new Set([
          Math.ceil(bound) - 1,
          Math.floor(bound),
          bound,
          Math.ceil(bound),
          Math.floor(bound) + 1,
        ]))
          this.#value(field.key, value);
      }
    }
  }

  #nearMeasure({ op, start, end }: Extract<Typed, { is: 'measure' }>, bounds: readonly number[]): void {
    const [from, to] = [this.#constant(start)?.[0], this.#constant(end)?.[0]];
    const anchor = typeof to === 'string' ? to : typeof from === 'string' ? from : this.#anchor;
    if (from === undefined && to === undefined) this.near(end, [anchor]);
    for (const bound of bounds) {
      for (const by of [Math.ceil(bound), Math.floor(bound) + 1]) {
        if (from === undefined) this.near(start, [shift(anchor, op, -by)]);
        else this.near(end, [shift(anchor, op, by)]);
      }
    }
  }

  #nearShare({ part, whole }: Extract<Typed, { is: 'share' }>, bounds: readonly number[]): void {
    for (const side of [part, whole]) {
      const key = side.is === 'count' ? listKeyOf(side.list) : undefined;
      if (key !== undefined) {
        const known = this.ratios.get(key) ?? new Set();
        for (const bound of bounds) known.add(bound);
        this.ratios.set(key, known);
        this.#size(side.is === 'count' ? side.list : side, [0, 1, 10]);
      }
    }
    this.near(whole, [0, 10]);
    this.near(
      part,
      bounds.flatMap((bound) => [bound * 10, 0]),
    );
  }

  #nearArithmetic(
    { op, left, right }: Extract<Typed, { is: 'arithmetic' }>,
    bounds: readonly number[],
  ): void {
    const factor = (side: Typed) => {
      const value = this.#constant(side)?.[0];
      return typeof value === 'number' ? value : undefined;
    };
    const [a, b] = [factor(left), factor(right)];
    const scaled = (by: (bound: number) => number) => bounds.map(by).filter(Number.isFinite);
    if (op === 'mul' && a !== undefined)
      return this.near(
        right,
        scaled((bound) => bound / a),
      );
    if (op === 'mul' && b !== undefined)
      return this.near(
        left,
        scaled((bound) => bound / b),
      );
    if (op === 'div' && b !== undefined)
      return this.near(
        left,
        scaled((bound) => bound * b),
      );
    if (op === 'add' && a !== undefined)
      return this.near(
        right,
        scaled((bound) => bound - a),
      );
    if (op === 'add' && b !== undefined)
      return this.near(
        left,
        scaled((bound) => bound - b),
      );
    if (op === 'sub' && b !== undefined)
      return this.near(
        left,
        scaled((bound) => bound + b),
      );
    if (op === 'sub' && a !== undefined)
      return this.near(
        right,
        scaled((bound) => a - bound),
      );
    for (const side of [left, right]) this.near(side, [...bounds, 1]);
  }

  #value(key: string, value: number | string): void {
    this.values.set(key, (this.values.get(key) ?? new Set()).add(value));
  }

  #group(key: string, codes: readonly string[]): void {
    const known = this.groups.get(key) ?? [];
    if (!known.some((group) => group.size === codes.length && codes.every((code) => group.has(code))))
      known.push(new Set(codes));
    this.groups.set(key, known);
  }

  #size(list: Typed, sizes: readonly number[]): void {
    const key = listKeyOf(list);
    if (key === undefined) return;
    const known = this.sizes.get(key) ?? new Set();
    for (const size of sizes) if (size >= 0) known.add(Math.trunc(size));
    this.sizes.set(key, known);
  }
}
