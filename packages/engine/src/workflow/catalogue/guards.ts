import type { GuardRef } from '@zhinan/model';
import type { NameRef } from '../machine-index.ts';
import type { GuardKind, Judgement } from './guard.ts';
import { answer, count, hasReason, is } from './guards-of-answers.ts';
import { filled, matches } from './guards-of-forms.ts';
import { all, any, not } from './guards-of-guards.ts';
import { table } from './guards-of-tables.ts';
import {
  canDraw,
  holdsTask,
  namesNewPerson,
  namesOpenTask,
  namesPeople,
  settled,
  untouched,
  verdict,
} from './guards-of-tasks.ts';
import { everyMember, memberAnswers, ranked, ranksAll, withinQuota } from './guards-of-members.ts';
import { eligible, ineligible, rule } from './guards-of-rules.ts';
import { before, notBefore } from './guards-of-time.ts';
import type { CatalogueEntry } from './parameter.ts';
import type { Scope } from './scope.ts';

const kinds: { readonly [Type in GuardRef['type']]: GuardKind<Type> } = {
  eligible,
  ineligible,
  rule,
  before,
  notBefore,
  answer,
  filled,
  table,
  hasReason,
  is,
  count,
  holdsTask,
  verdict,
  settled,
  untouched,
  namesNewPerson,
  namesOpenTask,
  namesPeople,
  canDraw,
  matches,
  everyMember,
  ranked,
  ranksAll,
  memberAnswers,
  withinQuota,
  not,
  all,
  any,
};

/** Guards by name, as an author may write them. */
export const guardCatalogue: Readonly<Record<GuardRef['type'], CatalogueEntry>> = kinds;

/** Evaluates a guard that machine creation has checked. Throws on a name outside the catalogue. */
export function evaluateGuard(guard: NameRef | GuardRef, scope: Scope): Judgement {
  if (!Object.hasOwn(kinds, guard.type)) throw new Error(`unknown guard "${guard.type}"`);
  // Sound because machine creation compared the params with the entry's specs.
  const kind = kinds[guard.type as GuardRef['type']] as GuardKind;
  const params = ('params' in guard ? guard.params : {}) as Parameters<GuardKind['judge']>[0];
  return kind.judge(params, scope, (nested) => evaluateGuard(nested, scope));
}
