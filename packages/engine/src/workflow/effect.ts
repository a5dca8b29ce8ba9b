import type { InstanceId, JsonObject, MachineKind, ProcedureEvent } from '@zhinan/model';
import type { IsoInstant } from '../calendar/instant.ts';

/** What an action asks the host to do. */
export type EffectBody =
  | { readonly type: 'notify'; readonly to: string; readonly template: string }
  /** Told, and given the right to read the case. */
  | { readonly type: 'cc'; readonly to: string; readonly template: string }
  /** Find people for a list of tasks. */
  | { readonly type: 'select'; readonly list: string; readonly strategy: string; readonly count?: number }
  /** Ask a register outside. */
  | { readonly type: 'lookup'; readonly register: string }
  | { readonly type: 'render'; readonly document: string }
  | {
      readonly type: 'send';
      readonly to: MachineKind;
      readonly event: string;
      /** Where the sender stands after the step: its outermost state. */
      readonly status: string;
      readonly facts: Readonly<Record<string, JsonObject>>;
      /** See the action's params. */
      readonly machine?: string;
      readonly new?: true;
      readonly only?: 'sender';
      /** Machine whose message caused this. */
      readonly recipient?: InstanceId;
      /** Answers that go along. */
      readonly data?: JsonObject;
      /** For an entitlement or amendment: what it takes over. */
      readonly given?: NonNullable<NonNullable<ProcedureEvent['from']>['given']>;
    }
  /** `value` null = not decided by the known facts: the host must not pay, but ask. */
  | {
      readonly type: 'pay' | 'recover';
      readonly amount: string;
      readonly title: string;
      readonly unit: '元' | '分';
      readonly value: number | null;
      readonly min: number;
      readonly max: number | null;
    }
  | { readonly type: 'flag'; readonly subject: string; readonly note: string };

/** An effect to be performed once: the same step of the same machine always gives the same `key` (unique per case). */
export type Effect = EffectBody & {
  readonly key: string;
  readonly at: IsoInstant;
};

/** Short name for comparison and logs: `notify:applicant/returned`, `render:notice`, `send:batch/READY`, `pay:basic`. */
export function effectLabel(effect: EffectBody): string {
  switch (effect.type) {
    case 'notify':
      return `notify:${effect.to}/${effect.template}`;
    case 'cc':
      return `cc:${effect.to}/${effect.template}`;
    case 'select':
      return `select:${effect.list}/${effect.strategy}`;
    case 'lookup':
      return `lookup:${effect.register}`;
    case 'render':
      return `render:${effect.document}`;
    case 'send':
      return `send:${effect.to}/${effect.event}`;
    case 'pay':
    case 'recover':
      return `${effect.type}:${effect.amount}`;
    case 'flag':
      return `flag:${effect.subject}/${effect.note}`;
  }
}
