import type { AmountDefinition, QuotaDefinition } from '@zhinan/model';
import type { CompiledPart } from './compiled-source.ts';
import type { ExpressionReader } from './reader.ts';
import { fieldsRead, parametersRead } from './typed.ts';
import type { Typed } from './typed.ts';
import { boolean } from './types.ts';

type Clauses = { readonly clause: string | readonly string[] };

export const clauseOf = ({ clause }: Clauses): string | undefined => [clause].flat()[0];

/** A part of the definition with its bound expressions. */
export function part(
  kind: CompiledPart['kind'],
  { id, clause }: { readonly id: string } & Clauses,
  pointer: string,
  main: Typed,
  when?: Typed,
  more: Readonly<Record<string, Typed>> = {},
): CompiledPart {
  const all = [main, ...(when ? [when] : []), ...Object.values(more)];
  return {
    kind,
    id,
    clauses: [clause].flat(),
    pointer,
    main,
    ...(when ? { when } : {}),
    ...(Object.keys(more).length ? { more } : {}),
    fields: [...new Set(all.flatMap((typed) => fieldsRead(typed).map(({ field }) => field.key)))],
    parameters: [...new Set(all.flatMap((typed) => [...parametersRead(typed)]))],
  };
}

/** An amount: its value, what was received already, and the conditions of its instalments. */
export function amountPart(
  amount: AmountDefinition,
  pointer: string,
  reader: ExpressionReader,
  reference: string | undefined,
): CompiledPart {
  const clause = clauseOf(amount);
  const main = reader.read(amount.value, `${pointer}/value`, 'number', clause, reference);
  const more: Record<string, Typed> = {};
  if (amount.topUp) {
    const { against } = amount.topUp;
    more['topUp'] = reader.read(against, `${pointer}/topUp/against`, 'number', clause, reference);
  }
  for (const [index, { when }] of (amount.instalments ?? []).entries()) {
    if (when === undefined) continue;
    const at = `instalments/${index}`;
    more[at] = reader.read(when, `${pointer}/${at}/when`, 'boolean', clause, reference);
  }
  return part('amount', amount, pointer, main, undefined, more);
}

/** A quota: which members count, and by what they are told apart. */
export function quotaPart(quota: QuotaDefinition, pointer: string, reader: ExpressionReader): CompiledPart {
  const clause = clauseOf(quota);
  const main: Typed =
    quota.where === undefined
      ? { is: 'literal', type: boolean, value: true }
      : reader.read(quota.where, `${pointer}/where`, 'boolean', clause);
  const more: Record<string, Typed> = {};
  if (quota.per !== undefined) {
    const per = reader.read(quota.per, `${pointer}/per`, undefined, clause);
    const plain = per.type.is !== 'list' && per.type.is !== 'record';
    more['per'] = plain ? per : reader.read(quota.per, `${pointer}/per`, 'text', clause);
  }
  return part('quota', quota, pointer, main, undefined, more);
}
