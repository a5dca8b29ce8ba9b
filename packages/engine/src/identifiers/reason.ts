/** A verdict on one identifier: valid, or the first thing that is wrong with it. */
export type Check<Reason extends string> =
  { readonly valid: true } | { readonly valid: false; readonly reason: Reason };

export const valid = { valid: true } as const;

export function invalid<Reason extends string>(reason: Reason): Check<Reason> {
  return { valid: false, reason };
}
