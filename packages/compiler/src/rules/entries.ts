import type { Generator } from './generate.ts';
import { fieldsRead } from './typed.ts';
import type { Typed } from './typed.ts';

/** A requirement about each entry of a list, and how its test turns out for an entry that stands in the way. */
interface EachEntry {
  readonly list: Typed;
  readonly row: number;
  readonly test: Typed;
  readonly bad: boolean;
}

function eachOf(requirement: Typed): readonly EachEntry[] {
  if (requirement.is === 'and') return requirement.parts.flatMap(eachOf);
  if (requirement.is === 'quantified' && requirement.op === 'every') {
    const { list, row, test } = requirement;
    return [{ list, row, test, bad: false }];
  }
  if (requirement.is !== 'compare') return [];
  // `count(list[…]) = 0`: the entries that fit are those in the way.
  const { op, left, right } = requirement;
  const none = (op === 'eq' || op === 'le') && right.is === 'literal' && right.value === 0;
  if (!none || left.is !== 'count' || left.list.is !== 'filter') return [];
  const { list, row, keep } = left.list;
  return [{ list, row, test: keep, bad: true }];
}

/** Code that finds the entries in the way; undefined for a requirement that is not about entries. */
export function entriesCode(requirement: Typed, generator: Generator): string | undefined {
  const found = eachOf(requirement).map(({ list, row, test, bad }) => {
    const own = fieldsRead(test).filter((field) => field.row === row && field.type.is !== 'list');
    const fields = own.map(({ field }) => generator.field(field));
    const name = generator.rowName(row);
    return `...z.failing(${generator.expression(list)}, (${name}) => ${generator.expression(test)}, ${bad}, [${fields.join(', ')}])`;
  });
  return found.length ? `(f, p) => [${found.join(', ')}]` : undefined;
}
