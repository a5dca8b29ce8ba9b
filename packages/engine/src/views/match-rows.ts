import type { Json, JsonObject } from '@zhinan/model';
import { isObject, sameJson } from '../workflow/json.ts';

/** A row as it was and as it is; one of them is missing where it was added or taken out. */
export interface RowPair {
  readonly was?: number;
  readonly is?: number;
}

/**
 * Pairs the rows of a list before and after: equal ones first, then those with most answers in common, of equal likeness
 * the nearest in place. Rows that share less than half of their answers are not the same row. In the order of `after`,
 * rows that are gone at the place where they stood.
 */
export function matchRows(before: readonly Json[], after: readonly Json[]): readonly RowPair[] {
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (was: number, is: number) => {
    partner.set(is, was);
    taken.add(was);
  };
  after.forEach((row, is) => {
    const same = before.findIndex((other, was) => !taken.has(was) && sameJson(other, row));
    if (same >= 0) pair(same, is);
  });
  const likely = after
    .flatMap((row, is) =>
      partner.has(is)
        ? []
        : before.flatMap((other, was) =>
            taken.has(was) ? [] : [{ was, is, like: likeness(other, row), far: Math.abs(was - is) }],
          ),
    )
    .filter(({ like }) => like >= 0.5)
    .sort((a, b) => b.like - a.like || a.far - b.far);
  for (const { was, is } of likely) if (!partner.has(is) && !taken.has(was)) pair(was, is);
  const pairs: RowPair[] = after.map((_, is) => {
    const was = partner.get(is);
    return was === undefined ? { is } : { was, is };
  });
  before.forEach((_, was) => {
    if (!taken.has(was)) pairs.splice(Math.min(was, pairs.length), 0, { was });
  });
  return pairs;
}

/** Part of the answers of both rows that are the same: 0 to 1. */
function likeness(one: Json, other: Json): number {
  if (!isObject(one) || !isObject(other)) return 0;
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const same = keys.filter((key) => sameJson(own(one, key), own(other, key)));
  return keys.length === 0 ? 1 : same.length / keys.length;
}

function own(row: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(row, key) ? row[key] : undefined;
}
