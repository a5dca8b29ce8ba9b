import type { Facts } from '@zhinan/model';
import type { Environment } from '../workflow/environment.ts';
import type { Member } from '../workflow/snapshot.ts';
import type { QuotaUse } from './result.ts';

/** Limits of a body are counted in the fullest of its lists, the others over all that were selected. */
export function quotaUse(
  { rules }: Environment,
  /** Quotas that are a body's own. */
  bodies: readonly string[],
  lists: readonly (readonly Member[])[],
  selected: readonly Facts[],
): readonly QuotaUse[] {
  const perBody = lists.map((members) => rules.quotas(members.map(({ facts }) => facts ?? {})));
  return rules.quotas(selected).map((outcome) => {
    const body = bodies.includes(outcome.id);
    const fullest = body
      ? perBody
          .flat()
          .filter(({ id }) => id === outcome.id)
          .sort((a, b) => b.count - a.count)[0]
      : undefined;
    const { id, title, clauses, count, max, min, holds } = fullest ?? outcome;
    return {
      id,
      title,
      clauses,
      count,
      ...(max === undefined ? {} : { max }),
      ...(min === undefined ? {} : { min }),
      holds,
      over: body ? ('body' as const) : ('selected' as const),
    };
  });
}
