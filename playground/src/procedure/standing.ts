import type { CaseView, MachineKind } from '@zhinan/model';

/** Something a role may do now. */
export interface Offer {
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
  readonly machine: MachineKind;
  readonly title: string;
  readonly clause: string;
  /** Due instant. */
  readonly at: string;
  readonly workdaysLeft: number | null;
}

export interface LogEntry {
  readonly at: string;
  readonly machine: MachineKind;
  readonly title: string;
  /** Title of the role, or who else it was: the clock, another machine. */
  readonly actor: string;
  readonly reason?: string;
  readonly clauses: readonly string[];
  /** Titles of the states entered. */
  readonly reached: readonly string[];
  /** What the host would now do: notify, render, pay … */
  readonly effects: readonly string[];
}

/** One machine at the end of the play. */
export interface Standing {
  readonly machine: MachineKind;
  readonly title: string;
  /** Innermost states, dotted paths with titles. */
  readonly states: readonly { readonly path: string; readonly title: string }[];
  /** Dotted paths, ancestors included. */
  readonly active: ReadonlySet<string>;
  readonly visited: ReadonlySet<string>;
  readonly view: CaseView;
}

/** All that the procedure page shows, computed anew from the list of moves. */
export interface Simulated {
  readonly at: string;
  readonly standings: readonly Standing[];
  readonly offers: readonly Offer[];
  readonly timers: readonly Timer[];
  readonly log: readonly LogEntry[];
  /** Why the last move was refused; the move is then not part of the play. */
  readonly refusal?: string;
}
