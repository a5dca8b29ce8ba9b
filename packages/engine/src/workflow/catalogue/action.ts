import type { ActionRef } from '@zhinan/model';
import type { EffectBody } from '../effect.ts';
import type { CaseContext } from '../snapshot.ts';
import type { CatalogueEntry } from './parameter.ts';
import type { Scope } from './scope.ts';

export type ActionParams<Type extends ActionRef['type']> =
  Extract<ActionRef, { readonly type: Type }> extends { readonly params?: infer Params }
    ? NonNullable<Params>
    : object;

/** An action that changes what the machine remembers. */
export interface ChangeKind<Type extends ActionRef['type'] = ActionRef['type']> extends CatalogueEntry {
  change(params: Partial<ActionParams<Type>>, scope: Scope): CaseContext;
}

/** An action that asks the host for something. `status` is where the machine stands after the step. */
export interface EffectKind<Type extends ActionRef['type'] = ActionRef['type']> extends CatalogueEntry {
  effect(params: ActionParams<Type>, scope: Scope, status: string): EffectBody;
}
