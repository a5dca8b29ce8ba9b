import type { Edge, Stop } from '../statechart/explore.ts';

/** One batch and one member case together: where both stand, what the batch knows of the member, what is under way. */
export interface Joint {
  readonly batch: Stop;
  readonly member: Stop;
  /** What the batch has noted of the member; undefined while it is not on the list. */
  readonly status: string | undefined;
  /** Messages that the receiver could not take yet, in the order of sending. */
  readonly toBatch: readonly Sent[];
  readonly toMember: readonly string[];
}

export interface Sent {
  readonly event: string;
  /** Outermost state of the member after the move that sent it. */
  readonly status: string;
}

/** A move of one of the two, with what the messages it sends bring about at once. */
export interface JointMove {
  readonly label: string;
  readonly escape: boolean;
  readonly to: Joint;
}

export function keyOf({ batch, member, status, toBatch, toMember }: Joint): string {
  const waiting = toBatch.map((sent) => `${sent.event}/${sent.status}`);
  return [batch.config.key, member.config.key, status ?? '', waiting.join(' '), toMember.join(' ')].join(
    ' ‖ ',
  );
}

/** Who an event of a machine comes from, when it is a message. */
export function senderOf({ answer }: Edge): string | undefined {
  const from = answer[0]?.meta['from'];
  return typeof from === 'string' ? from : undefined;
}
