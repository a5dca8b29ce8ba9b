import type { RowList } from './row-list.ts';

type RowChanges = typeof import('./row-changes.ts');

/** What changes lists: many a form is only read, or has its rows already. */
export const rowChanges = (): Promise<RowChanges> => import('./row-changes.ts');

/** Changes a list, once what does so has come. */
export function changeRows({ at, options }: RowList, change: (changes: RowChanges) => void): void {
  void at.form.late.load(options, rowChanges, change);
}
