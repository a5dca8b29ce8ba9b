import { Gap, either, isGap, needsOf } from './gap.ts';
import type { Logic, Value } from './gap.ts';
import type { Scope } from './fields.ts';
import type { Params, RelaxSpec } from './specs.ts';

/** A relaxation and whether its condition holds for these facts. */
export interface Relaxed {
  readonly spec: RelaxSpec;
  readonly holds: Logic;
}

export const conditions = (relax: readonly RelaxSpec[], facts: Scope, defaults: Params): readonly Relaxed[] =>
  relax.map((spec) => ({ spec, holds: spec.when(facts, defaults) }));

/**
 * Defaults with the settings of the given relaxations: the later (higher priority) wins, except where a parameter
 * takes the lowest or highest of them (就高).
 */
export function withRelaxed(defaults: Params, applied: readonly Relaxed[]): Params {
  const params: Record<string, number | string | boolean> = { ...defaults };
  const set = new Set<string>();
  for (const { spec } of applied) {
    for (const [name, value] of Object.entries(spec.set)) {
      const best = spec.best?.[name];
      const now = params[name] ?? value;
      const wins = best === undefined || !set.has(name) || (best > 0 ? value > now : value < now);
      if (wins) params[name] = value;
      set.add(name);
    }
  }
  return params;
}

/**
 * Evaluates under every way the undecided relaxations may turn out, so that a value is decided only when
 * it is the same in all of them. The compiler allows at most six relaxations on one rule or amount.
 */
export function settle<T extends Value>(
  run: (params: Params) => T,
  defaults: Params,
  relaxed: readonly Relaxed[],
): T | Gap {
  if (!relaxed.length) return run(defaults);
  const undecided = relaxed.filter((one) => isGap(one.holds));
  const worlds = Array.from({ length: 2 ** undecided.length }, (_, world) =>
    run(
      withRelaxed(
        defaults,
        relaxed.filter((one) => one.holds === true || world & (1 << undecided.indexOf(one))),
      ),
    ),
  );
  const result = worlds.reduce<T | Gap>((a, b) => either<Value>(a, b) as T | Gap, worlds[0] as T);
  if (!isGap(result)) return result;
  const matters = undecided.filter((_, bit) =>
    worlds.some((value, world) => {
      const other = worlds[world | (1 << bit)];
      return isGap(value) || isGap(other) || value !== other;
    }),
  );
  return new Gap(needsOf(result, ...matters.map((one) => one.holds)), result.lo, result.hi, result.among);
}
