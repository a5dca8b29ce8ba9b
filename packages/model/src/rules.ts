import type { Place } from './place.ts';

/** An expression in our FEEL profile with its clause, as written in `rules.json`. */
export type Expression = string;
export type Strength = 'must' | 'soft';

/** `require` is one expression or a list of which all / any must hold. */
export type Requirement =
  Expression | { readonly all: readonly Requirement[] } | { readonly any: readonly Requirement[] };

export interface RuleDefinition {
  readonly id: string;
  readonly title: string;
  readonly clause: string | readonly string[];
  readonly strength: Strength;
  readonly when?: Expression;
  readonly require: Requirement;
  /** What to tell somebody who fails; default: made from the expression and the field titles. */
  readonly message?: string;
  /** Name of a guideline instant; its date is `基准日` in the expression. */
  readonly reference?: string;
  readonly interpretation?: string;
}

export interface ParameterDefinition {
  readonly title?: string;
  /** Field whose type (enum, rank) the parameter has; absent for plain numbers and dates. */
  readonly of?: string;
  readonly default: string | number | boolean;
}

/** An exception to a parameter's default under a condition (放宽). */
export interface RelaxationDefinition {
  readonly id: string;
  readonly title: string;
  readonly clause: string | readonly string[];
  readonly when: Expression;
  readonly set: Readonly<Record<string, string | number | boolean>>;
  readonly priority?: number;
  readonly interpretation?: string;
}

export interface AmountDefinition {
  readonly id: string;
  readonly title: string;
  readonly clause: string | readonly string[];
  readonly unit: '元' | '分';
  readonly value: Expression;
  readonly cap?: number;
  readonly floor?: number;
  readonly interpretation?: string;
}

/** A limit on a collection of member cases; `max: null` means the number is not published yet (unknown). */
export interface QuotaDefinition {
  readonly id: string;
  readonly title: string;
  readonly clause: string | readonly string[];
  /** Which members count: an expression over the member's facts; absent = all. */
  readonly where?: Expression;
  readonly min?: number | null;
  readonly max?: number | null;
  readonly interpretation?: string;
}

/** `rules.json` of a programme. */
export interface RulesDefinition {
  /** Forms whose answers the rules read: the first one's fields stand bare, the others' behind `formId.`. */
  readonly facts: readonly string[];
  /** Named sets of codes for `x in 名称`: a group of a code list. */
  readonly sets?: Readonly<Record<string, { readonly codeList: string; readonly group: string }>>;
  readonly parameters?: Readonly<Record<string, ParameterDefinition>>;
  readonly relax?: readonly RelaxationDefinition[];
  readonly rules: readonly RuleDefinition[];
  readonly amounts?: readonly AmountDefinition[];
  readonly quotas?: readonly QuotaDefinition[];
}

/** Where each rule's text stands, for messages; kept beside the definition, never inside the contract. */
export type RulePlaces = Readonly<Record<string, Place>>;

/** Kleene truth; null = unknown (never treated as false). */
export type Truth = boolean | null;

/** Answers by form id; an absent form or field is unknown. */
export type Facts = Readonly<Record<string, import('./json.ts').JsonObject | undefined>>;

/** A field a rule looked at, as the person knows it. */
export interface FactView {
  readonly form: string;
  /** RFC 6901 pointer inside the form's data. */
  readonly pointer: string;
  readonly title: string;
  /** The person's own answer in words; absent = not answered. */
  readonly text?: string;
}

export type RuleVerdict = 'pass' | 'relaxed' | 'needs-reason' | 'fail' | 'unknown' | 'not-applicable';

export interface RuleOutcome {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly strength: Strength;
  /** `relaxed` = holds only because a relaxation applied; `needs-reason` = a soft rule does not hold. */
  readonly verdict: RuleVerdict;
  readonly own: readonly FactView[];
  readonly missing: readonly FactView[];
  /** Relaxation that made it pass. */
  readonly relaxedBy?: { readonly id: string; readonly title: string; readonly clauses: readonly string[] };
  /** Relaxations that would make it pass if their condition held. */
  readonly couldRelax: readonly {
    readonly id: string;
    readonly title: string;
    readonly clauses: readonly string[];
  }[];
  readonly interpretation?: string;
}

export interface Eligibility {
  readonly verdict: 'eligible' | 'needs-reason' | 'ineligible' | 'undecided';
  readonly rules: readonly RuleOutcome[];
  /** All fields still needed to decide, without repetition. */
  readonly missing: readonly FactView[];
}

export interface AmountOutcome {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly unit: '元' | '分';
  /** Lower and upper bound with what is known; equal when decided. `max: null` = no bound yet. */
  readonly min: number;
  readonly max: number | null;
  /** Value before the cap, when decided. */
  readonly uncapped?: number;
  readonly cap?: { readonly limit: number; readonly applied: Truth };
  readonly missing: readonly FactView[];
}

export interface QuotaOutcome {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly count: number;
  readonly min?: number | null;
  readonly max?: number | null;
  readonly holds: Truth;
}

/** What the generated `rules.js` of a programme exports. Pure; the dates come from the guideline's instants. */
export interface CompiledRules {
  /** `open` names lists to which rows may still be added (`application/apprentices`): counts of them are lower bounds. */
  eligibility(facts: Facts, open?: readonly string[]): Eligibility;
  amounts(facts: Facts, open?: readonly string[]): readonly AmountOutcome[];
  quotas(members: readonly Facts[]): readonly QuotaOutcome[];
  /** One Chinese (or English) sentence per rule outcome or amount, made from data only. */
  explain(outcome: RuleOutcome | AmountOutcome, language?: import('./diagnostic.ts').Language): string;
}
