import type { InstanceId, JsonObject } from '@zhinan/model';

/** What the visitor did, in order: enough to replay a whole procedure. */
export type Move =
  | {
      readonly kind: 'act';
      readonly at: string;
      /** The machine it is done to: `case`, `case:2`, `batch:hotan`, `case/entitlement`. */
      readonly instance: InstanceId;
      readonly role: string;
      /** Who acts in the role, and for whom as a deputy. */
      readonly person?: string;
      readonly for?: string;
      readonly event: string;
      readonly reason?: string;
      /** Answers of the form that the event asked for. */
      readonly data?: JsonObject;
    }
  | { readonly kind: 'advance'; readonly at: string };

/** What is supposed to be otherwise than the guideline has it, to see what follows. */
export interface Supposed {
  /** Interpretation id → reading chosen instead. */
  readonly readings: Readonly<Record<string, string>>;
  /** Name of an instant → moment instead, Beijing time with offset. */
  readonly instants: Readonly<Record<string, string>>;
}

/** A case that is open from the start. */
export interface PlayedCase {
  /** Batch it belongs to; absent = the standing one. */
  readonly batch?: InstanceId;
  /** Scenario whose answers it is filled with; absent = those that the play's scenario has for it. */
  readonly scenario?: string;
}

/** A procedure as played so far; `scenario` supplies sample answers. Attempts that were refused stay in `moves`. */
export interface Play {
  readonly start: string;
  readonly scenario: string;
  /** Cases beside `case`, and `case` itself where it belongs to another batch. */
  readonly cases: Readonly<Record<InstanceId, PlayedCase>>;
  readonly moves: readonly Move[];
  readonly supposed: Supposed;
}

export const NOTHING_SUPPOSED: Supposed = { readings: {}, instants: {} };

/** The one that is looked at, and another one to compare it with. */
export type Side = 'a' | 'b';
