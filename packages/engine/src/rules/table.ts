import type { HitPolicy, TableHit } from '@zhinan/model';
import type { Scope } from './fields.ts';
import { Gap, and, choose, either, hi, isGap, lo, needsIn, unknown } from './gap.ts';
import type { Logic, Num, Value } from './gap.ts';
import { add, max, min } from './number.ts';
import { count } from './rows.ts';
import type { Rows } from './rows.ts';
import type { Expr, Params } from './specs.ts';

/** A decision table with every distinct test and value written once; rows are positions in these. */
export interface TableSpec {
  readonly id: string;
  readonly clauses: readonly string[];
  readonly hit: HitPolicy;
  /** Every case has a row: proved by the compiler, never relied upon to invent a value. */
  readonly complete?: boolean;
  readonly inputs: readonly Expr<Value>[];
  /** Per column its distinct tests. */
  readonly tests: readonly (readonly ((value: never, facts: Scope, params: Params) => Logic)[])[];
  /** Per output its distinct values. */
  readonly values: readonly (readonly (number | string | boolean | Expr<Value>)[])[];
  /** Per output the value when no row matches. */
  readonly defaults?: readonly (number | string | boolean | undefined)[];
  /** For each row: position of the test per column (-1 = any), then position of the value per output. */
  readonly rows: readonly (readonly number[])[];
  /** Numbers under which the author knows the rows, where they stand in another order. */
  readonly numbers?: readonly number[];
  /** Clauses of rows that have their own, by position. */
  readonly rowClauses?: Readonly<Record<number, readonly string[]>>;
}

interface Match {
  readonly row: number;
  readonly holds: Logic;
}

/** Rows that match or may match, in order; each distinct test is asked at most once. */
function matches({ inputs, tests, rows }: TableSpec, facts: Scope, params: Params): readonly Match[] {
  const values = inputs.map((input) => input(facts, params));
  const known = tests.map((): (Logic | undefined)[] => []);
  const ask = (column: number, test: number): Logic =>
    ((known[column] ?? [])[test] ??=
      tests[column]?.[test]?.(values[column] as never, facts, params) ?? false);
  const found: Match[] = [];
  for (const [row, cells] of rows.entries()) {
    let holds: Logic = true;
    for (let column = 0; column < inputs.length && holds !== false; column += 1) {
      const test = cells[column] ?? -1;
      if (test >= 0) holds = and(holds, ask(column, test));
    }
    if (holds !== false) found.push({ row, holds });
  }
  return found;
}

const valueOf = (table: TableSpec, { row }: Match, output: number, facts: Scope, params: Params): Value => {
  const value = table.values[output]?.[table.rows[row]?.[table.inputs.length + output] ?? -1];
  return (typeof value === 'function' ? value(facts, params) : value) ?? unknown;
};

const titleOf = ({ id }: TableSpec, { words }: Scope): string => words?.parts[`table ${id}`]?.[0] ?? id;

const same = (a: Value, b: Value) => a === b && !isGap(a);

/** What the table says of one output; contradiction and no row are unknown for good, never a silent choice. */
export function read(table: TableSpec, output: number, facts: Scope, params: Params): Value {
  const found = matches(table, facts, params);
  const value = (match: Match) => valueOf(table, match, output, facts, params);
  const sure = found.filter(({ holds }) => holds === true);
  const maybe = found.filter(({ holds }) => holds !== true);
  const open = maybe.map(({ holds }) => holds);
  const otherwise: Value = table.defaults?.[output] ?? unknown;
  const all = (some: readonly Match[]): Value => {
    // Thousands of rows have few different values.
    const distinct = new Map(some.map((one) => [table.rows[one.row]?.[table.inputs.length + output], one]));
    const [first = unknown, ...rest] = [...distinct.values()].map(value);
    return rest.reduce((a, b) => either(a, b), first);
  };
  /** One of these rows, or none of them when `orElse` is possible. */
  const oneOf = (some: readonly Match[], orElse: boolean): Value => {
    if (!some.length) return otherwise;
    const one = orElse && !table.complete ? either(all(some), otherwise) : all(some);
    return isGap(one)
      ? new Gap([...needsIn(some.map(({ holds }) => holds)), ...one.needs], one.lo, one.hi, one.among)
      : one;
  };
  switch (table.hit) {
    case 'U': {
      const [first, second] = sure;
      if (second) return unknown;
      // A row that might match beside one that does would be a contradiction: nothing may be promised.
      if (first) return maybe.length ? new Gap(needsIn(open)) : value(first);
      return oneOf(maybe, true);
    }
    case 'A': {
      const [first] = sure;
      if (!first) return oneOf(maybe, true);
      if (sure.some((one) => !same(value(one), value(first))))
        return sure.length > 1 ? unknown : value(first);
      return maybe.every((one) => same(value(one), value(first))) ? value(first) : new Gap(needsIn(open));
    }
    // The compiler has sorted a P table's rows by priority, so that the first one wins here too.
    case 'P':
    case 'F': {
      const end = found.findIndex(({ holds }) => holds === true);
      return end < 0 ? oneOf(maybe, true) : oneOf(found.slice(0, end + 1), false);
    }
    case 'C+':
      return found.reduce<Num>(
        (total, one) => add(total, choose<Num>(one.holds, value(one) as Num, 0) as Num),
        0,
      );
    case 'C#':
      return count({ rows: found.map(({ holds }) => ({ scope: facts, in: holds })) });
    case 'C<':
    case 'C>':
      return outermost(table.hit, sure.map(value) as Num[], maybe.map(value) as Num[], open, otherwise);
    default:
      return unknown;
  }
}

function outermost(
  hit: 'C<' | 'C>',
  sure: readonly Num[],
  maybe: readonly Num[],
  open: readonly Logic[],
  otherwise: Value,
): Value {
  const pick = hit === 'C<' ? min : max;
  if (!maybe.length) return sure.length ? pick(...sure) : otherwise;
  const most = pick(...sure, ...maybe);
  const least: Value = sure.length ? pick(...sure) : otherwise;
  const ends = [
    lo(most),
    lo(least),
    hi(most),
    hi(least),
    ...(sure.length ? [] : maybe.flatMap((one) => [lo(one), hi(one)])),
  ];
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  return from === to ? from : new Gap(needsIn([...open, ...sure, ...maybe]), from, to);
}

/** The values of all matching rows of a C table, as a list. */
export function hits(table: TableSpec, output: number, facts: Scope, params: Params): Rows {
  return {
    rows: matches(table, facts, params).map((match) => ({
      scope: {
        data: valueOf(table, match, output, facts, params),
        at: '',
        label: `${titleOf(table, facts)}第${table.numbers?.[match.row] ?? match.row + 1}行`,
        open: facts.open,
      },
      in: match.holds,
    })),
  };
}

/** Which rows decided, or why none did; nothing while that is still open. */
export function hit(table: TableSpec, facts: Scope, params: Params): TableHit | undefined {
  const found = matches(table, facts, params);
  if (table.hit !== 'F' && table.hit !== 'P' && found.some(({ holds }) => holds !== true)) return undefined;
  if (found[0] && found[0].holds !== true) return undefined;
  const chosen = table.hit === 'F' || table.hit === 'P' ? found.slice(0, 1) : found;
  const contradicts =
    chosen.length > 1 &&
    (table.hit === 'U' ||
      (table.hit === 'A' &&
        table.values.some((_, output) => {
          const values = chosen.map((one) => valueOf(table, one, output, facts, params));
          return values.some((one) => !same(one, values[0] ?? unknown));
        })));
  const none =
    !chosen.length && !table.defaults && table.hit !== 'C' && table.hit !== 'C+' && table.hit !== 'C#';
  const own = chosen.flatMap(({ row }) => table.rowClauses?.[row] ?? []);
  return {
    table: table.id,
    title: titleOf(table, facts),
    rows: chosen.map(({ row }) => table.numbers?.[row] ?? row + 1),
    clauses: [...new Set(own.length ? own : table.clauses)],
    ...(contradicts ? { fault: 'overlap' as const } : none ? { fault: 'no-row' as const } : {}),
  };
}
