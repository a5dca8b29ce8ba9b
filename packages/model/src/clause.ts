/** must = hard; soft = 一般 / 原则上 (warn, ask for a reason, never block); prefer = 优先; may; info. */
export type Modality = 'must' | 'soft' | 'prefer' | 'may' | 'info';

/** How a clause is accounted for when no part of the definition cites it. */
export type Account = 'judgement' | 'narrative';

export interface Clause {
  /** The document's own label, e.g. `三(二).a`; atoms inside a clause get a letter. */
  readonly id: string;
  readonly kind: string;
  readonly modality: Modality;
  /** One line in our own words; the source sentence is not stored. */
  readonly summary: string;
  /** sha256 of the normalised source sentence(s), for tracing a changed text. */
  readonly hashes?: readonly string[];
  readonly account?: Account;
  /** Why no part implements it (required with `account`). */
  readonly note?: string;
}

/** One way of reading an ambiguous clause. */
export interface Reading {
  readonly title: string;
  /** What this reading changes, in words an officer understands. */
  readonly effect?: string;
  /** A value a delay or rule may take from the chosen reading. */
  readonly value?: string | number | boolean;
}

/** 解释口径: a recorded choice between readings, with the office that may decide it otherwise. */
export interface Interpretation {
  readonly clause: string;
  readonly question: string;
  readonly readings: Readonly<Record<string, Reading>>;
  readonly chosen: string;
  readonly decidedBy: string;
  readonly reason?: string;
}
