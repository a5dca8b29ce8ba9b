import type { Json, JsonObject } from '@zhinan/model';
import { hashOf } from '../../random.ts';
import { isObject, listOf, valueAt } from '../json.ts';
import type { Scope } from './scope.ts';
import { peopleIn, tasksOf } from './tasks.ts';

/**
 * Who may be drawn: the event's `pool` without those who have a task already, whoever stood aside included, and without
 * those whose name or unit is one of the answers under `avoid` (`form.field`). No seed, no draw.
 */
export function lots(
  scope: Scope,
  list: string,
  avoid: readonly string[] = [],
): {
  readonly pool: readonly (JsonObject & { readonly person: string })[];
  readonly seed: string | undefined;
} {
  const { context, event } = scope;
  const near = avoid.flatMap((path) => listOf(answerAt(path, scope)));
  const taken = tasksOf(context, list).map(({ person }) => person);
  const pool = peopleIn(event?.data?.['pool']).filter(
    ({ person, unit }) => !taken.includes(person) && !near.includes(person) && !near.includes(unit ?? ''),
  );
  const seed = event?.data?.['seed'];
  return { pool, seed: typeof seed === 'string' && seed !== '' ? seed : undefined };
}

function answerAt(path: string, { context: { forms } }: Scope): Json | undefined {
  const [form = '', ...field] = path.split('.');
  const value = Object.hasOwn(forms, form) ? valueAt(forms[form], field.join('.')) : undefined;
  return isObject(value) ? undefined : value;
}

/**
 * `count` of the pool in an order that pool and seed alone decide: the same draw can be repeated by anybody who has the
 * event, and nobody can foresee it who has not the seed.
 */
export function drawn<T extends { readonly person: string }>(
  pool: readonly T[],
  count: number,
  seed: string,
): readonly T[] {
  return pool
    .map((each) => ({ each, lot: hashOf(`${seed}/${each.person}`) }))
    .sort((a, b) => a.lot - b.lot || (a.each.person < b.each.person ? -1 : 1))
    .slice(0, count)
    .map(({ each }) => each);
}
