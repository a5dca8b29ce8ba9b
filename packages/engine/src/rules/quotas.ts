import { ge, le } from './compare.ts';
import type { Scope } from './fields.ts';
import { Gap, and, hi, isGap, lo, not, unknown } from './gap.ts';
import type { Logic, Num } from './gap.ts';
import { head, truth } from './outcome.ts';
import type { Params, ProgramSpec, QuotaSpec } from './specs.ts';

type Limits = { readonly min?: number | null; readonly max?: number | null };

const limited = (value: number | null | undefined, test: (limit: number) => Logic): Logic =>
  value === undefined ? true : value === null ? unknown : test(value);

/** `min ≤ count ≤ max`; a number not published yet leaves it unknown. */
const within = (count: Num, { min, max }: Limits): Logic =>
  and(
    limited(min, (limit) => ge(count, limit)),
    limited(max, (limit) => le(count, limit)),
  );

const tally = (sure: number, most: number): Num => (sure === most ? sure : new Gap([], sure, most));

function countOf(values: readonly Logic[]): Num {
  const sure = values.filter((value) => value === true).length;
  return tally(sure, sure + values.filter(isGap).length);
}

const decide = (certain: boolean, possible: boolean): Logic => (certain ? true : possible ? unknown : false);

/** `part / whole` within limits, over every way in which the undecided members may turn out. */
function shareWithin(part: readonly Logic[], whole: readonly Logic[], { min, max }: Limits): Logic {
  const sure = part.filter((one) => one === true).length;
  const most = part.filter((one) => one !== false).length;
  const all = whole.filter((one) => one !== false).length;
  // Members who must be in the whole when the part is as great as it can be.
  const fewest = whole.filter(
    (one, index) => one === true || (one !== false && part[index] !== false),
  ).length;
  const low = all ? sure / all : 1;
  const high = fewest ? most / fewest : 1;
  // Nobody at all is in order.
  const nobody = whole.every((one) => one !== true);
  return and(
    limited(min, (limit) => decide(low >= limit || all === 0, high >= limit || nobody)),
    limited(max, (limit) => decide(high <= limit || most === 0, low <= limit || nobody)),
  );
}

/** Counts of each value of `per`; who has no answer there may belong to any of them or to another. */
function groupsOf(
  { per, ...limits }: QuotaSpec,
  members: readonly Scope[],
  inside: readonly Logic[],
  params: Params,
) {
  const groups = new Map<string, Logic[]>();
  const unplaced: Logic[] = [];
  for (const [index, member] of members.entries()) {
    const holds = inside[index] ?? false;
    if (holds === false || !per) continue;
    const key = per(member, params);
    if (isGap(key)) unplaced.push(holds);
    else groups.set(String(key), [...(groups.get(String(key)) ?? []), holds]);
  }
  const might = unplaced.length;
  const found = [...groups].map(([key, values]) => {
    const own = countOf(values);
    return { key, own, holds: within(tally(lo(own), hi(own) + might), limits) };
  });
  const elsewhere: Logic = might ? within(tally(0, might), limits) : true;
  return {
    holds: and(...found.map(({ holds }) => holds), elsewhere === true ? true : unknown),
    groups: found.map(({ key, own, holds }) => ({ key, count: lo(own), holds: truth(holds) })),
  };
}

/** How far a collection of members keeps each limit; members of a channel of their own are not counted twice. */
export const quotas =
  (specs: readonly QuotaSpec[]): NonNullable<ProgramSpec['quotas']> =>
  (members, params, words) => {
    const everybody = members.map((): Logic => true);
    const known = new Map<string, readonly Logic[]>();
    const membersOf = (spec: QuotaSpec): readonly Logic[] => {
      const found = known.get(spec.id);
      if (found) return found;
      const own = named(spec.of);
      const except = (spec.except ?? []).map(named);
      const inside = members.map((member, index) =>
        and(
          own[index] ?? false,
          ...except.map((other) => not(other[index] ?? false)),
          spec.where?.(member, params) ?? true,
        ),
      );
      known.set(spec.id, inside);
      return inside;
    };
    const named = (id: string | undefined): readonly Logic[] => {
      const spec = specs.find((one) => one.id === id);
      return spec ? membersOf(spec) : everybody;
    };
    return specs.map((spec) => {
      const inside = membersOf(spec);
      const total = countOf(inside);
      const whole = named(spec.of);
      const limits = spec.per ? groupsOf(spec, members, inside, params) : { holds: within(total, spec) };
      const open = hi(total) - lo(total);
      return {
        ...head('quota', spec, words),
        count: lo(total),
        ...(open ? { open } : {}),
        ...(spec.min === undefined ? {} : { min: spec.min }),
        ...(spec.max === undefined ? {} : { max: spec.max }),
        ...(spec.share ? { share: { ...spec.share, whole: lo(countOf(whole)) } } : {}),
        ...('groups' in limits ? { groups: limits.groups } : {}),
        holds: truth(and(limits.holds, spec.share ? shareWithin(inside, whole, spec.share) : true)),
      };
    });
  };
