import type { RowList } from './row-list.ts';

type RowChanges = typeof import('./row-changes.ts');

let here: RowChanges | undefined;

/** What changes lists: many a form is only read, or has its rows already. */
export async function rowChanges(): Promise<RowChanges> {
  here ??= await import('./row-changes.ts');
  return here;
}

/** Changes a list: at once, or with the first change when what does so has come. */
export function changeRows({ at, options }: RowList, change: (changes: RowChanges) => void): void {
  if (here) change(here);
  else void at.form.late.load(options, rowChanges, change);
}
