/** A row of two lists laid side by side: what both have in common stands in one row. */
export interface Row<T> {
  readonly a?: T;
  readonly b?: T;
}

/** Lays two lists side by side in their order, with as many common rows as possible. */
export function align<T>(a: readonly T[], b: readonly T[], keyOf: (item: T) => string): readonly Row<T>[] {
  const ka = a.map(keyOf);
  const kb = b.map(keyOf);
  // common[i][j]: most rows that a from i and b from j have in common.
  const common: number[][] = [];
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row: number[] = [];
    for (let j = b.length - 1; j >= 0; j -= 1)
      row[j] = ka[i] === kb[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), row[j + 1] ?? 0);
    common[i] = row;
  }
  const rows: Row<T>[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i];
    const right = b[j];
    if (left !== undefined && right !== undefined && ka[i] === kb[j]) {
      rows.push({ a: left, b: right });
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      rows.push({ a: left });
      i += 1;
    } else if (right !== undefined) {
      rows.push({ b: right });
      j += 1;
    }
  }
  return rows;
}
