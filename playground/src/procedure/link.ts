import { pack, unpack } from '@zhinan/engine';
import type { Facts, InstanceId, JsonObject } from '@zhinan/model';
import { toInstant } from '../time.ts';
import type { Move, Play, Supposed } from './moves.ts';

/**
 * Seconds since the start, instance, role, event, reason, and the data: 0 = none, the id of a form = the scenario's
 * answers of that form, or the answers themselves; then who acted, and for whom.
 */
type CompactAct = readonly [
  number,
  InstanceId,
  string,
  string,
  string,
  0 | string | JsonObject,
  person?: string,
  principal?: string,
];
type CompactMove = readonly [number] | CompactAct;
/** Format, start in seconds, scenario, moves, readings and dates supposed, cases. */
type Compact = readonly [
  2,
  number,
  string,
  readonly CompactMove[],
  Supposed['readings'],
  Supposed['instants'],
  Play['cases'],
];

/** Answers of a scenario by form: a link need not carry what the scenario holds. */
export type FactsOf = (scenario: string) => Facts;

function seconds(at: string): number {
  return Math.round(Date.parse(at) / 1000);
}

function compact(play: Play, facts: Facts): Compact {
  const start = seconds(play.start);
  const texts = new Map(Object.entries(facts).map(([form, answers]) => [JSON.stringify(answers), form]));
  const moves = play.moves.map((move): CompactMove => {
    const offset = seconds(move.at) - start;
    if (move.kind === 'advance') return [offset];
    const { instance, role, event, reason = '', data, person, for: principal } = move;
    const carried = data === undefined ? 0 : (texts.get(JSON.stringify(data)) ?? data);
    if (person === undefined) return [offset, instance, role, event, reason, carried];
    const actor = principal === undefined ? ([person] as const) : ([person, principal] as const);
    return [offset, instance, role, event, reason, carried, ...actor];
  });
  return [2, start, play.scenario, moves, play.supposed.readings, play.supposed.instants, play.cases];
}

/** The play as a short text for an address. */
export function encodePlay(play: Play, factsOf: FactsOf): Promise<string> {
  return pack(compact(play, factsOf(play.scenario)));
}

/** Reads what {@link encodePlay} wrote; `undefined` when the text is damaged: the page then opens at the beginning. */
export async function decodePlay(text: string, factsOf: FactsOf): Promise<Play | undefined> {
  const value = await unpack(text);
  if (!Array.isArray(value) || value[0] !== 2) return undefined;
  const [, start, scenario, moves, readings, instants, cases] = value as unknown as Compact;
  return {
    start: toInstant(start * 1000),
    scenario,
    cases,
    moves: moves.map((move) => expand(start, move, factsOf(scenario))),
    supposed: { readings, instants },
  };
}

function expand(start: number, move: CompactMove, facts: Facts): Move {
  const at = toInstant((start + move[0]) * 1000);
  if (move.length === 1) return { kind: 'advance', at };
  const [, instance, role, event, reason, carried, person, principal] = move;
  const data = typeof carried === 'string' ? facts[carried] : carried === 0 ? undefined : carried;
  return {
    kind: 'act',
    at,
    instance,
    role,
    event,
    ...(reason === '' ? {} : { reason }),
    ...(data === undefined ? {} : { data }),
    ...(person === undefined ? {} : { person }),
    ...(principal === undefined ? {} : { for: principal }),
  };
}
