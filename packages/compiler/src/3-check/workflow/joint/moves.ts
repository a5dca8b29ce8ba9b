import type { Json } from '@zhinan/model';
import { actionsOf, type WrittenAction } from '../statechart/actions.ts';
import type { Edge, Stop } from '../statechart/explore.ts';
import { listed, objectOr, strings } from '../statechart/json.ts';
import { type Joint, type JointMove, senderOf, type Sent } from './joint.ts';

/** More messages than this waiting at one machine are not followed. */
const MOST_WAITING = 4;

/** What may happen next: somebody, a wait or the round moves one of the two; messages between them follow at once. */
export function movesOf(
  joint: Joint,
  registers: boolean,
): { readonly moves: readonly JointMove[]; readonly cut: boolean } {
  const moves: JointMove[] = [];
  let cut = false;
  const add = (label: string, escape: boolean, next: Joint): void => {
    for (const to of delivered(next, registers)) {
      if (to.toBatch.length > MOST_WAITING || to.toMember.length > MOST_WAITING) cut = true;
      else moves.push({ label, escape, to });
    }
  };
  for (const edge of joint.batch.edges) {
    if (senderOf(edge) === 'case') continue;
    const next = batchMoved(joint, edge, { registers });
    if (next) add(`batch ${edge.label}`, edge.escape, next);
  }
  for (const edge of joint.member.edges)
    if (senderOf(edge) !== 'batch') add(edge.label, edge.escape, memberMoved(joint, edge));
  return { moves, cut };
}

/** Where messages under way lead: whoever can take one takes it; one whose conditions are open may also wait on. */
export function delivered(joint: Joint, registers: boolean): readonly Joint[] {
  const [, position, options] = firstTakable(joint, registers) ?? [];
  if (options === undefined || position === undefined) return [joint];
  return options.flatMap((next) => delivered(next, registers));
}

type Taking = readonly [receiver: 'batch' | 'member', position: number, options: readonly Joint[]];

function firstTakable(joint: Joint, registers: boolean): Taking | undefined {
  const { batch, member, toBatch, toMember } = joint;
  for (const [position, sent] of toBatch.entries()) {
    const without: Joint = { ...joint, toBatch: toBatch.filter((_, index) => index !== position) };
    if (batch.over) return ['batch', position, [without]];
    const edges = batch.edges.filter((edge) => edge.label === sent.event && senderOf(edge) === 'case');
    const taken = edges.flatMap((edge) => batchMoved(without, edge, { registers, sent }) ?? []);
    // With conditions alone it may also stay; that is another play, in which it is offered again after the next move.
    if (taken.length > 0) return ['batch', position, taken];
  }
  for (const [position, event] of toMember.entries()) {
    const without: Joint = { ...joint, toMember: toMember.filter((_, index) => index !== position) };
    if (member.over) return ['member', position, [without]];
    const edges = member.edges.filter((edge) => edge.label === event && senderOf(edge) === 'batch');
    if (edges.length > 0) return ['member', position, edges.map((edge) => memberMoved(without, edge))];
  }
  return undefined;
}

/** The batch after an edge; undefined when a condition over its members cannot hold. */
function batchMoved(
  joint: Joint,
  edge: Edge,
  { registers, sent }: { readonly registers: boolean; readonly sent?: Sent },
): Joint | undefined {
  if (edge.answer.some(({ guard }) => impossible(guard, joint.status))) return undefined;
  const actions = actionsOf(joint.batch, edge);
  const status = sent ? noted(actions, sent, joint.status) : joint.status;
  if (edge.follow.some(({ guard }) => impossible(guard, status))) return undefined;
  const reached = actions.flatMap(({ type, params }): readonly string[] => {
    if (type !== 'send' || params['to'] !== 'case') return [];
    const hears = params['only'] === 'sender' ? sent !== undefined : !registers || status !== undefined;
    return hears ? strings(params['event']) : [];
  });
  return { ...joint, batch: edge.to, status, toMember: added(joint.toMember, reached) };
}

function memberMoved(joint: Joint, edge: Edge): Joint {
  const status = outermost(edge.to);
  const sent = actionsOf(joint.member, edge).flatMap(({ type, params }) =>
    type === 'send' && params['to'] === 'batch' ? strings(params['event']) : [],
  );
  const known = joint.toBatch.map(({ event }) => event);
  const fresh = sent.filter((event) => !known.includes(event)).map((event): Sent => ({ event, status }));
  return { ...joint, member: edge.to, toBatch: [...joint.toBatch, ...fresh] };
}

/** A second message of the same name changes nothing that the first did not. */
function added(waiting: readonly string[], sent: readonly string[]): readonly string[] {
  return [...new Set([...waiting, ...sent])];
}

function noted(
  actions: readonly WrittenAction[],
  { status }: Sent,
  before: string | undefined,
): string | undefined {
  const member = actions.find(({ type }) => type === 'member');
  if (!member) return before;
  const [given] = strings(member.params['status']);
  return given ?? status;
}

function outermost({ config }: Stop): string {
  const [root] = [...config.active].filter((node) => node.parent === undefined);
  return [...config.active]
    .filter((node) => node.parent === root && node !== root)
    .map(({ key }) => key)
    .join(',');
}

/** Whether a condition is certainly false for a batch that has this member; all other members are free. */
function impossible(guard: Json | undefined, status: string | undefined): boolean {
  const { type, params } = objectOr(guard);
  const own = objectOr(params);
  if (type === 'everyMember') return status !== undefined && !strings(own['in']).includes(status);
  if (type === 'all') return listed(own['guards']).some((each) => impossible(each, status));
  if (type === 'any') return listed(own['guards']).every((each) => impossible(each, status));
  return false;
}
