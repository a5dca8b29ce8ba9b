import type { AmountOutcome, InstalmentOutcome } from '@zhinan/model';
import { ge, gt } from './compare.ts';
import type { Scope } from './fields.ts';
import { Gap, hi, isGap, lo, needsOf, or } from './gap.ts';
import type { Logic, Num } from './gap.ts';
import { mul } from './number.ts';
import { asked, head, hitsOf, truth } from './outcome.ts';
import { conditions, settle } from './settle.ts';
import type { Relaxed } from './settle.ts';
import type { AmountSpec, Params, ProgramSpec } from './specs.ts';

/** One amount on the way from its expression to what is paid. */
interface Worth {
  readonly spec: AmountSpec;
  readonly relaxed: readonly Relaxed[];
  /** As the expression says. */
  readonly value: Num;
  /** Rounded, then floor and cap. */
  readonly own: Num;
  readonly received: Num;
  /** Less what was received. */
  readonly due: Num;
}

/** Applies a function that never falls as its argument rises to a number or its bounds. */
const ends = (of: (end: number) => number, value: Num, ...because: readonly unknown[]): Num => {
  const [from, to] = [of(lo(value)), of(hi(value))];
  return from === to ? from : new Gap(needsOf(value, ...because), from, to);
};

function rounded({ round }: AmountSpec): (value: number) => number {
  if (!round) return (value) => value;
  const { to, mode } = round;
  return (value) => {
    // 0.1 + 0.2 of a unit is 0.3 of it to whoever wrote the guideline.
    const units = Number((value / to).toPrecision(14));
    const whole =
      mode === 'down' ? Math.floor(units) : mode === 'up' ? Math.ceil(units) : Math.floor(units + 0.5);
    return Number.isFinite(whole) ? whole * to : value;
  };
}

function worthOf(spec: AmountSpec, facts: Scope, defaults: Params): Worth {
  const { cap = Infinity, floor = 0 } = spec;
  const relaxed = conditions(spec.relax ?? [], facts, defaults);
  const value = settle<Num>((params) => spec.value(facts, params), defaults, relaxed);
  const round = rounded(spec);
  // Support is never negative.
  const own = ends((end) => Math.min(cap, Math.max(floor, 0, round(end))), value);
  const against = spec.against;
  if (!against) return { spec, relaxed, value, own, received: 0, due: own };
  const received = ends(
    (end) => Math.max(0, end),
    settle<Num>((params) => against(facts, params), defaults, relaxed),
  );
  const [from, to] = [Math.max(0, lo(own) - hi(received)), Math.max(0, hi(own) - lo(received))];
  const due = from === to ? from : new Gap(needsOf(own, received), from, to);
  return { spec, relaxed, value, own, received, due };
}

/** Amounts of which one only is paid, by connection: A with B and B with C make one group of three. */
function rivals(all: readonly Worth[], of: Worth): readonly Worth[] {
  const group = new Set([of]);
  for (const one of group) {
    for (const other of all) {
      const linked =
        one.spec.exclusiveWith?.includes(other.spec.id) || other.spec.exclusiveWith?.includes(one.spec.id);
      if (linked) group.add(other);
    }
  }
  group.delete(of);
  return [...group];
}

const before = (parts: readonly number[]) => parts.slice(0, -1).reduce((sum, part) => sum + part, 0);

/** Parts that add up to the whole exactly: whole units, the remainder to the last. */
function instalmentsOf(
  { spec }: Worth,
  paid: Num,
  facts: Scope,
  defaults: Params,
): readonly InstalmentOutcome[] {
  const { instalments = [] } = spec;
  const split = (total: number): number[] => {
    let left = total;
    return instalments.map(({ share, amount }) => {
      const part =
        share !== undefined
          ? Math.floor(lo(mul(total, share)))
          : amount !== undefined
            ? Math.min(amount, left)
            : left;
      // Of an amount without bound every share is without bound.
      left = total === Infinity ? total : left - part;
      return part;
    });
  };
  const [low, high] = [split(lo(paid)), split(hi(paid))];
  return instalments.map(({ title, clauses, when }, index) => {
    const last = index === instalments.length - 1;
    const open = isGap(paid) && last;
    const [from, to] = open
      ? [Math.max(0, lo(paid) - before(high)), hi(paid) - before(low)]
      : [low[index] ?? 0, high[index] ?? 0];
    return {
      title,
      clauses,
      min: Number.isFinite(from) ? from : 0,
      max: to === Infinity ? null : to,
      due: truth(when?.(facts, defaults) ?? true),
    };
  });
}

function outcomeOf(worth: Worth, all: readonly Worth[], facts: Scope, defaults: Params): AmountOutcome {
  const { spec, relaxed, value, own, due, received } = worth;
  const others = rivals(all, worth);
  const beats = (one: Worth, other: Worth): Logic =>
    all.indexOf(one) < all.indexOf(other) ? ge(one.due, other.due) : gt(one.due, other.due);
  const loses = or(...others.map((other) => beats(other, worth)));
  const winner = others.find((one) =>
    [worth, ...others].every((other) => one === other || beats(one, other) === true),
  );
  const paid: Num =
    loses === true ? 0 : loses === false || hi(due) === 0 ? due : new Gap(needsOf(due, loses), 0, hi(due));
  const [min, max] = [lo(paid), hi(paid)];
  const limit = spec.cap ?? Infinity;
  const before = ends(rounded(spec), value);
  return {
    ...head('amount', spec, facts.words),
    unit: spec.unit,
    min,
    max: max === Infinity ? null : max,
    ...(isGap(value) ? {} : { uncapped: value }),
    ...(spec.cap === undefined
      ? {}
      : { cap: { limit, applied: lo(before) > limit ? true : hi(before) <= limit ? false : null } }),
    ...(spec.against || others.length
      ? { own: { min: lo(own), max: hi(own) === Infinity ? null : hi(own) } }
      : {}),
    ...(loses === true && winner ? { replacedBy: winner.spec.id } : {}),
    ...(spec.instalments ? { instalments: instalmentsOf(worth, paid, facts, defaults) } : {}),
    missing: min === max ? [] : asked(value, received, paid),
    ...hitsOf(spec, facts, defaults, relaxed),
  };
}

/** What is paid: rounded, between floor and cap, less what was received, one only of those that exclude each other. */
export const amounts =
  (specs: readonly AmountSpec[]): NonNullable<ProgramSpec['amounts']> =>
  (facts, params) => {
    const all = specs.map((spec) => worthOf(spec, facts, params));
    return all.map((worth) => outcomeOf(worth, all, facts, params));
  };
