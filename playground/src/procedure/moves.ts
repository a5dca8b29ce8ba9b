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

/** A procedure as played so far; `scenario` supplies sample answers. */
export interface Play {
  readonly start: string;
  readonly scenario: string;
  readonly moves: readonly Move[];
}
