import {
  act,
  addressOf,
  advance,
  amendmentsOf,
  available,
  checkProcedureStep,
  childId,
  formatInstant,
  nextTimer,
  openProcedure,
  playStep,
  type AvailableEvent,
  type Environment,
  type OpeningCases,
  type Procedure,
} from '@zhinan/engine';
import type { InstanceId, ScenarioStep } from '@zhinan/model';
import { Answers, type Bringing, type Variant } from './answers.ts';
import type { Compass } from './compass.ts';
import type { Stage } from './stage.ts';

/** A play that was tried: where it stands, and how it came there. */
export interface Play {
  readonly procedure: Procedure;
  readonly step: ScenarioStep | undefined;
  readonly before: Play | undefined;
  readonly moves: number;
  /** Moves that are missing at the least. */
  readonly left: number;
}

export interface Found {
  /** The play that arrives; where none does, the one that came nearest. */
  readonly play: Play;
  readonly arrives: boolean;
  /** Not everything was tried. */
  readonly cut: boolean;
}

/** Events tried at most for one way: a real one takes some hundreds. */
export const MOST_TRIES = 4000;
const HOUR = 3_600_000;
const REASON = '检查流程时的一步';

/**
 * Moves of people and clock by which the kernel brings the programme's machines to a goal: with the usual answers, else
 * with one form answered otherwise. None of the moves can be left out.
 */
export function search(stage: Stage, compass: Compass, from: Beginning, mostTries = MOST_TRIES): Found {
  const answers = new Answers(stage);
  let best: Found | undefined;
  let open: readonly (Variant | undefined)[] = [undefined, ...answers.variants()];
  let tries = 0;
  // A look at every variant first: which answers matter shows long before all detours of one of them are tried.
  for (const patience of [GLANCE, mostTries]) {
    const undecided: (Variant | undefined)[] = [];
    for (const variant of open) {
      const found = searchWith(
        { stage, compass, answers, variant },
        from,
        Math.min(patience, mostTries - tries),
      );
      tries += found.tries;
      if (!best || found.arrives || found.play.left < best.play.left) best = found;
      if (found.arrives) return { ...found, play: shortened(stage, compass, found.play, from) };
      if (found.cut) undecided.push(variant);
      if (tries >= mostTries) return { ...best, cut: true };
    }
    open = undecided;
  }
  if (!best) throw new Error('nothing was tried');
  return { ...best, cut: open.length > 0 };
}

/** Events tried with one variant before the next is looked at. */
const GLANCE = 160;

/** When a play begins, and the cases that are open from then on beside the first. */
export interface Beginning {
  readonly start: number;
  readonly others?: OpeningCases;
}

interface Setting {
  readonly stage: Stage;
  readonly compass: Compass;
  readonly answers: Answers;
  readonly variant: Variant | undefined;
}

/** Distances are too small where conditions hold a way up: what is near the goal goes first. */
const PULL = 3;

function searchWith(
  setting: Setting,
  from: Beginning,
  mostTries: number,
): Found & { readonly tries: number } {
  const { stage, compass } = setting;
  const opened = openedAt(stage.environment, from);
  const left = compass.distance(opened);
  const first: Play = { procedure: opened, step: undefined, before: undefined, moves: 0, left };
  const known = new Set([keyOf(opened, stage)]);
  const open = new Waiting();
  if (left < Number.POSITIVE_INFINITY) open.add(first);
  let nearest = first;
  let tries = 0;
  for (let play = open.take(); play; play = open.take()) {
    if (play.left < nearest.left) nearest = play;
    if (compass.reached(play.procedure)) return { play, arrives: true, cut: false, tries };
    for (const { step, procedure } of movesOf(setting, play.procedure)) {
      tries += 1;
      const key = keyOf(procedure, stage);
      if (known.has(key)) continue;
      known.add(key);
      const away = compass.distance(procedure);
      if (away === Number.POSITIVE_INFINITY) continue;
      open.add({ procedure, step, before: play, moves: play.moves + 1, left: away });
    }
    if (tries > mostTries) return { play: nearest, arrives: false, cut: true, tries };
  }
  return { play: nearest, arrives: false, cut: false, tries };
}

/** Plays that go on, by their cost. */
class Waiting {
  readonly #byCost: Play[][] = [];

  add(play: Play): void {
    const cost = play.moves + PULL * play.left;
    const alike = this.#byCost[cost];
    if (alike) alike.push(play);
    else this.#byCost[cost] = [play];
  }

  /** The cheapest; of those the one found first. */
  take(): Play | undefined {
    return this.#byCost.find((alike) => alike !== undefined && alike.length > 0)?.shift();
  }
}

/** The play without the steps that it arrives without as well. */
function shortened({ environment }: Stage, compass: Compass, play: Play, from: Beginning): Play {
  let steps = stepsOf(play);
  let shortest = play;
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const fewer = steps.filter((_, position) => position !== index);
    const replayed = replayedSteps(environment, fewer, from);
    if (!replayed || !compass.reached(replayed.procedure)) continue;
    // A wait that would end all the same before the next step stays: it says what is waited for.
    const silent =
      'advanceTo' in (steps[index] ?? {}) && replayed.procedure.log.length >= shortest.procedure.log.length;
    if (silent && firedIn(shortest, index, compass.instance)) continue;
    steps = fewer;
    shortest = replayed;
  }
  return shortest;
}

function openedAt(environment: Environment, { start, others }: Beginning): Procedure {
  return openProcedure(environment, formatInstant(start), others);
}

/** Whether the step at this position moved the machine that the way is about. */
function firedIn(play: Play, index: number, instance: InstanceId): boolean {
  let at: Play | undefined = play;
  while (at && at.moves !== index + 1) at = at.before;
  const before = at?.before?.procedure.log.length ?? 0;
  return at?.procedure.log.slice(before).some((entry) => entry.instance === instance) === true;
}

/** The steps played from the beginning as the playground does; undefined when the kernel refuses one of them. */
function replayedSteps(
  environment: Environment,
  steps: readonly ScenarioStep[],
  from: Beginning,
): Play | undefined {
  let procedure = openedAt(environment, from);
  let play: Play = { procedure, step: undefined, before: undefined, moves: 0, left: 0 };
  for (const step of steps) {
    const from = procedure;
    const next = attempt(() => playStep(environment, from, { facts: {} }, step));
    if (!next || checkProcedureStep(environment, from, next, step).length > 0) return undefined;
    procedure = next;
    play = { procedure, step, before: play, moves: play.moves + 1, left: 0 };
  }
  return play;
}

/** Steps of a play, in order. */
export function stepsOf(play: Play): readonly ScenarioStep[] {
  const steps: ScenarioStep[] = [];
  for (let at: Play | undefined = play; at?.step; at = at.before) steps.unshift(at.step);
  return steps;
}

interface Move {
  readonly step: ScenarioStep;
  readonly procedure: Procedure;
}

/** All that may happen next: what people may do, the next wait that ends, the next named instant. */
function* movesOf({ stage, answers, variant }: Setting, procedure: Procedure): Generator<Move> {
  const { environment } = stage;
  const at = formatInstant(Date.parse(procedure.at) + HOUR);
  for (const instance of instancesIn(stage, procedure)) {
    const machine = addressOf(environment, instance)?.machine.id ?? '';
    for (const event of available(environment, procedure, instance)) {
      if (event.allowed === false || event.by.length === 0) continue;
      for (const bringing of answers.of(procedure, instance, machine, event, variant)) {
        for (const role of rolesFor(event)) {
          const move = done(stage, procedure, { instance, event, role, at, bringing });
          if (move) yield move;
        }
      }
    }
  }
  for (const to of [nextTimer(procedure)?.timer.dueAt, nextInstant(stage, procedure)]) {
    if (to === undefined) continue;
    const until = Date.parse(to) < Date.parse(procedure.at) ? procedure.at : to;
    const moved = attempt(() => advance(environment, procedure, until));
    if (moved) yield { step: { advanceTo: until }, procedure: moved };
  }
}

/** Roles are tried one by one only where an event asks who acts; else the first speaks for all. */
function rolesFor({ by }: AvailableEvent): readonly string[] {
  return by.slice(0, 1);
}

function instancesIn({ environment }: Stage, procedure: Procedure): readonly InstanceId[] {
  const unopened = amendmentsOf(environment).map((name) => childId('case', name));
  return [...new Set([...Object.keys(procedure.instances), ...(procedure.instances.case ? unopened : [])])];
}

function done(
  { environment }: Stage,
  procedure: Procedure,
  {
    instance,
    event,
    role,
    at,
    bringing,
  }: {
    readonly instance: InstanceId;
    readonly event: AvailableEvent;
    readonly role: string;
    readonly at: string;
    readonly bringing: Bringing;
  },
): Move | undefined {
  const { data, person } = bringing;
  const reason = event.reason === undefined ? {} : { reason: REASON };
  const more = { ...(data ? { data } : {}), ...reason };
  const actor = { role, ...(person === undefined ? {} : { person }) };
  const moved = attempt(() =>
    act(environment, procedure, { instance, at, event: { type: event.event, actor, ...more } }),
  );
  const own = moved?.log
    .slice(procedure.log.length)
    .find((entry) => entry.instance === instance && entry.event === event.event && entry.from === undefined);
  if (!moved || own?.accepted !== true) return undefined;
  const where = instance === 'case' ? {} : { instance };
  const who = person === undefined ? {} : { person };
  return { step: { at, as: role, ...who, event: event.event, ...where, ...more }, procedure: moved };
}

/** A machine under check may answer itself without end; the kernel then throws, and that way is none. */
function attempt(play: () => Procedure): Procedure | undefined {
  try {
    return play();
  } catch {
    return undefined;
  }
}

function nextInstant({ environment }: Stage, { at }: Procedure): string | undefined {
  const later = Object.values(environment.contract.instants)
    .map((each) => each.at)
    .filter((each) => Date.parse(each) > Date.parse(at));
  return later.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];
}

const ids = new WeakMap<object, string>();

/** Where everything stands, without when it came there: two plays of the same key go on alike. */
function keyOf({ instances, at, pending }: Procedure, { environment }: Stage): string {
  const passed = Object.values(environment.contract.instants).filter(
    (each) => Date.parse(each.at) <= Date.parse(at),
  ).length;
  const machines = Object.entries(instances).map(([id, snapshot]) => {
    if (!snapshot) return id;
    const { value, context, timers } = snapshot;
    const waits = timers.map(({ id: wait }) => wait).join(' ');
    return `${id} ${JSON.stringify(value)} ${waits} ${textOf(context)}`;
  });
  return [passed, ...machines, ...pending.map(({ to, event }) => `${to} ${event}`)].join('\n');
}

/** What a machine remembers as a text, without the moments in it: contexts are values, so each is written once. */
function textOf(context: object): string {
  const text =
    ids.get(context) ?? JSON.stringify(context, (key, value: unknown) => (key === 'at' ? undefined : value));
  ids.set(context, text);
  return text;
}
