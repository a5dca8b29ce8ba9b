import type { Effect, Procedure, Snapshot } from '@zhinan/engine';
import type { CaseView, InstanceId, MachineKind } from '@zhinan/model';

/** Something a role may do now. */
export interface Offer {
  readonly instance: InstanceId;
  /** The instance in words. */
  readonly of: string;
  readonly machine: MachineKind;
  readonly event: string;
  readonly title: string;
  readonly role: string;
  readonly clauses: readonly string[];
  readonly form?: string;
  readonly reason?: 'required' | 'optional';
  /** Leaves the procedure. */
  readonly escape: boolean;
  /** Its conditions do not hold. */
  readonly blocked: boolean;
  /** What stands against it, or is still open. */
  readonly notes: readonly string[];
}

export interface Timer {
  readonly instance: InstanceId;
  /** The instance in words. */
  readonly of: string;
  readonly title: string;
  readonly clause: string;
  /** Due instant. */
  readonly at: string;
  readonly workdaysLeft: number | null;
}

/** A wait that ran at some point, over or not. */
export interface Wait {
  readonly instance: InstanceId;
  readonly title: string;
  readonly clause: string;
  /** When it began. */
  readonly since: string;
  /** Due instant. */
  readonly at: string;
  readonly running: boolean;
  /** Lasts a number of days, short enough to be drawn day by day (a fixed date is no period). */
  readonly period: boolean;
  /** Calendar days from its beginning to its last day. */
  readonly days: readonly string[];
}

export interface LogEntry {
  readonly at: string;
  /** Position of the move that led to it; -1 = before the first. */
  readonly move: number;
  /** Why it was refused. */
  readonly refused?: string;
  readonly instance: InstanceId;
  /** The instance in words. */
  readonly of: string;
  readonly title: string;
  /** Title of the role, or who else it was: the clock, another machine. */
  readonly actor: string;
  readonly reason?: string;
  readonly clauses: readonly string[];
  /** Titles of the states entered. */
  readonly reached: readonly string[];
  /** What the host would now do: notify, render, pay … */
  readonly effects: readonly string[];
  /** Money among them. */
  readonly money: readonly Extract<Effect, { readonly type: 'pay' | 'recover' }>[];
}

/** One machine at the end of the play. */
export interface Standing {
  readonly instance: InstanceId;
  /** The instance in words. */
  readonly of: string;
  /** Name of the machine's file, which its diagram bears too. */
  readonly file: string;
  readonly machine: MachineKind;
  readonly title: string;
  /** Innermost states, dotted paths with titles. */
  readonly states: readonly { readonly path: string; readonly title: string }[];
  /** Dotted paths, ancestors included. */
  readonly active: ReadonlySet<string>;
  readonly visited: ReadonlySet<string>;
  readonly view: CaseView;
  /** What it remembers. */
  readonly snapshot: Snapshot;
}

/** All that the procedure page shows, computed anew from the list of moves. */
export interface Simulated {
  readonly at: string;
  readonly standings: readonly Standing[];
  readonly offers: readonly Offer[];
  readonly timers: readonly Timer[];
  readonly waits: readonly Wait[];
  readonly log: readonly LogEntry[];
  readonly procedure: Procedure;
  /** Why the last move was refused. */
  readonly refusal?: string;
  /** The last move lay before the clock: it did not happen at all. */
  readonly backwards?: true;
}
