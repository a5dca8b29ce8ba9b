import type { HitPolicy } from '@zhinan/model';
import type { FieldType, Type } from './types.ts';

/** A field as expressions use it: read from all answers, or from one row of the list `row`. */
export interface FieldUse extends FieldType {
  /** Unique: `application/apprentices[]/targetLevel`. */
  readonly key: string;
  /** Path from the scope it is read in: `application/skillLevel`, or `targetLevel` in a row. */
  readonly path: string;
}

/** Variable that stands for one row: its number is its depth of nesting. */
export type RowVariable = number;

export type Comparison = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';
export type Arithmetic = 'add' | 'sub' | 'mul' | 'div';
export type Measure = 'age' | 'years' | 'months' | 'days';

/**
 * An expression whose names are bound and whose types agree: the one form from which code, words, plain FEEL
 * and analysis are made. Ranks are positions in their enum.
 */
export type Typed = { readonly type: Type } & (
  | { readonly is: 'literal'; readonly value: number | string | boolean; readonly title?: string }
  | { readonly is: 'unknown' }
  | { readonly is: 'reference'; readonly date: string }
  | { readonly is: 'parameter'; readonly name: string }
  | { readonly is: 'field'; readonly field: FieldUse; readonly row?: RowVariable }
  | { readonly is: 'and' | 'or'; readonly parts: readonly Typed[] }
  | { readonly is: 'not'; readonly of: Typed }
  | { readonly is: 'compare'; readonly op: Comparison; readonly left: Typed; readonly right: Typed }
  | {
      readonly is: 'one-of';
      readonly value: Typed;
      readonly options: readonly Typed[];
      readonly set?: string;
    }
  | { readonly is: 'arithmetic'; readonly op: Arithmetic; readonly left: Typed; readonly right: Typed }
  | { readonly is: 'measure'; readonly op: Measure; readonly start: Typed; readonly end: Typed }
  | { readonly is: 'share'; readonly part: Typed; readonly whole: Typed; readonly whenEmpty: Typed }
  | { readonly is: 'extreme'; readonly op: 'min' | 'max'; readonly of: readonly Typed[] }
  | { readonly is: 'choose'; readonly condition: Typed; readonly yes: Typed; readonly no: Typed }
  | { readonly is: 'filter'; readonly list: Typed; readonly row: RowVariable; readonly keep: Typed }
  | { readonly is: 'project'; readonly list: Typed; readonly row: RowVariable; readonly value: Typed }
  | { readonly is: 'count'; readonly list: Typed }
  | {
      readonly is: 'total';
      readonly op: 'sum' | 'min' | 'max';
      readonly list: Typed;
      readonly row: RowVariable;
      readonly value: Typed;
    }
  | {
      readonly is: 'quantified';
      readonly op: 'some' | 'every';
      readonly list: Typed;
      readonly row: RowVariable;
      readonly test: Typed;
    }
  /** An output of a decision table, by its position. */
  | { readonly is: 'table'; readonly table: TypedTable; readonly output: number }
  /** A date moved by whole years, months or days. */
  | {
      readonly is: 'shift';
      readonly date: Typed;
      readonly by: Typed;
      readonly unit: DateUnit;
      readonly sign: 1 | -1;
    }
  /** Working days from one date to another, both counted. */
  | { readonly is: 'workdays'; readonly start: Typed; readonly end: Typed }
);

export type DateUnit = 'years' | 'months' | 'days';

/**
 * A decision table whose expressions are bound. Every test of a column stands over that column's input itself (the
 * very same object), so that a test reads as an ordinary condition: `skillLevel >= "技师"`.
 */
export interface TypedTable {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly hitPolicy: HitPolicy;
  readonly complete: boolean;
  readonly pointer: string;
  readonly inputs: readonly { readonly label: string; readonly value: Typed }[];
  readonly outputs: readonly {
    readonly name: string;
    /** Of one value; a C table's output is a list of these. */
    readonly type: Type;
    readonly unit?: string;
    readonly default?: Typed;
    /** For policy P, from the highest priority down. */
    readonly values?: readonly Typed[];
  }[];
  readonly rows: readonly TypedRow[];
}

export interface TypedRow {
  readonly pointer: string;
  /** A condition for each input; undefined for `-`. */
  readonly when: readonly (Typed | undefined)[];
  readonly then: readonly Typed[];
  /** The row's own clauses; empty where the table's hold. */
  readonly clauses: readonly string[];
}

/** The expressions directly inside one. */
export function partsOf(typed: Typed): readonly Typed[] {
  switch (typed.is) {
    case 'and':
    case 'or':
      return typed.parts;
    case 'not':
      return [typed.of];
    case 'compare':
    case 'arithmetic':
      return [typed.left, typed.right];
    case 'one-of':
      return [typed.value, ...typed.options];
    case 'measure':
      return [typed.start, typed.end];
    case 'share':
      return [typed.part, typed.whole, typed.whenEmpty];
    case 'extreme':
      return typed.of;
    case 'choose':
      return [typed.condition, typed.yes, typed.no];
    case 'filter':
      return [typed.list, typed.keep];
    case 'project':
    case 'total':
      return [typed.list, typed.value];
    case 'count':
      return [typed.list];
    case 'quantified':
      return [typed.list, typed.test];
    case 'shift':
      return [typed.date, typed.by];
    case 'workdays':
      return [typed.start, typed.end];
    case 'table':
      return partsOfTable(typed.table);
    default:
      return [];
  }
}

/** The inputs, tests and values of a table, each once however many rows repeat them. */
function partsOfTable({ inputs, outputs, rows }: TypedTable): readonly Typed[] {
  const parts = new Set(inputs.map(({ value }) => value));
  for (const output of outputs) if (output.default) parts.add(output.default);
  for (const { when, then } of rows) {
    for (const part of then) parts.add(part);
    for (const test of when) if (test) parts.add(test);
  }
  return [...parts];
}

/** An expression and everything inside it, outermost first. */
function* within(typed: Typed): Generator<Typed> {
  yield typed;
  for (const part of partsOf(typed)) yield* within(part);
}

/** Fields an expression reads, each once, in order of first use. */
export function fieldsRead(typed: Typed): readonly Extract<Typed, { is: 'field' }>[] {
  const found = new Map<string, Extract<Typed, { is: 'field' }>>();
  for (const one of within(typed))
    if (one.is === 'field' && !found.has(one.field.key)) found.set(one.field.key, one);
  return [...found.values()];
}

/** Parameters an expression reads. */
export function parametersRead(typed: Typed): ReadonlySet<string> {
  return new Set([...within(typed)].flatMap((one) => (one.is === 'parameter' ? [one.name] : [])));
}

/** Decision tables an expression reads, those read by these tables first. */
export function tablesRead(typed: Typed): readonly TypedTable[] {
  const found = new Set<TypedTable>();
  for (const one of within(typed)) if (one.is === 'table') found.add(one.table);
  return [...found].toReversed();
}
