import type { Diagnostic, Facts, Json, JsonObject } from '@zhinan/model';
import { reporter } from '../../diagnostics/message.ts';
import { analysisMessages } from '../../diagnostics/messages/analysis.ts';
import { byPriority } from '../../rules/table-code.ts';
import { fieldsRead } from '../../rules/typed.ts';
import type { Typed, TypedTable } from '../../rules/typed.ts';
import { evaluators, scopeOf } from './evaluator.ts';
import { Grain } from './grain.ts';
import { axesOf, combinations, sizeOf } from './space.ts';
import type { Subject } from './subject.ts';

const report = reporter(analysisMessages);
/** Applicants tried for columns that read the same fields, and cases of the whole table. */
const mostPeople = 20_000;
const mostTests = 5_000_000;
const mostCases = 60_000;
/** Findings of one kind about one table; the rest would say the same again. */
const mostTold = 5;

/** Columns that read the same fields, and the ways in which their tests may turn out together. */
interface Group {
  /** For each way: a person, and the rows (by position) whose tests in these columns hold. */
  /** Whether every combination of the values at which the tests turn was tried. */
  readonly exhaustive: boolean;
  readonly ways: readonly { readonly person: JsonObject; readonly rows: ReadonlySet<number> }[];
}

/** A case of the table: what somebody answers, and the rows that match, in the order in which they win. */
interface TableCase {
  readonly person: Facts;
  readonly rows: readonly number[];
}

const rootOf = (key: string) => key.split('[]')[0] ?? key;

/** Columns put together that share a field, so that groups can be combined freely. */
function columnGroups({ inputs, rows }: TypedTable): readonly (readonly number[])[] {
  const groups: { columns: number[]; roots: Set<string> }[] = [];
  for (const [column, { value }] of inputs.entries()) {
    const tests = new Set(rows.flatMap(({ when }) => when[column] ?? []));
    const roots = new Set(
      [value, ...tests].flatMap((typed) => fieldsRead(typed).map(({ field }) => rootOf(field.key))),
    );
    const merged = { columns: [column], roots };
    for (const group of groups.filter((one) => [...one.roots].some((root) => roots.has(root)))) {
      merged.columns.push(...group.columns);
      for (const root of group.roots) merged.roots.add(root);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(merged);
  }
  return groups.map(({ columns }) => columns.toSorted((a, b) => a - b));
}

function groupOf(table: TypedTable, columns: readonly number[], { ground }: Subject): Group {
  const tests = [
    ...new Set(table.rows.flatMap(({ when }) => columns.flatMap((column) => when[column] ?? []))),
  ];
  const asks = evaluators(tests, ground.region);
  const at = new Map<Typed, number>(tests.map((test, index) => [test, index]));
  const asked = [...columns.flatMap((column) => table.inputs[column]?.value ?? []), ...tests].map(
    (typed) => ({ typed }),
  );
  const grain = new Grain('full');
  const axes = axesOf(asked, { ...ground, grain }, 'form');
  const most = Math.min(mostPeople, Math.floor(mostTests / (tests.length + 1)));
  const ways = new Map<string, { person: JsonObject; rows: ReadonlySet<number> }>();
  for (const person of combinations(axes, most)) {
    const scope = scopeOf(person);
    for (const params of ground.settings) {
      const turned = asks.map((ask) => ask(scope, params));
      // What is not decided, e.g. the least of no rows, is no case to be covered.
      if (turned.some((one) => typeof one !== 'boolean')) continue;
      const key = turned.map((one) => (one === true ? '1' : '0')).join('');
      if (ways.has(key)) continue;
      const matching = table.rows.flatMap(({ when }, row) =>
        columns.every((column) => when[column] === undefined || turned[at.get(when[column]) ?? -1] === true)
          ? [row]
          : [],
      );
      ways.set(key, { person, rows: new Set(matching) });
    }
  }
  return { exhaustive: !grain.thinned && sizeOf(axes) <= most, ways: [...ways.values()] };
}

/** Every case of a table that its tests tell apart. */
function* casesOf(table: TypedTable, groups: readonly Group[]): Generator<TableCase> {
  const order = byPriority(table).map((row) => table.rows.indexOf(row));
  function* from(at: number, person: JsonObject, rows: readonly number[]): Generator<TableCase> {
    const group = groups[at];
    if (!group) yield { person: person as unknown as Facts, rows };
    else
      for (const way of group.ways)
        yield* from(
          at + 1,
          merged(person, way.person),
          rows.filter((row) => way.rows.has(row)),
        );
  }
  if (groups.every(({ ways }) => ways.length > 0)) yield* from(0, {}, order);
}

const isObject = (value: Json | undefined): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function merged(one: JsonObject, other: JsonObject): JsonObject {
  const result: Record<string, Json> = { ...one };
  for (const [name, value] of Object.entries(other)) {
    const known = Object.hasOwn(one, name) ? one[name] : undefined;
    result[name] = isObject(known) && isObject(value) ? merged(known, value) : value;
  }
  return result;
}

const sameValues = (table: TypedTable, one: number, other: number): boolean =>
  table.outputs.every((_, output) => {
    const [a, b] = [table.rows[one]?.then[output], table.rows[other]?.then[output]];
    return a?.is === 'literal' && b?.is === 'literal' ? a.value === b.value : a === b;
  });

/** Every row of a decision table is the answer in some case; a complete table has a row for each; U and A rows agree. */
export function everyTableRowCanWin(subject: Subject): readonly Diagnostic[] {
  return subject.tables.flatMap((table) => {
    const { hitPolicy, rows, title } = table;
    const [matched, won] = [new Set<number>(), new Set<number>()];
    const shadows = new Map<number, TableCase>();
    const gaps: TableCase[] = [];
    const overlaps = new Map<string, TableCase>();
    const groups = columnGroups(table).map((columns) => groupOf(table, columns, subject));
    let cases = 0;
    for (const one of casesOf(table, groups)) {
      cases += 1;
      if (cases > mostCases) return [];
      const [first, second] = one.rows;
      if (first === undefined) gaps.push(one);
      for (const [position, row] of one.rows.entries()) {
        matched.add(row);
        if (position === 0 || (hitPolicy !== 'F' && hitPolicy !== 'P')) won.add(row);
        else if (!shadows.has(row)) shadows.set(row, one);
      }
      const clash =
        hitPolicy === 'U'
          ? second
          : hitPolicy === 'A' && first !== undefined
            ? one.rows.find((row) => !sameValues(table, first, row))
            : undefined;
      if (first !== undefined && clash !== undefined && !overlaps.has(`${first} ${clash}`))
        overlaps.set(`${first} ${clash}`, one);
    }
    if (cases === 0) return [];
    const more = { clause: table.clauses[0] ?? '' };
    const at = (row: number) => subject.place(`${table.pointer}/rows/${row}`);
    const clausesAt = (row: number) => ({ clause: rows[row]?.clauses[0] ?? more.clause });
    // Of a row that was not met nothing is said unless everything was tried.
    const candidates = groups.every(({ exhaustive }) => exhaustive) ? rows : [];
    const idle = candidates.flatMap((_, row) => {
      if (won.has(row)) return [];
      const shadow = shadows.get(row);
      const winner = shadow?.rows[0];
      if (!matched.has(row) || !shadow || winner === undefined)
        return [
          report('analysis/row-never-matches', at(row), { table: title, row: row + 1 }, clausesAt(row)),
        ];
      const related = [{ place: at(winner), code: 'analysis/row-never-wins' }];
      return [
        report(
          'analysis/row-never-wins',
          at(row),
          { table: title, row: row + 1, winner: winner + 1, applicant: subject.words(shadow.person) },
          { ...clausesAt(row), related },
        ),
      ];
    });
    const clashes = [...overlaps].map(([key, one]) => {
      const [first = 0, second = 0] = key.split(' ').map(Number);
      const related = [{ place: at(first), code: 'analysis/rows-overlap' }];
      return report(
        'analysis/rows-overlap',
        at(second),
        { table: title, row: second + 1, other: first + 1, applicant: subject.words(one.person) },
        { ...clausesAt(second), related },
      );
    });
    const [gap] = gaps;
    const missing =
      table.complete && gap
        ? [
            report(
              'analysis/table-gap',
              subject.place(`${table.pointer}/complete`),
              { table: title, count: gaps.length, applicant: subject.words(gap.person) },
              more,
            ),
          ]
        : [];
    return [...idle.slice(0, mostTold), ...clashes.slice(0, mostTold), ...missing];
  });
}
