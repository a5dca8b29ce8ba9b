import type { InstanceId } from '@zhinan/model';
import { formatInstant, inBeijing, millisOf, type IsoInstant } from '../calendar/instant.ts';
import { Heap } from '../heap.ts';
import { pick, randomOf } from '../random.ts';
import { machineOfKind, type Environment } from '../workflow/environment.ts';
import { activeLeaves } from '../workflow/machine-index.ts';
import { Proceedings } from '../workflow/proceedings.ts';
import type { ProcedureEntry } from '../workflow/procedure.ts';
import type { Member, Snapshot } from '../workflow/snapshot.ts';
import { eventFor } from './answering.ts';
import { arrivalOf, caseFile } from './arrivals.ts';
import { choose } from './behaviour.ts';
import { Diary } from './diary.ts';
import { caseIdOf, Ledger } from './ledger.ts';
import { between, later } from './moments.ts';
import { OfficeHours } from './office-hours.ts';
import { optionsOf, waitsOf, type Option } from './options.ts';
import type { CaseFile, Desk } from './person.ts';
import { Places, quotasOf } from './places.ts';
import { quotaUse } from './quota-use.ts';
import type { SimulationProgress, SimulationRequest } from './request.ts';
import type { SimulationResult } from './result.ts';
import { standing } from './standing.ts';

type Work =
  | { readonly do: 'arrive'; readonly number: number }
  | { readonly do: 'act'; readonly id: InstanceId; readonly plan: number; readonly option: Option }
  | { readonly do: 'meet'; readonly key: string };

type Task = Work & { readonly due: number; readonly order: number };

/** Cases that one body decides on together, because places are few. */
interface Meeting {
  readonly list: InstanceId;
  readonly joins: 'batch' | 'round';
  readonly waiting: Map<
    InstanceId,
    { readonly plan: number; readonly option: Option; readonly reject?: Option }
  >;
}

const MOVES_BETWEEN_REPORTS = 500;
const MAX_RETRIES = 3;
const MOST_ACTS = 200;
const ONCE_AGAIN = 2;
const onward: readonly Option['kind'][] = ['forward', 'back', 'return', 'reject'];

/**
 * Plays a programme with many applicants: who applies when, who takes how long and decides what is drawn by seed; what
 * then happens is the kernel's doing. Yields its progress now and then, so that a host may show it or stop.
 */
export function* simulate(request: SimulationRequest): Generator<SimulationProgress, SimulationResult, void> {
  return yield* new Simulation(request).run();
}

class Simulation {
  readonly #request: SimulationRequest;
  readonly #proceedings: Proceedings;
  readonly #ledger: Ledger;
  readonly #hours: OfficeHours;
  readonly #diary: Diary;
  readonly #queue = new Heap<Task>((a, b) => a.due - b.due || a.order - b.order);
  readonly #desks = new Map<InstanceId, Desk>();
  readonly #files = new Map<InstanceId, CaseFile>();
  readonly #meetings = new Map<string, Meeting>();
  readonly #limited: Readonly<Record<'batch' | 'round', readonly string[]>>;
  #added = 0;
  #arrived = 0;

  constructor(request: SimulationRequest) {
    const { environment, from } = request;
    this.#request = request;
    const start = { at: inBeijing(from), instances: {}, batchOf: {}, pending: [], log: [] };
    this.#proceedings = new Proceedings(environment, start);
    this.#ledger = new Ledger(environment);
    this.#hours = new OfficeHours(environment.contract.calendarRegion);
    this.#diary = new Diary(environment, request.profile, this.#hours);
    this.#limited = {
      batch: quotasOf(environment.program, 'batch'),
      round: quotasOf(environment.program, 'round'),
    };
  }

  *run(): Generator<SimulationProgress, SimulationResult, void> {
    const { environment, cases, until } = this.#request;
    if (machineOfKind(environment, 'round')) this.#proceedings.openCase('round');
    this.#look();
    for (let number = 1; number <= cases; number += 1)
      this.#add({ do: 'arrive', number }, arrivalOf(this.#request, number));
    const end = millisOf(until);
    for (let moves = 1; ; moves += 1) {
      const task = this.#queue.first;
      const timer = this.#proceedings.nextTimer()?.timer;
      const due = timer ? millisOf(timer.dueAt) : Number.POSITIVE_INFINITY;
      if (Math.min(due, task?.due ?? Number.POSITIVE_INFINITY) > end) break;
      if (timer && due <= (task?.due ?? Number.POSITIVE_INFINITY)) this.#proceedings.advance(timer.dueAt);
      else if (task) {
        this.#queue.take();
        this.#work(task);
      }
      this.#look();
      if (moves % MOVES_BETWEEN_REPORTS === 0)
        yield { at: this.#proceedings.at, arrived: this.#arrived, acts: this.#ledger.acts };
    }
    return this.#result();
  }

  #add(work: Work, at: IsoInstant): void {
    this.#added += 1;
    this.#queue.add({ ...work, due: millisOf(at), order: this.#added });
  }

  #work(task: Task): void {
    const at = formatInstant(task.due);
    if (task.do === 'arrive') this.#arrive(task.number, at);
    else if (task.do === 'meet') this.#meet(task.key, at);
    else {
      const desk = this.#desks.get(task.id);
      if (desk?.plan === task.plan) this.#act(desk, task.option, at);
    }
  }

  #arrive(number: number, at: IsoInstant): void {
    const file = caseFile(this.#request, number, at);
    const { id, batch } = file;
    this.#files.set(id, file);
    this.#arrived += 1;
    this.#ledger.arrived(file);
    this.#proceedings.advance(at);
    if (batch !== undefined && !this.#proceedings.snapshot(batch)) this.#proceedings.openCase(batch);
    this.#proceedings.openCase(id, batch);
  }

  /** Notes what the kernel logged, and lets everybody concerned think again. */
  #look(): void {
    const touched = new Set<InstanceId>();
    const last = new Map<InstanceId, ProcedureEntry>();
    for (const entry of this.#proceedings.log.splice(0)) {
      const snapshot = this.#proceedings.snapshot(entry.instance);
      if (!snapshot) continue;
      const desk = this.#desk(entry.instance);
      this.#request.onEntry?.(entry, desk.file?.batch);
      this.#ledger.note(entry, desk, desk.value, snapshot);
      if (!entry.accepted && entry.role === undefined) continue;
      touched.add(entry.instance);
      if (entry.accepted) last.set(entry.instance, entry);
    }
    for (const id of touched) {
      const [desk, snapshot] = [this.#desk(id), this.#proceedings.snapshot(id)];
      if (!snapshot) continue;
      if (snapshot.status === 'active') this.#plan(desk, snapshot);
      else this.#close(desk, snapshot, last.get(id));
    }
  }

  #desk(id: InstanceId): Desk {
    const known = this.#desks.get(id);
    if (known) return known;
    const file = this.#files.get(caseIdOf(id) ?? '');
    const desk: Desk = {
      id,
      random: randomOf(this.#request.seed, id),
      ...(file ? { file } : {}),
      plan: 0,
      since: this.#proceedings.at,
      value: undefined,
      step: undefined,
      tried: new Set(),
      done: new Map(),
      considered: false,
      retries: 0,
    };
    this.#desks.set(id, desk);
    return desk;
  }

  #close(desk: Desk, snapshot: Snapshot, last: ProcedureEntry | undefined): void {
    const { file, id } = desk;
    this.#desks.delete(id);
    if (file?.id === id) this.#ledger.ended(file, last, snapshot);
    // Lists are still asked for their members.
    if (file) this.#proceedings.archive(id);
  }

  #plan(desk: Desk, snapshot: Snapshot): void {
    const { environment, profile } = this.#request;
    const { at } = this.#proceedings;
    desk.plan += 1;
    delete desk.undertaken;
    const step = stepOf(snapshot);
    if (desk.step !== step) {
      desk.tried.clear();
      desk.considered = false;
      desk.retries = 0;
      desk.since = at;
    }
    desk.value = snapshot.value;
    desk.step = step;
    const options = optionsOf(environment, snapshot, at).filter(
      ({ roles }) => !(desk.file?.gaveUp && roles.every((role) => this.#isPerson(role))),
    );
    const waits = waitsOf(environment, snapshot);
    const leaves = activeLeaves(snapshot.value);
    const passages = waits.filter(({ deadline }) => !deadline);
    const [passage] = passages;
    if (passage) desk.passes = passage.timer.dueAt;
    else delete desk.passes;
    const situation = {
      // A step that only others could interfere with is left to time, wherever around it the time runs.
      passing:
        passages.some(({ path }) => leaves.includes(path)) ||
        (passages.length > 0 && !options.some(({ kind }) => onward.includes(kind))),
      within: passages.length > 0,
    };
    const option = choose(environment.contract, profile, desk, options, situation);
    if (!option) {
      this.#retry(desk, snapshot, options);
      return;
    }
    if (option.joins && this.#limited[option.joins].length > 0) {
      this.#await(
        desk,
        snapshot,
        option,
        options.find(({ kind }) => kind === 'reject'),
      );
      return;
    }
    const role = pick(option.roles, desk.random) ?? '';
    const first = waits.find(({ deadline }) => deadline)?.timer;
    const again = first === undefined && this.#comesRound(desk, option);
    const when =
      situation.passing && passage
        ? between(at, passage.timer.dueAt, desk.random())
        : again
          ? this.#hours.after(at, profile.quiet)
          : this.#diary.when(at, role, snapshot, { timer: first, random: desk.random });
    desk.undertaken = { event: option.event, role, at: when };
    this.#add({ do: 'act', id: desk.id, plan: desk.plan, option: { ...option, roles: [role] } }, when);
  }

  /** What comes round again and again, such as a claim every quarter, is not done at once each time. */
  #comesRound(desk: Desk, { kind, event }: Option): boolean {
    return kind === 'back' && (desk.done.get(event) ?? 0) >= ONCE_AGAIN;
  }

  /** What did nothing before may do something later, when others have moved. */
  #retry(desk: Desk, snapshot: Snapshot, options: readonly Option[]): void {
    if (snapshot.timers.length > 0 || options.length === 0 || desk.retries >= MAX_RETRIES) return;
    const option = options.find(({ event }) => desk.tried.has(event));
    if (!option) return;
    desk.retries += 1;
    desk.tried.clear();
    const when = this.#hours.after(this.#proceedings.at, this.#request.profile.quiet);
    desk.undertaken = { event: option.event, role: option.roles[0] ?? '', at: when };
    this.#add({ do: 'act', id: desk.id, plan: desk.plan, option }, when);
  }

  #await(desk: Desk, snapshot: Snapshot, option: Option, reject: Option | undefined): void {
    const { environment, profile } = this.#request;
    const { at } = this.#proceedings;
    const joins = option.joins ?? 'round';
    const list = joins === 'round' ? 'round' : (desk.file?.batch ?? 'batch');
    const key = `${list} ${stepOf(snapshot)}`;
    let meeting = this.#meetings.get(key);
    if (!meeting) {
      meeting = { list, joins, waiting: new Map() };
      this.#meetings.set(key, meeting);
      const deadline = waitsOf(environment, snapshot).find((wait) => wait.deadline)?.timer.dueAt;
      const when =
        deadline === undefined
          ? this.#hours.after(at, profile.quiet)
          : later(at, formatInstant(millisOf(deadline) - 2 * 86_400_000));
      this.#add({ do: 'meet', key }, when);
    }
    meeting.waiting.set(desk.id, { plan: desk.plan, option, ...(reject ? { reject } : {}) });
  }

  /** The best first, as long as there are places; the others are refused, where that is possible. */
  #meet(key: string, at: IsoInstant): void {
    const meeting = this.#meetings.get(key);
    if (!meeting) return;
    this.#meetings.delete(key);
    this.#proceedings.advance(at);
    const { environment } = this.#request;
    const members = Object.values(this.#proceedings.snapshot(meeting.list)?.context.members ?? {});
    const places = new Places(environment.rules, this.#limited[meeting.joins], members);
    const present = [...meeting.waiting]
      .map(([id, each]) => ({ ...each, desk: this.#desks.get(id) }))
      .filter(({ desk, plan }) => desk?.plan === plan)
      .sort((a, b) => (b.desk?.file?.score ?? 0) - (a.desk?.file?.score ?? 0));
    for (const { desk, option, reject } of present) {
      const snapshot = desk && this.#proceedings.snapshot(desk.id);
      if (!desk || snapshot?.status !== 'active') continue;
      if (places.take(snapshot.context.forms)) this.#act(desk, option, at);
      else if (reject) this.#act(desk, reject, at);
    }
  }

  #act(desk: Desk, option: Option, at: IsoInstant): void {
    this.#proceedings.advance(at);
    const snapshot = this.#proceedings.snapshot(desk.id);
    if (snapshot?.status !== 'active' || stepOf(snapshot) !== desk.step) return;
    const { event: type, roles } = option;
    const times = (desk.done.get(type) ?? 0) + 1;
    desk.done.set(type, times);
    desk.tried.add(type);
    const { environment, documents } = this.#request;
    const scoreOf = (id: InstanceId): number => this.#files.get(id)?.score ?? 0;
    const event = eventFor({ environment, documents, scoreOf }, desk, option, snapshot, at);
    this.#ledger.acted(roles[0] ?? '', desk.since, at);
    this.#proceedings.act(desk.id, event, at);
    const after = this.#proceedings.snapshot(desk.id);
    desk.since = at;
    if (after && stepOf(after) === desk.step && after.context !== snapshot.context) {
      desk.tried.clear();
      desk.tried.add(type);
    }
    // Going round in circles: nobody touches it any more.
    if (times >= MOST_ACTS) for (const each of desk.done.keys()) desk.tried.add(each);
    const last = this.#proceedings.log.findLast(({ instance }) => instance === desk.id);
    if (last?.refusal?.code === 'form-invalid') this.#correct(desk, option);
  }

  #correct({ file, tried, random }: Desk, { event, form }: Option): void {
    if (!file || form === undefined) return;
    const { corrected } = file.applicant;
    if (corrected && corrected !== file.facts && random() < this.#request.profile.corrects) {
      file.facts = corrected;
      tried.delete(event);
    } else file.gaveUp = true;
  }

  #isPerson(role: string): boolean {
    return this.#request.environment.contract.roles[role]?.kind === 'person';
  }

  #result(): SimulationResult {
    const { environment, cases, seed, profile } = this.#request;
    const { contract, program } = environment;
    const children = new Map<InstanceId, Snapshot[]>();
    for (const id of this.#proceedings.ids()) {
      const [of, child] = [caseIdOf(id), this.#proceedings.snapshot(id)];
      if (of === undefined || of === id || child?.status !== 'active') continue;
      children.set(of, [...(children.get(of) ?? []), child]);
    }
    for (const id of this.#files.keys()) {
      const snapshot = this.#proceedings.snapshot(id);
      if (snapshot?.status !== 'active') continue;
      const desk = this.#desks.get(id);
      const { waitsFor, on } = standing(
        environment,
        snapshot,
        desk,
        this.#proceedings.at,
        children.get(id) ?? [],
      );
      this.#ledger.stillOpen(snapshot, desk, waitsFor, on);
    }
    const { assumedFrom } = this.#hours;
    return {
      edition: contract.id,
      program: program.id,
      title: program.title,
      contractHash: contract.hash,
      seed,
      cases,
      from: inBeijing(this.#request.from),
      closes: inBeijing(this.#request.closes),
      until: inBeijing(this.#request.until),
      profile,
      notSimulated: amendmentTitles(environment),
      ...(assumedFrom === undefined ? {} : { assumedFrom }),
      ...this.#ledger.result(),
      quotas: quotaUse(environment, this.#limited.batch, this.#lists(), this.#ledger.selected),
    };
  }

  /** Members of every batch that was opened. */
  #lists(): readonly (readonly Member[])[] {
    const lists = [...this.#desks.keys(), ...this.#proceedings.ids()].filter((id) => id.startsWith('batch'));
    return [...new Set(lists)].map((id) =>
      Object.values(this.#proceedings.snapshot(id)?.context.members ?? {}),
    );
  }
}

/** Requests for a change: nobody is taken to make any. */
function amendmentTitles({ program }: Environment): readonly string[] {
  return Object.values(program.machines).flatMap(({ kind, title }) => (kind === 'amendment' ? [title] : []));
}

/** Where a machine stands, comparable. */
function stepOf({ value }: Snapshot): string {
  return activeLeaves(value).join(' + ');
}
