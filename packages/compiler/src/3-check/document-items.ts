import type { DocumentBlock, DocumentItem } from '@zhinan/model';
import { parseItem, parseText } from '@zhinan/documents';
import type { ParsedItem } from '@zhinan/documents';

/** One thing that a document prints, and where it is written. */
export interface PrintedItem {
  /** As the author wrote it. */
  readonly written: string;
  /** Path below the block. */
  readonly at: string;
  /** Absent where it cannot be read. Paths start at the form, those of columns too. */
  readonly item?: ParsedItem;
}

/** Everything a block prints: fields, places in texts, columns, days of signatures. */
export function itemsOf(block: DocumentBlock): readonly PrintedItem[] {
  if (block.fields) return block.fields.map((item, index) => printed(item, `/fields/${index}`));
  if (block.text !== undefined)
    return parseText(block.text)
      .filter((piece) => typeof piece !== 'string')
      .map((piece) => ({ ...piece, at: '/text' }));
  if (block.table) {
    const { of, columns } = block.table;
    const list = of === 'members' ? [] : of.split('.');
    const named = columns.map((column) => (typeof column === 'string' ? column : column.field));
    // A sum can only stand below a column.
    const totals = (block.table.total ?? []).map((name, index) =>
      named.includes(name)
        ? printed({ sum: [...list, name].join('.') }, `/table/total/${index}`)
        : { written: name, at: `/table/total/${index}` },
    );
    const cells = columns.map((column, index) => {
      const found = printed(column, `/table/columns/${index}`);
      const source = found.item?.source;
      if (!found.item || !source || !('path' in source)) return found;
      return { ...found, item: { ...found.item, source: { ...source, path: [...list, ...source.path] } } };
    });
    return [...cells, ...totals];
  }
  for (const kind of ['signature', 'seal'] as const) {
    const signOff = block[kind];
    if (signOff !== undefined && typeof signOff !== 'string' && signOff.date !== undefined)
      return [printed(signOff.date, `/${kind}/date`)];
  }
  return [];
}

function printed(item: string | DocumentItem, at: string): PrintedItem {
  const parsed = parseItem(item);
  const written = typeof item === 'string' ? item : JSON.stringify(item);
  return { written, at, ...(parsed ? { item: parsed } : {}) };
}
