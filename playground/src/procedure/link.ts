import type { Facts, JsonObject, MachineKind } from '@zhinan/model';
import { toInstant } from '../time.ts';
import type { Move, Play } from './moves.ts';

/**
 * Seconds since the start, machine, role, event, reason, and the data: 0 = none, the id of a form = the scenario's
 * answers of that form, or the answers themselves.
 */
type CompactAct = readonly [number, MachineKind, string, string, string, 0 | string | JsonObject];
type CompactMove = readonly [number] | CompactAct;
/** Format, start in seconds, scenario, moves. */
type Compact = readonly [1, number, string, readonly CompactMove[]];

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
    const { machine, role, event, reason = '', data } = move;
    const carried = data === undefined ? 0 : (texts.get(JSON.stringify(data)) ?? data);
    return [offset, machine, role, event, reason, carried];
  });
  return [1, start, play.scenario, moves];
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: GenericTransformStream): Promise<Uint8Array> {
  const body = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(body).arrayBuffer());
}

/** The play as a short text for an address: JSON, deflated, base64url. */
export async function encodePlay(play: Play, factsOf: FactsOf): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(compact(play, factsOf(play.scenario))));
  const bytes = await through(text, new CompressionStream('deflate-raw'));
  return base64url(bytes);
}

function base64url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

/** Reads what {@link encodePlay} wrote; `undefined` when the text is damaged. */
export async function decodePlay(text: string, factsOf: FactsOf): Promise<Play | undefined> {
  try {
    const bytes = await through(fromBase64url(text), new DecompressionStream('deflate-raw'));
    const value = JSON.parse(new TextDecoder().decode(bytes)) as Compact;
    if (value[0] !== 1) return undefined;
    const [, start, scenario, moves] = value;
    return {
      start: toInstant(start * 1000),
      scenario,
      moves: moves.map((move) => expand(start, move, factsOf(scenario))),
    };
  } catch {
    // A link cut short by a mail program: the page opens at the beginning instead.
    return undefined;
  }
}

function expand(start: number, move: CompactMove, facts: Facts): Move {
  const at = toInstant((start + move[0]) * 1000);
  if (move.length === 1) return { kind: 'advance', at };
  const [, machine, role, event, reason, carried] = move;
  const data = typeof carried === 'string' ? facts[carried] : carried === 0 ? undefined : carried;
  return {
    kind: 'act',
    at,
    machine,
    role,
    event,
    ...(reason === '' ? {} : { reason }),
    ...(data === undefined ? {} : { data }),
  };
}
