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

/** What a reading gives: a number, a text (also an expression, the name of an instant or of a code group), yes or no. */
export type ReadingValue = string | number | boolean;

/** One way of reading an ambiguous clause. */
export interface Reading {
  readonly title: string;
  /** What this reading changes, in words an officer understands. */
  readonly effect?: string;
  /** What rules, instants, sets and delays take from this reading when it is chosen; several values by name. */
  readonly value?: ReadingValue | Readonly<Record<string, ReadingValue>>;
}

/** Written in place of a value: the value (or its named part) of the reading chosen for an interpretation. */
export interface ReadingReference {
  readonly interpretation: string;
  readonly part?: string;
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

/** A part of the definition that takes a value from the chosen reading. */
export interface GovernedPart {
  /** Kind and name: `instant:filingDeadline`, `rule:training/age`, `delay:training/case/portalNotice`. */
  readonly about: string;
  readonly title: string;
}

/** An interpretation as a contract shows it: with what changes when another reading is chosen. */
export interface InterpretationContract extends Interpretation {
  readonly governs?: readonly GovernedPart[];
}
