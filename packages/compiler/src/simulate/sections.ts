import type { Days, SimulationResult } from '@zhinan/engine/simulation';
import type { Language } from '@zhinan/model';
import { words, type Words } from './words.ts';

/** One row of a chart, with one bar per series; null = there is no such number. */
export interface Bar {
  readonly label: string;
  readonly values: readonly (number | null)[];
}

/** One question the report answers: a sentence, a table, and where it helps a chart of the same numbers. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly head: readonly string[];
  /** Numbers are right-aligned and grouped. */
  readonly rows: readonly (readonly (string | number)[])[];
  readonly chart?: { readonly series: readonly string[]; readonly bars: readonly Bar[] };
}

export interface Figure {
  readonly label: string;
  readonly value: number;
  readonly alarm?: boolean;
}

export interface SimulationReport {
  readonly language: Language;
  readonly title: string;
  readonly lead: string;
  readonly figures: readonly Figure[];
  readonly sections: readonly Section[];
}

/** What a simulation came to, in words and tables; text and page are printed from this alone. */
export function reportOf(result: SimulationResult, language: Language): SimulationReport {
  const w = words[language];
  const expired = result.ends.filter(({ outcome }) => outcome === 'expired').reduce(sum, 0);
  const refused = result.ends.filter(({ outcome }) => outcome === 'refused').reduce(sum, 0);
  const open = result.cases - result.ended;
  return {
    language,
    title: w.title(result.title),
    lead: w.lead(result),
    figures: [
      { label: w.cases, value: result.cases },
      { label: w.recommended, value: result.recommended },
      { label: w.selected, value: result.selected },
      { label: w.refused, value: refused },
      { label: w.expired, value: expired, alarm: expired > 0 },
      { label: w.open, value: open },
    ],
    sections: [
      missed(result, w),
      throughput(result, w),
      waiting(result, w),
      quotas(result, w),
      budget(result, w),
      reasons(result, w),
      ends(result, w),
      stillOpen(result, w),
      assumptions(result, w),
    ],
  };
}

const sum = (total: number, { count }: { readonly count: number }): number => total + count;
const clauses = (some: readonly string[]): string => some.join('、');

function missed({ missed: rows }: SimulationResult, w: Words): Section {
  return {
    id: 'missed',
    title: w.missedTitle,
    notes: rows.length === 0 ? [w.nothingMissed] : [w.missedNote],
    head: [w.step, w.deadline, w.clause, w.consequence, w.count, w.lateDays],
    rows: rows.map(({ title, machine, delay, clauses: cited, ended, count, late }) => [
      `${w.machines[machine] ?? machine}${w.colon}${title}`,
      delay,
      clauses(cited),
      ended ? w.endedBy : w.markedBy,
      count,
      late ? `${late.median} / ${late.max}` : '–',
    ]),
    chart: {
      series: [w.count],
      bars: rows.slice(0, 12).map(({ title, count }) => ({ label: title, values: [count] })),
    },
  };
}

function throughput({ months, duration, toSelection }: SimulationResult, w: Words): Section {
  const days = ({ count, mean, median, p90, max }: Days, what: string): string =>
    w.days(what, count, mean, median, p90, max);
  return {
    id: 'throughput',
    title: w.throughputTitle,
    notes: [
      ...(duration.count > 0 ? [days(duration, w.toEnd)] : []),
      ...(toSelection.count > 0 ? [days(toSelection, w.toSelection)] : []),
    ],
    head: [w.month, w.arrived, w.selected, w.accepted, w.refusedOrLeft, w.expired, w.acts],
    rows: months.map((row) => [
      row.month,
      row.arrived,
      row.selected,
      row.accepted,
      row.refused,
      row.expired,
      row.acts,
    ]),
    chart: {
      series: [w.arrived, w.selected, w.endedAny],
      bars: months
        .filter(({ arrived, selected, accepted, refused, expired }) =>
          [arrived, selected, accepted, refused, expired].some((count) => count > 0),
        )
        .slice(0, 24)
        .map(({ month, arrived, selected, accepted, refused, expired }) => ({
          label: month,
          values: [arrived, selected, accepted + refused + expired],
        })),
    },
  };
}

function waiting({ waiting: rows }: SimulationResult, w: Words): Section {
  return {
    id: 'waiting',
    title: w.waitingTitle,
    notes: [w.waitingNote],
    head: [w.role, w.acts, w.mean, w.median, w.p90, w.max],
    rows: rows.map(({ title, count, mean, median, p90, max }) => [title, count, mean, median, p90, max]),
    chart: {
      series: [w.mean, w.p90],
      bars: rows.map(({ title, mean, p90 }) => ({ label: title, values: [mean, p90] })),
    },
  };
}

function quotas({ quotas: rows, selected }: SimulationResult, w: Words): Section {
  return {
    id: 'quotas',
    title: w.quotasTitle,
    notes: rows.length === 0 ? [w.noQuotas(selected)] : [w.selectedAll(selected)],
    head: [w.channel, w.clause, w.counted, w.count, w.least, w.most, w.kept],
    rows: rows.map(({ title, clauses: cited, over, count, min, max, holds }) => [
      title,
      clauses(cited),
      over === 'body' ? w.perBody : w.overall,
      count,
      min === undefined ? '–' : (min ?? w.unpublished),
      max === undefined ? '–' : (max ?? w.unpublished),
      holds === null ? w.unknown : holds ? w.yes : w.no,
    ]),
    chart: {
      series: [w.count, w.most],
      bars: rows.map(({ title, count, max }) => ({ label: title, values: [count, max ?? null] })),
    },
  };
}

function budget({ budget: rows }: SimulationResult, w: Words): Section {
  const wan = (yuan: number): number => Math.round(yuan / 1000) / 10;
  const told = rows.filter(
    ({ committed, committedMost, paid, recovered, undecided }) =>
      committed + committedMost + paid + recovered + undecided > 0,
  );
  return {
    id: 'budget',
    title: w.budgetTitle,
    notes: told.length === 0 ? [w.noBudget] : [w.budgetNote],
    head: [w.year, w.committed, w.committedMost, w.paid, w.recovered, w.undecided],
    rows: told.map((row) => [
      row.year,
      wan(row.committed),
      wan(row.committedMost),
      wan(row.paid),
      wan(row.recovered),
      row.undecided,
    ]),
    chart: {
      series: [w.committed, w.committedMost, w.paid],
      bars: told.map(({ year, committed, committedMost, paid }) => ({
        label: year,
        values: [wan(committed), wan(committedMost), wan(paid)],
      })),
    },
  };
}

function reasons({ refused: rows }: SimulationResult, w: Words): Section {
  return {
    id: 'refusals',
    title: w.refusalsTitle,
    notes: [w.refusalsNote],
    head: [w.reason, w.kind, w.clause, w.count],
    rows: rows.map(({ title, by, id, clauses: cited, count }) => [
      by === 'kernel' ? `${title}（${w.codes[id.split(' ').at(-1) ?? ''] ?? id}）` : title,
      w.refusedBy[by],
      clauses(cited),
      count,
    ]),
    chart: {
      series: [w.count],
      bars: rows
        .filter(({ by }) => by !== 'kernel')
        .slice(0, 12)
        .map(({ title, count }) => ({ label: title, values: [count] })),
    },
  };
}

function ends({ ends: rows, cases }: SimulationResult, w: Words): Section {
  return {
    id: 'ends',
    title: w.endsTitle,
    notes: [],
    head: [w.end, w.outcome, w.clause, w.count, w.share],
    rows: rows.map(({ title, outcome, clauses: cited, count }) => [
      title,
      w.outcomes[outcome] ?? outcome,
      clauses(cited),
      count,
      `${((count / Math.max(1, cases)) * 100).toFixed(1)}%`,
    ]),
  };
}

function stillOpen({ open: rows, until }: SimulationResult, w: Words): Section {
  return {
    id: 'open',
    title: w.openTitle,
    notes: rows.length === 0 ? [w.nothingOpen] : [w.openNote(until)],
    head: [w.step, w.waitsFor, w.on, w.count],
    rows: rows.map(({ title, waitsFor, on, count }) => [title, w.waits[waitsFor], on.join('、'), count]),
  };
}

function assumptions(
  { profile, applicants, assumedFrom, notSimulated }: SimulationResult,
  w: Words,
): Section {
  const { roles, applicants: shares, ...rest } = profile;
  const named = (name: string, value: string) => [w.assumptions[name] ?? name, value];
  return {
    id: 'assumptions',
    title: w.assumptionsTitle,
    notes: [
      w.assumptionsNote,
      w.applicantsMade(applicants.valid, applicants.boundary, applicants.invalid),
      ...(assumedFrom === undefined ? [] : [w.calendarAssumed(assumedFrom)]),
      w.notSimulated(notSimulated),
    ],
    head: [w.assumption, w.value],
    rows: [
      ...Object.entries(shares).map(([name, value]) => named(`applicants.${name}`, String(value))),
      ...Object.entries(rest).map(([name, value]) => named(name, String(value))),
      ...Object.entries(roles).map(([name, { days, perDay }]) =>
        named(
          `roles.${name}`,
          `${days.join(' / ')} ${w.workdays}${perDay === undefined ? '' : `，${perDay} ${w.perDay}`}`,
        ),
      ),
    ],
  };
}
