import type { DelayDefinition } from '@zhinan/model';

/** The answer or kept value whose date a wait depends on, with the key it is written under. */
export function dateIn(
  delay: DelayDefinition,
): { readonly key: 'dateOf' | 'from'; readonly name: string } | undefined {
  if ('dateOf' in delay) return { key: 'dateOf', name: delay.dateOf };
  if ('instant' in delay || delay.from === undefined) return undefined;
  return { key: 'from', name: delay.from };
}
