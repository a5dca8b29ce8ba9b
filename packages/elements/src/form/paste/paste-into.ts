import type { RowList } from '../row-list.ts';

/** Asks for copied cells, or takes those given, and adds what comes of them. */
export async function pasteInto(list: RowList, text?: string): Promise<void> {
  const { columns } = list.options;
  const [{ pasteRows }, known] = await Promise.all([import('./paste-rows.ts'), columns?.() ?? []]);
  pasteRows(list, known, text);
}
