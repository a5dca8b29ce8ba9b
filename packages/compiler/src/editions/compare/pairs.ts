import type { Json } from '@zhinan/model';
import { canonical } from '../../4-lower/canonical.ts';

type Named<T> = Readonly<Record<string, T>>;

/** The members of two collections put side by side by name. */
export interface Pairs<T> {
  readonly both: readonly { readonly id: string; readonly before: T; readonly after: T }[];
  readonly added: readonly { readonly id: string; readonly after: T }[];
  readonly removed: readonly { readonly id: string; readonly before: T }[];
}

/** Puts members side by side; with `alike`, a member that only got another name is no new one. */
export function pairs<T>(
  before: Named<T> = {},
  after: Named<T> = {},
  alike: (before: T, after: T) => boolean = () => false,
): Pairs<T> {
  const both: { id: string; before: T; after: T }[] = [];
  const removed: { id: string; before: T }[] = [];
  const free = new Map(Object.entries(after).filter(([id]) => !Object.hasOwn(before, id)));
  for (const [id, one] of Object.entries(before)) {
    const named = Object.hasOwn(after, id) ? after[id] : undefined;
    const twin = named === undefined ? [...free].find(([, other]) => alike(one, other)) : undefined;
    if (twin) free.delete(twin[0]);
    const other = named ?? twin?.[1];
    if (other === undefined) removed.push({ id, before: one });
    else both.push({ id: twin?.[0] ?? id, before: one, after: other });
  }
  return { both, removed, added: [...free].map(([id, one]) => ({ id, after: one })) };
}

/** A list of things with ids as a collection by id. */
export function byId<T extends { readonly id: string }>(list: readonly T[] = []): Named<T> {
  return Object.fromEntries(list.map((one) => [one.id, one]));
}

/** Equal as JSON, whatever the order of keys. */
export function same(before: unknown, after: unknown): boolean {
  return text(before) === text(after);
}

const text = (value: unknown) => (value === undefined ? '' : canonical(value as Json));

/** Members only the one or only the other list has. */
export function members<T>(
  before: readonly T[] = [],
  after: readonly T[] = [],
): { readonly added: readonly T[]; readonly removed: readonly T[] } {
  return {
    added: after.filter((one) => !before.some((other) => same(one, other))),
    removed: before.filter((one) => !after.some((other) => same(one, other))),
  };
}

export const clausesOf = (clause: string | readonly string[] | undefined): readonly string[] =>
  [clause ?? []].flat();
