import type { FactView, GuardRef, Truth } from '@zhinan/model';
import type { GuardNote } from '../refusal.ts';
import type { CatalogueEntry } from './parameter.ts';
import type { Scope } from './scope.ts';

/** Truth of a guard with what makes it not true. */
export interface Judgement {
  readonly truth: Truth;
  readonly notes: readonly GuardNote[];
  /** How things stand, in Chinese, whatever the truth: what a negation has to say. */
  readonly says?: string;
}

type GuardParams<Type extends GuardRef['type']> =
  Extract<GuardRef, { readonly type: Type }> extends { readonly params: infer Params } ? Params : object;

/** One guard of the catalogue. `judge` gets the evaluator of nested guards. */
export interface GuardKind<Type extends GuardRef['type'] = GuardRef['type']> extends CatalogueEntry {
  judge(params: GuardParams<Type>, scope: Scope, evaluate: (guard: GuardRef) => Judgement): Judgement;
}

export const holds: Judgement = { truth: true, notes: [] };

/** A judgement with one note, unless it is true. */
export function judged(
  guard: string,
  truth: Truth,
  text: string,
  more: { readonly clauses?: readonly string[]; readonly missing?: readonly FactView[] } = {},
): Judgement {
  if (truth === true) return { ...holds, says: text };
  return {
    truth,
    says: text,
    notes: [{ guard, truth, text, clauses: more.clauses ?? [], missing: more.missing ?? [] }],
  };
}
