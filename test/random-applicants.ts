import * as fc from 'fast-check';
import type { Contract, Facts, Json, JsonObject, ProgramContract } from '@zhinan/model';
import { rulesSourceOf } from '../packages/compiler/src/rules/program-rules.ts';
import { partsOf } from '../packages/compiler/src/rules/typed.ts';
import type { Typed } from '../packages/compiler/src/rules/typed.ts';
import { fieldsOf } from '../packages/compiler/src/rules/types.ts';
import type { FieldType, Type } from '../packages/compiler/src/rules/types.ts';

/** Values that the rules name: random answers are taken from these and from just beside them. */
interface Named {
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
  readonly dates: readonly string[];
}

const day = 86_400_000;
const dateText = (time: number): string => new Date(time).toISOString().slice(0, 10);

function* within(typed: Typed): Generator<Typed> {
  yield typed;
  for (const part of partsOf(typed)) yield* within(part);
}

const isDate = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value);

function named(expressions: readonly Typed[]): Named {
  const literals = expressions
    .flatMap((typed) => [...within(typed)])
    .flatMap((one) => (one.is === 'literal' ? [one.value] : one.is === 'reference' ? [one.date] : []));
  const texts = literals.filter((value) => typeof value === 'string');
  return {
    numbers: [...new Set(literals.filter((value) => typeof value === 'number'))],
    texts: [...new Set(texts.filter((value) => !isDate(value)))],
    dates: [...new Set(texts.filter(isDate))],
  };
}

const number = ({ numbers }: Named, { min = 0, max = 1_000_000 }: { min?: number; max?: number }) => {
  const near = numbers.flatMap((one) => [one - 1, one, one + 1]).filter((one) => one >= min && one <= max);
  const low = fc.integer({ min: Math.ceil(min), max: Math.floor(Math.min(max, min + 12)) });
  const any = fc.integer({ min: Math.ceil(min), max: Math.floor(max) });
  return near.length ? fc.oneof(low, fc.constantFrom(...near), any) : fc.oneof(low, any);
};

/** Days on, before and after whole years ago; 29 February among them. */
const date = ({ dates }: Named) =>
  fc
    .tuple(
      fc.constantFrom(...(dates.length ? dates : ['2025-01-01'])),
      fc.integer({ min: -3, max: 70 }),
      fc.oneof(fc.integer({ min: -1, max: 1 }), fc.integer({ min: -200, max: 200 })),
    )
    .map(([from, years, days]) =>
      dateText(Date.parse(`${Number(from.slice(0, 4)) - years}${from.slice(4)}T00:00:00Z`) + days * day),
    )
    .map((text) => (text.endsWith('-02-28') && text < '2000' ? '1996-02-29' : text));

function answer(field: FieldType | { readonly type: Type }, names: Named): fc.Arbitrary<Json> {
  const { type } = field;
  switch (type.is) {
    case 'number':
      return number(names, 'title' in field ? field : {});
    case 'boolean':
      // Most declarations are made.
      return fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.constant(false));
    case 'date':
      return date(names);
    case 'rank':
      return fc.constantFrom(...type.options.codes);
    case 'text': {
      const { codes } = type.options ?? { codes: [] };
      if (!codes.length) return fc.constantFrom('甲', ...names.texts);
      const used = codes.filter((code) => names.texts.includes(String(code)));
      return used.length
        ? fc.oneof(fc.constantFrom(...used), fc.constantFrom(...codes))
        : fc.constantFrom(...codes);
    }
    case 'list':
      return fc.array(answer({ type: type.item }, names), { maxLength: 8 });
    case 'record':
      return fc.record(
        Object.fromEntries([...type.fields].map(([name, inner]) => [name, answer(inner, names)])),
        { noNullPrototype: true },
      ) as fc.Arbitrary<JsonObject>;
    default:
      return fc.constant(null);
  }
}

/** Only what the rules read: the other answers cannot matter, which the types prove. */
function pruned(
  fields: ReadonlyMap<string, FieldType>,
  prefix: string,
  read: readonly string[],
): ReadonlyMap<string, FieldType> {
  return new Map(
    [...fields].flatMap(([name, field]): [string, FieldType][] => {
      const key = `${prefix}/${name}`;
      if (!read.some((one) => one === key || one.startsWith(`${key}/`) || one.startsWith(`${key}[]`)))
        return [];
      const { type } = field;
      if (type.is === 'record')
        return [[name, { ...field, type: { is: 'record', fields: pruned(type.fields, key, read) } }]];
      if (type.is === 'list' && type.item.is === 'record') {
        const item: Type = { is: 'record', fields: pruned(type.item.fields, `${key}[]`, read) };
        return [[name, { ...field, type: { is: 'list', item } }]];
      }
      return [[name, field]];
    }),
  );
}

/** Complete answers to all that a programme's rules read, near the values where the rules turn. */
export function applicants(contract: Contract, program: ProgramContract): fc.Arbitrary<Facts> {
  const { parts } = rulesSourceOf(contract, program);
  const names = named(parts.flatMap(({ main, when }) => (when ? [main, when] : [main])));
  const read = parts.flatMap(({ fields }) => fields);
  const forms = program.rules.facts.map((id) => {
    const schema = program.forms[id]?.schema ?? {};
    const fields = pruned(fieldsOf(schema, contract.codeLists), id, read);
    return [id, answer({ type: { is: 'record', fields } }, names)] as const;
  });
  return fc.record(Object.fromEntries(forms)) as fc.Arbitrary<Facts>;
}
