import { fieldsRead, parametersRead, tablesRead } from './typed.ts';
import type { Typed } from './typed.ts';
import { inWords } from './words.ts';

/** The number a requirement compares when it is made from a list: people want to see it, not the list's length. */
export interface Figure {
  readonly title: string;
  readonly value: Typed;
  readonly list: Extract<Typed, { is: 'field' }>;
  readonly percent: boolean;
}

/** Finds the figure of a requirement that is one comparison. */
export function figureOf(requirement: Typed): Figure | undefined {
  if (requirement.is !== 'compare') return undefined;
  const { left: value } = requirement;
  if (value.is !== 'count' && value.is !== 'share' && value.is !== 'total') return undefined;
  // A plain count is the list's length, which the list itself shows.
  if (value.is === 'count' && value.list.is === 'field') return undefined;
  const list = fieldsRead(value).find((one) => one.row === undefined && one.type.is === 'list');
  if (!list || parametersRead(value).size > 0 || tablesRead(value).length > 0) return undefined;
  return { title: inWords(value, { parameters: new Map() }), value, list, percent: value.is === 'share' };
}
