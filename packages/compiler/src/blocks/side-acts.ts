import type { GuardRef, StateMeta } from '@zhinan/model';
import type { Site } from './block.ts';
import type { Act } from './shared-params.ts';
import { acting, all, type Transition } from './transitions.ts';

type Clause = NonNullable<StateMeta['clause']>;
type On = Readonly<Record<string, Transition | readonly Transition[]>>;

/** Acts that must be done in this step before it can be left; each fills in a form. */
export function firstActs(site: Site, acts: readonly Act[], clause: Clause): On {
  return sideActs(site, acts, clause, 'FIRST');
}

/** Acts that may be done here and leave the step where it is. */
export function otherActs(site: Site, acts: readonly Act[], clause: Clause): On {
  return sideActs(site, acts, clause, 'ALSO');
}

function sideActs(site: Site, acts: readonly Act[], clause: Clause, prefix: string): On {
  return Object.assign(
    {},
    ...acts.map((act, index) => {
      const title = act.form === undefined ? '办理' : `填写${site.form(act.form)}`;
      const event = act.form === undefined ? `${prefix}_${index + 1}` : `FILL_${constant(act.form)}`;
      return acting(site, act, { event, title, clause }, [{}]);
    }),
  ) as On;
}

/** The condition that every form of `first` has been filled in, with what to say while one has not. */
export function firstDone(
  site: Site,
  acts: readonly Act[],
): { readonly guard?: GuardRef; readonly otherwise?: string } {
  const forms = acts.flatMap((act) => act.form ?? []);
  const guard = all(...forms.map((form): GuardRef => ({ type: 'filled', params: { form } })));
  if (!guard) return {};
  return { guard, otherwise: `请先办：${forms.map((form) => site.form(form)).join('、')}` };
}

/** `pledge-person` → `PLEDGE_PERSON`, `regionHr` → `REGION_HR`. */
export function constant(id: string): string {
  return id
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
}

/** `region-hr` → `regionHr`. */
export function camel(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9]+([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
