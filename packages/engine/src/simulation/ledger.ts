import type { Facts, InstanceId } from '@zhinan/model';
import { compareInstants, type IsoInstant } from '../calendar/instant.ts';
import { roleTitle, type Environment } from '../workflow/environment.ts';
import { outcomeOf } from '../workflow/case-view.ts';
import { textsOf } from '../workflow/json.ts';
import { activeLeaves } from '../workflow/machine-index.ts';
import { kernelOf } from '../workflow/machine.ts';
import type { ProcedureEntry } from '../workflow/procedure.ts';
import type { Snapshot, StateValue } from '../workflow/snapshot.ts';
import { OfficeHours } from './office-hours.ts';
import { registers } from './options.ts';
import type { CaseFile, Desk } from './person.ts';
import type {
  ApplicantKind,
  BudgetYear,
  CaseEnd,
  Missed,
  Month,
  OpenCases,
  Refused,
  SimulationResult,
} from './result.ts';
import { DaysTally, Tally } from './tally.ts';

type Of<T> = Omit<T, 'count'>;
type Count<T> = { -readonly [K in keyof T]: T[K] };

/** What is kept of a simulation while it runs: counts, never the cases themselves. */
export class Ledger {
  readonly #environment: Environment;
  /** What makes an application a chosen one: its entitlement, the list of the round, or its end. */
  readonly #chosenBy: 'entitlement' | 'round' | 'end';
  readonly #applicants: Record<ApplicantKind, number> = { valid: 0, boundary: 0, invalid: 0 };
  readonly #machines: Record<string, number> = {};
  readonly #ends = new Tally<Of<CaseEnd>>();
  readonly #open = new Tally<Of<OpenCases>>();
  readonly #missed = new Tally<Of<Missed>>();
  readonly #late = new Map<string, DaysTally>();
  readonly #refused = new Tally<Of<Refused>>();
  readonly #waiting = new Map<string, DaysTally>();
  readonly #duration = new DaysTally();
  readonly #toSelection = new DaysTally();
  readonly #months = new Map<string, Count<Month>>();
  readonly #years = new Map<string, Count<BudgetYear>>();
  readonly selected: Facts[] = [];
  #recommended = 0;
  #entries = 0;
  #acts = 0;

  constructor(environment: Environment) {
    this.#environment = environment;
    const kinds = Object.values(environment.program.machines).map(({ kind }) => kind);
    this.#chosenBy = (['entitlement', 'round'] as const).find((kind) => kinds.includes(kind)) ?? 'end';
  }

  get acts(): number {
    return this.#acts;
  }

  arrived({ applicant, arrivedAt }: CaseFile): void {
    this.#applicants[applicant.kind] += 1;
    this.#month(arrivedAt).arrived += 1;
  }

  /** Somebody did something that had lain there since then. */
  acted(role: string, since: IsoInstant, at: IsoInstant): void {
    this.#acts += 1;
    this.#month(at).acts += 1;
    const days = this.#waiting.get(role) ?? new DaysTally();
    days.add(OfficeHours.days(since, at));
    this.#waiting.set(role, days);
  }

  /** What the kernel logged, with where the machine stood before and stands now. */
  note(entry: ProcedureEntry, desk: Desk, before: StateValue | undefined, snapshot: Snapshot): void {
    this.#entries += 1;
    if (entry.event === 'open') this.#machines[entry.machine] = (this.#machines[entry.machine] ?? 0) + 1;
    if (!entry.accepted) {
      // A message nobody hears is the machines' own affair, not a refusal of somebody.
      const code = entry.refusal?.code ?? '';
      if (entry.from === undefined && entry.role !== undefined)
        this.#refuse('kernel', `${entry.machine} ${entry.event} ${code}`, entry.title, entry.clauses);
    }
    if (entry.event.startsWith('after:')) this.#deadline(entry, desk, before, snapshot);
    for (const effect of entry.effects) {
      if (effect.type === 'send' && entry.machine === 'case') this.#joined(effect, entry.at, desk, snapshot);
      if (effect.type === 'pay' || effect.type === 'recover') {
        const year = this.#year(entry.at);
        const money = yuan(effect.value ?? 0, effect.unit);
        if (effect.value === null) year.undecided += 1;
        else if (effect.type === 'pay') year.paid += money;
        else year.recovered += money;
      }
    }
    const granted = entry.machine === 'entitlement' && entry.event === 'open';
    const paid = entry.effects.some(({ type }) => type === 'pay');
    if (granted || paid) this.#select(desk.file, entry.at, snapshot);
  }

  /** A case came to its end. */
  ended(file: CaseFile, last: ProcedureEntry | undefined, snapshot: Snapshot): void {
    const { index, contract } = kernelOf(this.#environment, snapshot.machine);
    const outcome = outcomeOf(index, snapshot) ?? 'completed';
    const [state = ''] = activeLeaves(snapshot.value);
    const meta = index.get(state)?.meta;
    const about = { outcome, state, title: meta?.title ?? contract.title, clauses: textsOf(meta?.clause) };
    this.#ends.add(state, about);
    if (this.#chosenBy === 'end' && ['accepted', 'completed'].includes(outcome))
      this.#select(file, snapshot.at, snapshot);
    this.#duration.add(OfficeHours.days(file.arrivedAt, snapshot.at));
    const month = this.#month(snapshot.at);
    if (outcome === 'accepted' || outcome === 'completed') month.accepted += 1;
    else if (outcome === 'expired') month.expired += 1;
    else month.refused += 1;
    if (outcome === 'refused') this.#because(file, last);
  }

  stillOpen(
    snapshot: Snapshot,
    desk: Desk | undefined,
    waitsFor: OpenCases['waitsFor'],
    on: readonly string[],
  ): void {
    const { index, contract } = kernelOf(this.#environment, snapshot.machine);
    const state = activeLeaves(snapshot.value).join(' + ');
    const title = activeLeaves(snapshot.value)
      .map((leaf) => index.get(leaf)?.meta.title ?? leaf)
      .join('、');
    const about = { state, title: title || contract.title, waitsFor, on };
    this.#open.add(`${state} ${waitsFor} ${on.join()} ${desk?.file?.gaveUp ? 'gave up' : ''}`, about);
  }

  result(): Omit<
    SimulationResult,
    | 'edition'
    | 'program'
    | 'title'
    | 'contractHash'
    | 'seed'
    | 'cases'
    | 'from'
    | 'closes'
    | 'until'
    | 'profile'
    | 'notSimulated'
    | 'quotas'
  > {
    const ends = this.#ends.rows();
    return {
      applicants: this.#applicants,
      machines: this.#machines,
      entries: this.#entries,
      acts: this.#acts,
      recommended: this.#recommended,
      selected: this.selected.length,
      ended: ends.reduce((sum, { count }) => sum + count, 0),
      ends,
      open: this.#open.rows(),
      duration: this.#duration.summary(),
      toSelection: this.#toSelection.summary(),
      waiting: [...this.#waiting]
        .map(([role, days]) => ({ role, title: roleTitle(this.#environment, role), ...days.summary() }))
        .sort((a, b) => b.mean - a.mean || (a.role < b.role ? -1 : 1)),
      missed: this.#missed.entries().map(({ key, row }) => {
        const late = this.#late.get(key)?.summary();
        return { ...row, ...(late ? { late } : {}) };
      }),
      refused: this.#refused.rows(),
      budget: [...this.#years.values()].sort((a, b) => (a.year < b.year ? -1 : 1)),
      months: [...this.#months.values()].sort((a, b) => (a.month < b.month ? -1 : 1)),
    };
  }

  #deadline(entry: ProcedureEntry, desk: Desk, before: StateValue | undefined, snapshot: Snapshot): void {
    const { index, contract } = kernelOf(this.#environment, snapshot.machine);
    const delay = entry.event.slice('after:'.length);
    const outcome = snapshot.status === 'done' ? outcomeOf(index, snapshot) : undefined;
    const bad = outcome !== undefined && ['expired', 'cancelled', 'refused', 'withdrawn'].includes(outcome);
    const definition = contract.delays[delay];
    const marked =
      desk.step === activeLeaves(snapshot.value).join(' + ') &&
      definition !== undefined &&
      'instant' in definition;
    if (!bad && !marked) return;
    const leaves = before === undefined ? [] : activeLeaves(before);
    const state = leaves.join(' + ');
    const title = leaves.map((leaf) => index.get(leaf)?.meta.title ?? leaf).join('、') || entry.title;
    const key = `${entry.machine} ${state} ${delay} ${bad}`;
    this.#missed.add(key, {
      machine: entry.machine,
      state,
      title,
      delay: definition?.title ?? delay,
      clauses: textsOf(definition?.clause),
      ended: bad,
    });
    const then = desk.passes ?? desk.undertaken?.at;
    if (then === undefined || compareInstants(then, entry.at) <= 0) return;
    const late = this.#late.get(key) ?? new DaysTally();
    late.add(OfficeHours.days(entry.at, then));
    this.#late.set(key, late);
  }

  #joined(
    effect: Extract<ProcedureEntry['effects'][number], { readonly type: 'send' }>,
    at: IsoInstant,
    { file }: Desk,
    snapshot: Snapshot,
  ): void {
    const { to, event } = effect;
    if (!file || (to !== 'batch' && to !== 'round') || !registers(this.#environment, to, event)) return;
    if (to === 'round') {
      if (this.#chosenBy === 'round') this.#select(file, at, snapshot);
    } else if (file.recommendedAt === undefined) {
      file.recommendedAt = at;
      this.#recommended += 1;
    }
  }

  #select(file: CaseFile | undefined, at: IsoInstant, { context }: Snapshot): void {
    if (!file || file.selectedAt !== undefined) return;
    file.selectedAt = at;
    this.selected.push(context.forms);
    this.#month(at).selected += 1;
    this.#toSelection.add(OfficeHours.days(file.arrivedAt, at));
    const year = this.#year(at);
    for (const { min, max, unit, replacedBy } of this.#environment.rules.amounts(context.forms)) {
      if (replacedBy !== undefined) continue;
      year.committed += yuan(min, unit);
      year.committedMost += yuan(max ?? min, unit);
    }
  }

  /** Conditions not met count as the reason where there are any: a reviewer who refuses names them. */
  #because({ applicant }: CaseFile, last: ProcedureEntry | undefined): void {
    for (const { id, title, clauses } of applicant.fails) this.#refuse('rule', id, title, clauses);
    if (applicant.fails.length === 0 && last) this.#refuse('judgement', last.event, last.title, last.clauses);
  }

  #refuse(by: Refused['by'], id: string, title: string, clauses: readonly string[]): void {
    this.#refused.add(`${by} ${id}`, { by, id, title, clauses });
  }

  #month(at: IsoInstant): Count<Month> {
    const month = at.slice(0, 7);
    const row = this.#months.get(month) ?? {
      month,
      arrived: 0,
      selected: 0,
      accepted: 0,
      refused: 0,
      expired: 0,
      acts: 0,
    };
    this.#months.set(month, row);
    return row;
  }

  #year(at: IsoInstant): Count<BudgetYear> {
    const year = at.slice(0, 4);
    const row = this.#years.get(year) ?? {
      year,
      committed: 0,
      committedMost: 0,
      paid: 0,
      recovered: 0,
      undecided: 0,
    };
    this.#years.set(year, row);
    return row;
  }
}

const yuan = (value: number, unit: '元' | '分'): number => (unit === '分' ? Math.round(value / 100) : value);

/** Id of the case that a machine belongs to, where it belongs to one. */
export function caseIdOf(id: InstanceId): InstanceId | undefined {
  return id.startsWith('case') ? id.split('/')[0] : undefined;
}
