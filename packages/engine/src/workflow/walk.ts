import type { InstanceId, JsonObject } from '@zhinan/model';
import { compareInstants, formatInstant, millisOf, type IsoInstant } from '../calendar/instant.ts';
import { available, type AvailableEvent } from './available.ts';
import { pick, randomFrom } from '../random.ts';
import type { Environment } from './environment.ts';
import { act, advance, nextTimer, openProcedure, type Procedure } from './procedure.ts';
import type { Refusal } from './refusal.ts';

export interface WalkOptions {
  readonly start: IsoInstant;
  /** Same seed, same walk. */
  readonly seed: number;
  /** Form id → documents to choose from. */
  readonly answers: Readonly<Record<string, readonly JsonObject[]>>;
  /** At most so many moves. Default 200. */
  readonly moves?: number;
  /**
   * Chance in 0–1 at each move that adverse things (those that ask for a reason: returns, refusals, objections) are
   * considered where others are possible; they would else end most walks early. Default 0.2.
   */
  readonly adverse?: number;
  /** Longest pause before an event, in hours. Default 24. */
  readonly pause?: number;
}

export interface Walk {
  readonly procedure: Procedure;
  /** `stuck`: the case goes on, yet nobody can do anything and nothing is waited for. */
  readonly end: 'done' | 'stuck' | 'moves';
  /** Events offered as allowed and then refused: none, if {@link available} is right. */
  readonly overPromised: readonly {
    readonly instance: InstanceId;
    readonly event: string;
    readonly refusal: Refusal;
  }[];
}

interface Offer {
  readonly instance: InstanceId;
  readonly event: AvailableEvent;
}

/** Chances of waiting for the next timer, and of leaving the procedure when that is offered. */
const WAIT = 0.05;
const ESCAPE = 0.02;

/**
 * Plays the procedure by chance: at each move somebody does one of the things that are possible, or the next wait ends.
 * Pure and repeatable; for simulating many applicants and for finding states nobody gets out of.
 */
export function walk(environment: Environment, options: WalkOptions): Walk {
  const random = randomFrom(options.seed);
  const overPromised: Walk['overPromised'][number][] = [];
  let procedure = openProcedure(environment, options.start);
  for (let move = 0; move < (options.moves ?? 200); move += 1) {
    if (procedure.instances.case?.status === 'done') return { procedure, end: 'done', overPromised };
    const possible = offersOf(environment, procedure).filter(
      ({ event }) => !event.escape || random() < ESCAPE,
    );
    const smooth = possible.filter(({ event }) => event.reason !== 'required');
    const offers = smooth.length > 0 && random() >= (options.adverse ?? 0.2) ? smooth : possible;
    const timer = nextTimer(procedure)?.timer;
    if (timer && (offers.length === 0 || random() < WAIT)) {
      procedure = advance(environment, procedure, later(timer.dueAt, procedure.at));
    } else if (offers.length > 0) {
      const offer = pick(offers, random);
      if (!offer) break;
      const hours = random() * (options.pause ?? 24);
      const at = formatInstant(millisOf(procedure.at) + Math.floor(hours * 3600) * 1000);
      const before = procedure;
      procedure = take(environment, procedure, offer, at, options.answers, random);
      const refusal = refusalIn(before, procedure, offer);
      // A wait that ended during the pause may have changed the offer: that is no false promise.
      if (
        refusal &&
        offer.event.allowed === true &&
        advance(environment, before, at).log.length === before.log.length
      ) {
        overPromised.push({ instance: offer.instance, event: offer.event.event, refusal });
      }
    } else if (offersOf(environment, procedure).length === 0) {
      return { procedure, end: 'stuck', overPromised };
    }
  }
  return { procedure, end: 'moves', overPromised };
}

function offersOf(environment: Environment, procedure: Procedure): readonly Offer[] {
  return Object.keys(procedure.instances).flatMap((instance) =>
    available(environment, procedure, instance)
      .filter(({ allowed, by }) => allowed !== false && by.length > 0)
      .map((event) => ({ instance, event })),
  );
}

function take(
  environment: Environment,
  procedure: Procedure,
  { instance, event }: Offer,
  at: IsoInstant,
  answers: WalkOptions['answers'],
  random: () => number,
): Procedure {
  const data = event.form === undefined ? undefined : pick(answers[event.form] ?? [], random);
  const role = pick(event.by, random) ?? '';
  return act(environment, procedure, {
    instance,
    at,
    event: {
      type: event.event,
      actor: { role },
      ...(data ? { data } : {}),
      ...(event.reason === undefined ? {} : { reason: '（模拟）' }),
    },
  });
}

function refusalIn(before: Procedure, after: Procedure, { instance, event }: Offer): Refusal | undefined {
  return after.log
    .slice(before.log.length)
    .find((entry) => entry.instance === instance && entry.event === event.event && entry.from === undefined)
    ?.refusal;
}

function later(a: IsoInstant, b: IsoInstant): IsoInstant {
  return compareInstants(a, b) > 0 ? a : b;
}
