import type { FormSchema, Json } from '@zhinan/model';
import type { Reach } from './domain.ts';
import type { Grain } from './grain.ts';

const repeat = (row: Json, times: number): Json[] => Array.from({ length: times }, () => row);

/**
 * Lists that show how counting rules turn: for each telling size, rows all of one kind and rows of two kinds
 * mixed just below, at and just above the telling parts.
 */
export function shapesOf(
  rows: readonly Json[],
  schema: FormSchema | undefined,
  {
    sizes,
    ratios,
    reach,
    grain,
  }: {
    readonly sizes: Iterable<number>;
    readonly ratios: Iterable<number>;
    readonly reach: Reach;
    readonly grain: Grain;
  },
): readonly (readonly Json[])[] {
  const [least, most] = [schema?.minItems ?? 0, schema?.maxItems ?? Infinity];
  const possible = (size: number) =>
    size >= 0 && size <= 200 && (reach === 'any' || (size >= least && size <= most));
  const wanted = [...new Set([...sizes, 0, 1, 2, least, ...(most <= 200 ? [most] : [])])]
    .filter(possible)
    .toSorted((a, b) => a - b);
  if (schema?.uniqueItems) return distinct(rows, wanted);
  const turning = [...sizes];
  const plain = grain
    .thin(wanted, grain.bounds.sizes)
    .flatMap((size) => (size === 0 ? [[]] : rows.map((row) => repeat(row, size))));
  // Only what is kept of the mixtures is made: there may be thousands.
  const mixtures: {
    readonly size: number;
    readonly part: number;
    readonly one: Json;
    readonly other: Json;
  }[] = [];
  for (const size of grain.thin(
    wanted.filter((one) => one >= 2),
    grain.bounds.mixedSizes,
  )) {
    const shares = [...ratios].flatMap((ratio) => [
      Math.floor(ratio * size),
      Math.ceil(ratio * size),
      Math.ceil(ratio * size) - 1,
    ]);
    const parts = new Set([1, ...shares, ...turning].filter((part) => part > 0 && part < size));
    for (const part of grain.thin([...parts], grain.bounds.mixedSizes)) {
      for (const one of rows)
        for (const other of rows) if (one !== other) mixtures.push({ size, part, one, other });
    }
  }
  const kept = grain.thin(mixtures, Math.max(2, grain.bounds.shapes - plain.length));
  return [
    ...plain,
    ...kept.map(({ size, part, one, other }) => [...repeat(one, part), ...repeat(other, size - part)]),
  ];
}

/** Lists without repetition, e.g. of codes: each alone, and the first so many together. */
function distinct(rows: readonly Json[], sizes: readonly number[]): readonly (readonly Json[])[] {
  const shapes = sizes.flatMap((size) => {
    if (size > rows.length) return [];
    return size === 1 ? rows.map((row) => [row]) : [rows.slice(0, size), rows.slice(rows.length - size)];
  });
  return [...new Map(shapes.map((shape) => [JSON.stringify(shape), shape])).values()];
}
