import type { ActionRef } from '@zhinan/model';
import type { EffectBody } from '../effect.ts';
import type { NameRef } from '../machine-index.ts';
import type { CaseContext } from '../snapshot.ts';
import type { ActionParams, ChangeKind, EffectKind } from './action.ts';
import { cc, flag, lookup, notify, pay, recover, render, select, send } from './actions-for-host.ts';
import { adjust, rank } from './actions-on-members.ts';
import { aggregate } from './actions-on-lists.ts';
import { stamp, useUp } from './actions-on-time.ts';
import {
  addSigner,
  assign,
  delegate,
  deputise,
  draw,
  recuse,
  removeSigner,
  transfer,
  vote,
} from './actions-on-tasks.ts';
import { append, keep, member, set, store } from './actions-on-context.ts';
import type { CatalogueEntry } from './parameter.ts';
import type { Scope } from './scope.ts';

type ChangeType =
  | 'store'
  | 'set'
  | 'keep'
  | 'append'
  | 'aggregate'
  | 'assign'
  | 'draw'
  | 'vote'
  | 'transfer'
  | 'delegate'
  | 'addSigner'
  | 'removeSigner'
  | 'recuse'
  | 'deputise'
  | 'stamp'
  | 'useUp'
  | 'rank'
  | 'adjust'
  | 'member';

const changes: { readonly [Type in ChangeType]: ChangeKind<Type> } = {
  store,
  set,
  keep,
  append,
  aggregate,
  assign,
  draw,
  vote,
  transfer,
  delegate,
  addSigner,
  removeSigner,
  recuse,
  deputise,
  stamp,
  useUp,
  rank,
  adjust,
  member,
};
const effects: { readonly [Type in Exclude<ActionRef['type'], ChangeType>]: EffectKind<Type> } = {
  notify,
  cc,
  select,
  lookup,
  render,
  send,
  pay,
  recover,
  flag,
};

/** Actions by name, as an author may write them. */
export const actionCatalogue: Readonly<Record<ActionRef['type'], CatalogueEntry>> = {
  ...changes,
  ...effects,
};

export const changeNames: readonly string[] = Object.keys(changes);
export const effectNames: readonly string[] = Object.keys(effects);

// The casts below are sound because machine creation compared the params with the entry's specs.

/** What the machine remembers after the action. Throws on a name outside the catalogue. */
export function applyChange({ type, params }: NameRef, scope: Scope): CaseContext {
  if (!Object.hasOwn(changes, type)) throw new Error(`unknown action "${type}"`);
  return (changes[type as ChangeType] as ChangeKind).change(
    params as Partial<ActionParams<ActionRef['type']>>,
    scope,
  );
}

/** What the action asks of the host. Throws on a name outside the catalogue. */
export function makeEffect({ type, params }: NameRef, scope: Scope, status: string): EffectBody {
  if (!Object.hasOwn(effects, type)) throw new Error(`unknown action "${type}"`);
  const kind = effects[type as keyof typeof effects] as EffectKind;
  return kind.effect(params as unknown as ActionParams<ActionRef['type']>, scope, status);
}
