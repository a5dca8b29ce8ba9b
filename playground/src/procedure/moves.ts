import type { JsonObject, MachineKind } from '@zhinan/model';

/** What the visitor did, in order: enough to replay a whole procedure. */
export type Move =
  | {
      readonly kind: 'act';
      readonly at: string;
      readonly machine: MachineKind;
      readonly role: string;
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

/** A procedure as played so far; `scenario` supplies sample answers. Attempts that were refused stay in `moves`. */
export interface Play {
  readonly start: string;
  readonly scenario: string;
  readonly moves: readonly Move[];
  readonly supposed: Supposed;
}

export const NOTHING_SUPPOSED: Supposed = { readings: {}, instants: {} };

/** The one that is looked at, and another one to compare it with. */
export type Side = 'a' | 'b';
