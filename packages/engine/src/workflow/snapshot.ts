import type { Json, JsonObject, MachineKind } from '@zhinan/model';
import type { IsoInstant } from '../calendar/instant.ts';
import type { Refusal } from './refusal.ts';

/** State of a machine: the active child's key, or region → value. */
export type StateValue = string | { readonly [key: string]: StateValue };

/** What a machine remembers. */
export interface CaseContext {
  /** Form id → stored answers. */
  readonly forms: Readonly<Record<string, JsonObject>>;
  /** Kept by `set` and `keep`. */
  readonly values: Readonly<Record<string, Json>>;
  /** Kept by `append`. */
  readonly lists: Readonly<Record<string, readonly JsonObject[]>>;
  /** Batch and round: sender's id → what is known of it. */
  readonly members: Readonly<Record<string, Member>>;
}

export interface Member {
  readonly status: string;
  /** Answers by form id, as the member sent them. */
  readonly facts?: Readonly<Record<string, JsonObject>>;
  /** Place in the batch's order, from 1. */
  readonly rank?: number;
  /** `form.field` → what the member had answered before it was moved. */
  readonly adjusted?: Readonly<Record<string, Json>>;
}

/** A running wait; the host keeps an alarm for `dueAt`. */
export interface Timer {
  readonly id: string;
  /** Name in the machine's `delays`. */
  readonly delay: string;
  readonly dueAt: IsoInstant;
  /** XState event that it fires. */
  readonly event: string;
}

/**
 * A wait whose end nobody can tell: calendar exhausted, or the date is not answered. Somebody must look; it becomes a
 * timer by itself, counted from `since`, once calendar or answer is there.
 */
export interface UndatedWait {
  readonly id: string;
  readonly delay: string;
  readonly event: string;
  readonly since: IsoInstant;
  readonly why: 'beyond-calendar' | 'date-missing' | 'date-unusable';
}

/** A wait that ended without effect, because no guard of its transitions was true. */
export interface LapsedWait {
  readonly delay: string;
  readonly at: IsoInstant;
  readonly refusal: Refusal;
}

export interface Visit {
  /** Dotted state path. */
  readonly path: string;
  readonly enteredAt: IsoInstant;
  readonly leftAt?: IsoInstant;
}

/** One accepted event or fired timer, in the order of happening. */
export interface LogEntry {
  readonly at: IsoInstant;
  /** Event type, or `after:<delay>` for a timer. */
  readonly event: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly role?: string;
  readonly person?: string;
  readonly for?: string;
  readonly reason?: string;
  /** Machine that sent it. */
  readonly from?: MachineKind;
}

/** What a machine took over from its sender and has not changed itself: a later message brings it up to date. */
export interface Inherited {
  readonly forms: readonly string[];
  readonly values: readonly string[];
  /** Moment of the message it came with. */
  readonly at: IsoInstant;
}

/** A machine at rest: plain JSON, pinned to the contract it began with. */
export interface Snapshot {
  readonly machine: string;
  readonly contractHash: string;
  /** Moment of the last accepted event. */
  readonly at: IsoInstant;
  /** Accepted events so far; part of each effect's key. */
  readonly sequence: number;
  readonly value: StateValue;
  readonly status: 'active' | 'done';
  readonly context: CaseContext;
  /** Entitlements and amendments only. */
  readonly inherited?: Inherited;
  /** XState history: state id → ids remembered. */
  readonly historyValue?: Readonly<Record<string, readonly string[]>>;
  /** Ordered by due instant. */
  readonly timers: readonly Timer[];
  readonly undated: readonly UndatedWait[];
  readonly lapsed: readonly LapsedWait[];
  /** Keys of accepted events; a message's with its sender in front. */
  readonly seen: readonly string[];
  readonly visited: readonly Visit[];
  readonly log: readonly LogEntry[];
}

export const emptyContext: CaseContext = { forms: {}, values: {}, lists: {}, members: {} };
