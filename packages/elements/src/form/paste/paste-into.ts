import type { RowsOptions } from '../row-changes.ts';
import type { Scope } from '../scope.ts';

/** Asks for copied cells, or takes those given, and adds what comes of them. */
export async function pasteInto(at: Scope, key: string, options: RowsOptions, text?: string): Promise<void> {
  const [{ pasteRows }, columns] = await Promise.all([import('./paste-rows.ts'), options.columns?.() ?? []]);
  pasteRows(at, key, options, columns, text);
}
