import type { Column } from '../row-list.ts';

/** Which column of the list each column of the sheet fills; undefined = none. */
export interface Layout {
  readonly columns: readonly {
    readonly column: Column | undefined;
    readonly written: string;
    readonly times: number;
  }[];
  /** The sheet's first row names the columns and is no row of the list. */
  readonly hasHeader: boolean;
}

/** A heading without what people add to it: 金额（万元）* is 金额. */
function bare(title: string): string {
  return title.replaceAll(/[（(][^（()）]*[）)]|[*＊:：\s]/g, '').toLowerCase();
}

/**
 * Recognises the header row by the titles of the list, whatever their order; without one, the columns are taken in the
 * order of the form.
 */
export function layoutOf(first: readonly string[], columns: readonly Column[]): Layout {
  const found = first.map((written) =>
    columns.find(({ title, key }) => bare(title) === bare(written) || key === written),
  );
  const known = found.filter((column) => column !== undefined).length;
  const hasHeader = known > 0 && known >= Math.min(2, columns.length, first.length);
  if (!hasHeader)
    return {
      hasHeader,
      columns: first.map((_, index) => ({
        column: columns[index],
        written: columns[index]?.title ?? '',
        times: 1,
      })),
    };
  const taken = new Set<Column>();
  return {
    hasHeader,
    columns: first.map((written, index) => {
      const column = found[index];
      const once = column && !taken.has(column) ? column : undefined;
      if (once) taken.add(once);
      const inWan = /[（(]\s*万/.test(written) && once?.unit !== '万元';
      return { column: once, written, times: inWan ? 10_000 : 1 };
    }),
  };
}
