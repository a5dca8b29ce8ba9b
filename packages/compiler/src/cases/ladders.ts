import type { Facts, Json, JsonObject } from '@zhinan/model';
import { checkResidentId } from '@zhinan/engine/identifiers';
import { withValue } from '../3-check/rules/space.ts';
import type { Axis } from '../3-check/rules/space.ts';

/** An applicant one small change away from the base, and what was changed. */
export interface Rung {
  readonly facts: Facts;
  /** Axes that were changed, with the values they have now. */
  readonly changed: readonly { readonly axis: Axis; readonly value: Json }[];
}

/** Applicants in an order in which each differs from the next by the smallest step of one answer. */
export type Ladder = readonly Rung[];

const mostRows = 12;

export function valueAt(facts: Facts, path: readonly string[]): Json | undefined {
  let found: Json | undefined = facts as unknown as JsonObject;
  for (const name of path) {
    found =
      found !== null && typeof found === 'object' && !Array.isArray(found) && Object.hasOwn(found, name)
        ? (found as JsonObject)[name]
        : undefined;
  }
  return found;
}

export const changedAt = (facts: Facts, axis: Axis, value: Json): Facts =>
  withValue(facts as unknown as JsonObject, axis.path, value) as unknown as Facts;

/** Ways to change one answer step by step; `from` is what was changed before. */
export function laddersOf(base: Rung, axis: Axis): readonly Ladder[] {
  const rung = (value: Json): Rung => ({
    facts: changedAt(base.facts, axis, value),
    changed: [...base.changed.filter((one) => one.axis.key !== axis.key), { axis, value }],
  });
  if (!axis.rows) return [axis.values.map(rung)];
  const rows = valueAt(base.facts, axis.path);
  if (!Array.isArray(rows) || rows.length === 0 || rows.length > 60) {
    return axis.rows.length === 0 ? [axis.values.map(rung)] : [];
  }
  return rowLadders(rows as readonly Json[], axis.rows).map((ladder) => ladder.map(rung));
}

const set = (row: Json, { path }: Axis, value: Json): Json =>
  path.length === 0 || path[0] === '' ? value : withValue(row as JsonObject, path, value);

function rowLadders(rows: readonly Json[], axes: readonly Axis[]): readonly (readonly Json[][])[] {
  const counts = Array.from({ length: Math.min(rows.length, mostRows) + 1 }, (_, count) => count);
  const shorter = counts.map((count) => rows.slice(0, rows.length - count));
  const longer = Array.from({ length: mostRows }, (_, count) => [...rows, ...invented(rows, count)]);
  return [
    shorter,
    longer,
    ...axes.flatMap((axis) => [
      // One value after the other in the last row, and in all rows.
      axis.values.map((value) => [...rows.slice(0, -1), set(rows.at(-1) ?? {}, axis, value)]),
      axis.values.map((value) => rows.map((row) => set(row, axis, value))),
      // One value in more and more rows.
      ...axis.values.map((value) =>
        counts.map((count) =>
          rows.map((row, at) => (at >= rows.length - count ? set(row, axis, value) : row)),
        ),
      ),
    ]),
  ];
}

/** Further rows like those there are, each with identity numbers of its own. */
function invented(rows: readonly Json[], count: number): Json[] {
  return Array.from({ length: count }, (_, at) => withOwnNumbers(rows[at % rows.length] ?? {}, at + 1));
}

function withOwnNumbers(row: Json, at: number): Json {
  if (row === null || typeof row !== 'object' || Array.isArray(row)) return row;
  return Object.fromEntries(
    Object.entries(row as JsonObject).map(([name, value]) => [
      name,
      typeof value === 'string' && checkResidentId(value).valid ? anotherId(value, at) : value,
    ]),
  ) as JsonObject;
}

/** An invented, checksum-valid resident ID with the same birthday. */
function anotherId(id: string, at: number): string {
  const body = `${id.slice(0, 14)}${String(900 + at * 2 + (Number(id[16]) % 2)).padStart(3, '0')}`;
  const end = [...'0123456789X'].find((digit) => checkResidentId(body + digit).valid);
  return end === undefined ? id : body + end;
}
