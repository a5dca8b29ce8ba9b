import { median, type Visit } from './measure.ts';
import type { Row } from './run.ts';

const KIB = 1024;
const ratio = (value: number): string => (Number.isFinite(value) ? `${value.toFixed(2)}×` : '–');
const kib = (bytes: number | undefined): string => (bytes === undefined ? '–' : (bytes / KIB).toFixed(1));

type Measure = (visit: Visit) => number;
const paintWork: Measure = ({ paint }) => paint.work;
const keyWork: Measure = ({ key }) => key.work;
const held: Measure = ({ heap }) => heap;

/** Median over the rounds of one engine's value to that of the form by hand in the same round. */
function against(own: readonly Visit[], floor: readonly Visit[], measure: Measure): number {
  return median(
    own.flatMap((visit, round) => {
      const other = floor[round];
      return other ? [measure(visit) / measure(other)] : [];
    }),
  );
}

function strictWords({ strict }: Row): string {
  if (!strict) return '–';
  if (!strict.alive) return `dead (${strict.violations.length})`;
  return strict.violations.length === 0 ? 'clean' : `${strict.violations.length} refused`;
}

function main(rows: readonly Row[], floor: Row): string {
  const lines = rows.map((row) => {
    const { application, members, sizes, accessibility } = row;
    const cells = [
      row.title,
      kib(sizes?.first),
      kib(sizes?.all),
      ratio(against(application, floor.application, paintWork)),
      ratio(against(application, floor.application, keyWork)),
      row.failures.members === undefined
        ? ratio(against(members, floor.members, paintWork))
        : 'not drawn in 60 s',
      ratio(against(members, floor.members, keyWork)),
      ratio(against(application, floor.application, held)),
      strictWords(row),
      accessibility ? String(accessibility.axe.length) : '–',
      accessibility ? `${accessibility.wired}/${accessibility.invalid}` : '–',
      accessibility?.summary ?? '–',
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return `| 60 controls; × = to the form by hand | gzip KiB, first | gzip KiB, all | paint | keystroke | 200 rows: paint | 200 rows: keystroke | heap | strict policy | axe rules | errors wired | summary |
|---|---:|---:|---:|---:|---:|---:|---:|---|---:|---:|---|
${lines.join('\n')}`;
}

interface Target {
  readonly what: string;
  readonly most: number;
  readonly value: number;
  readonly say: (value: number) => string;
}

/** Time per row with most rows to that with fewest: 1 = linear. */
function growth(row: Row, measure: Measure): number {
  const lengths = Object.keys(row.lengths)
    .map(Number)
    .toSorted((one, other) => one - other);
  const [fewest, most] = [lengths[0], lengths.at(-1)];
  if (fewest === undefined || most === undefined) return Number.NaN;
  const perRow = (count: number): number => median((row.lengths[count] ?? []).map(measure)) / count;
  return perRow(most) / perRow(fewest);
}

function targets(ours: Row, rules: Row | undefined, floor: Row): string {
  const compare = (
    what: string,
    form: 'application' | 'members',
    measure: Measure,
    most: number,
  ): Target => ({
    what,
    most,
    value: against(ours[form], floor[form], measure),
    say: ratio,
  });
  const size = (what: string, row: Row | undefined): Target => ({
    what,
    most: 16,
    value: (row?.sizes?.first ?? Number.NaN) / KIB,
    say: (value) => `${value.toFixed(1)} KiB`,
  });
  const all: readonly Target[] = [
    size('first load with validator', ours),
    size('first load with validator and rules', rules),
    compare('paint', 'application', paintWork, 1),
    compare('keystroke', 'application', keyWork, 0.8),
    compare('200 rows: paint', 'members', paintWork, 0.5),
    compare('200 rows: keystroke', 'members', keyWork, 0.5),
    compare('heap', 'application', held, 1),
    {
      what: 'paint of a row among the most to one among the fewest',
      most: 1.3,
      value: growth(ours, paintWork),
      say: ratio,
    },
  ];
  const lines = all
    .filter(({ value }) => Number.isFinite(value))
    .map(
      ({ what, most, value, say }) =>
        `| ${what} | ≤ ${say(most)} | ${say(value)} | ${value <= most ? 'yes' : 'no'} |`,
    );
  return `| generated element | target | measured | met |\n|---|---:|---:|---|\n${lines.join('\n')}`;
}

function lengthsTable(rows: readonly Row[]): string {
  const long = rows.filter(({ lengths }) => Object.keys(lengths).length > 0);
  const [first] = long;
  if (!first) return '';
  const head = long.flatMap(({ title }) => [`${title}: paint`, 'keystroke', 'heap']);
  const lines = Object.keys(first.lengths).map((count) => {
    const cells = long.flatMap(({ lengths }) => {
      const visits = lengths[Number(count)] ?? [];
      return [
        `${median(visits.map(paintWork)).toFixed(0)} ms`,
        `${median(visits.map(keyWork)).toFixed(1)} ms`,
        `${(median(visits.map(held)) / KIB / KIB).toFixed(1)} MiB`,
      ];
    });
    return `| ${count} | ${cells.join(' | ')} |`;
  });
  return `| rows | ${head.join(' | ')} |\n|---:|${head.map(() => '---:').join('|')}|\n${lines.join('\n')}`;
}

/** The tables for the README, as Markdown. */
export function tables(rows: readonly Row[]): string {
  const find = (id: string): Row | undefined => rows.find((row) => row.id === id);
  const [ours, floor] = [find('ours'), find('hand')];
  if (!floor) return '';
  const parts = [main(rows, floor), ours ? targets(ours, find('ours-rules'), floor) : '', lengthsTable(rows)];
  return parts.filter((part) => part !== '').join('\n\n');
}
