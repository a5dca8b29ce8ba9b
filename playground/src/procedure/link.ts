import type { JsonObject, MachineKind } from '@zhinan/model';
import { toInstant } from '../time.ts';
import type { Move, Play } from './moves.ts';

/** Seconds since the start, machine, role, event, reason, and the data: 1 = the sample's, 0 = none, or the answers. */
type CompactAct = readonly [number, MachineKind, string, string, string, 0 | 1 | JsonObject];
type CompactMove = readonly [number] | CompactAct;
/** Format, start in seconds, scenario, moves. */
type Compact = readonly [1, number, string, readonly CompactMove[]];

/** Finds the sample answers of a form event, so that a link need not carry what the scenario already holds. */
export type SampleOf = (move: Extract<Move, { readonly kind: 'act' }>) => JsonObject | undefined;

function seconds(at: string): number {
  return Math.round(Date.parse(at) / 1000);
}

function compact(play: Play, sampleOf: SampleOf): Compact {
  const start = seconds(play.start);
  const moves = play.moves.map((move): CompactMove => {
    const offset = seconds(move.at) - start;
    if (move.kind === 'advance') return [offset];
    const { machine, role, event, reason = '', data } = move;
    const sample = sampleOf(move);
    const same = sample !== undefined && JSON.stringify(sample) === JSON.stringify(data);
    return [offset, machine, role, event, reason, data === undefined ? 0 : same ? 1 : data];
  });
  return [1, start, play.scenario, moves];
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: GenericTransformStream): Promise<Uint8Array> {
  const body = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(body).arrayBuffer());
}

/** The play as a short text for an address: JSON, deflated, base64url. */
export async function encodePlay(play: Play, sampleOf: SampleOf): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(compact(play, sampleOf)));
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

/**
 * Reads what {@link encodePlay} wrote; `undefined` when the text is damaged. Moves come with `data` resolved
 * where it was in the link; the caller resolves those that point at the sample.
 */
export async function decodePlay(
  text: string,
  sampleOf: (scenario: string) => SampleOf,
): Promise<Play | undefined> {
  try {
    const bytes = await through(fromBase64url(text), new DecompressionStream('deflate-raw'));
    const value = JSON.parse(new TextDecoder().decode(bytes)) as Compact;
    if (value[0] !== 1) return undefined;
    const [, start, scenario, moves] = value;
    return {
      start: toInstant(start * 1000),
      scenario,
      moves: moves.map((move) => expand(start, move, sampleOf(scenario))),
    };
  } catch {
    // A link cut short by a mail program: the page opens at the beginning instead.
    return undefined;
  }
}

function expand(start: number, move: CompactMove, sampleOf: SampleOf): Move {
  const at = toInstant((start + move[0]) * 1000);
  if (move.length === 1) return { kind: 'advance', at };
  const [, machine, role, event, reason, carried] = move;
  const act: Move = { kind: 'act', at, machine, role, event, ...(reason === '' ? {} : { reason }) };
  const data = carried === 1 ? sampleOf(act) : carried === 0 ? undefined : carried;
  return data === undefined ? act : { ...act, data };
}
