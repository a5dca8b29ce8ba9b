import type { RoleRef } from '@zhinan/model';
import type { Scope } from './catalogue/scope.ts';
import type { GuardNote } from './refusal.ts';
import { askTable } from './tables.ts';

/** Who may act, as far as it is decided. */
export interface Roles {
  readonly roles: readonly string[];
  /** Tables that do not say yet who acts, with the answers they wait for. */
  readonly open: readonly GuardNote[];
}

/**
 * The roles that refs stand for. Tables are asked with the stored answers only: what an event brings along must not
 * decide who was permitted to bring it. While a table is undecided it permits nobody.
 */
export function rolesOf(
  refs: RoleRef | readonly RoleRef[] | undefined,
  { environment, context }: Pick<Scope, 'environment' | 'context'>,
): Roles {
  const roles = new Set<string>();
  const open: GuardNote[] = [];
  for (const ref of refList(refs)) {
    if (typeof ref === 'string') {
      roles.add(ref);
      continue;
    }
    const { title, clauses, values, missing } = askTable(environment, context.forms, ref);
    if (values === null) {
      const needed = missing.map((fact) => fact.title).join('、');
      const text = `“${title}”尚不能确定由谁办理${needed ? `，还缺：${needed}` : ''}`;
      open.push({ guard: 'role', truth: null, text, clauses, missing });
    }
    for (const value of values ?? []) {
      if (Object.hasOwn(environment.contract.roles, String(value))) roles.add(String(value));
    }
  }
  return { roles: [...roles], open };
}

/** One ref or several, as a list. */
export function refList(refs: RoleRef | readonly RoleRef[] | undefined): readonly RoleRef[] {
  if (refs === undefined) return [];
  return isRefs(refs) ? refs : [refs];
}

function isRefs(refs: RoleRef | readonly RoleRef[]): refs is readonly RoleRef[] {
  return Array.isArray(refs);
}
