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
  /** 就高: of several relaxations that apply, the lowest or highest value is taken; no priorities are needed. */
  readonly best?: 'lowest' | 'highest';
}

/** An exception to a parameter's default under a condition (放宽). */
export interface RelaxationDefinition {
  readonly id: string;
  readonly title: string;
  readonly clause: string | readonly string[];
  readonly when: Expression;
  /** May be empty when `soften` says what is relaxed. */
  readonly set: Readonly<Record<string, string | number | boolean>>;
  /** Rules that ask for a reason instead of refusing while the condition holds. */
  readonly soften?: readonly string[];
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
  /** Before floor and cap: to a multiple of `to`. `half-up` rounds a half away from zero. */
  readonly round?: { readonly to: number; readonly mode: 'half-up' | 'down' | 'up' };
  /** 就高不就低 with support already received: what is paid is own − received, never less than 0. */
  readonly topUp?: { readonly against: Expression };
  /** 不重复享受: of these amounts and this one only the highest is paid; of equal ones the first written. */
  readonly exclusiveWith?: readonly string[];
  readonly instalments?: readonly InstalmentDefinition[];
  /** Name of a guideline instant; its date is `基准日` in the expressions. */
  readonly reference?: string;
  readonly interpretation?: string;
}

/** A part of an amount; parts are whole units, rounded down, and the last takes the remainder. */
export interface InstalmentDefinition {
  readonly title: string;
  /** Part of the whole, 0 to 1; neither `share` nor `amount` on the last one. */
  readonly share?: number;
  readonly amount?: number;
  /** What it is paid upon. */
  readonly when?: Expression;
  readonly clause?: string | readonly string[];
}

/** DMN hit policies: unique, first, any, priority, collect (list, sum, least, greatest, count). */
export type HitPolicy = 'U' | 'F' | 'A' | 'P' | 'C' | 'C+' | 'C<' | 'C>' | 'C#';

export interface TableInput {
  readonly label?: string;
  readonly expression: Expression;
}

export interface TableOutput {
  /** The table's only output is named by the table's id, several by `id.name`. */
  readonly name: string;
  /** Field whose options or kind the output has. */
  readonly of?: string;
  readonly type?: 'number' | 'text' | 'boolean' | 'date';
  readonly unit?: string;
  /** Value when no row matches; without it the answer is unknown. */
  readonly default?: TableCell;
  /** For policy P: values from the highest priority down. */
  readonly values?: readonly TableCell[];
}

export type TableCell = string | number | boolean;

export interface TableRow {
  /** One unary test for each input: `-`, `技师`, `>= 3`, `[1..5)`, `"甲", "乙"`, `not("甲")`. */
  readonly when: readonly TableCell[];
  /** One value for each output; text for a number output is an expression. */
  readonly then: readonly TableCell[];
  readonly clause?: string | readonly string[];
}

/** A decision table; expressions read it by its id. It reads the facts itself. */
export interface TableDefinition {
  readonly id: string;
  readonly title: string;
  readonly clause: string | readonly string[];
  readonly inputs: readonly TableInput[];
  readonly outputs: readonly TableOutput[];
  readonly hitPolicy: HitPolicy;
  /** The author says that every case has a row; the analysis proves it. */
  readonly complete?: boolean;
  readonly rows: readonly TableRow[];
  readonly reference?: string;
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
  /** The limit holds for each value of this expression, e.g. each recommending body. */
  readonly per?: Expression;
  /** Counts only among the members of another quota: “其中基层不少于 5 名”. */
  readonly of?: string;
  /** Limits as part of the members of `of` (all members without it), ends included. */
  readonly share?: { readonly min?: number | null; readonly max?: number | null };
  /** Members that another quota counts, a separate channel (单列), are not counted here. */
  readonly except?: readonly string[];
  readonly interpretation?: string;
}

/** `rules.json` of a programme. */
export interface RulesDefinition {
  /** Forms whose answers the rules read: the first one's fields stand bare, the others' behind `formId.`. */
  readonly facts: readonly string[];
  /** Named sets of codes for `x in 名称`: a group of a code list. */
  readonly sets?: Readonly<Record<string, { readonly codeList: string; readonly group: string }>>;
  readonly parameters?: Readonly<Record<string, ParameterDefinition>>;
  /** What `inSupport(list, day)` reads in the list's rows: until when, and since when, support lasts. */
  readonly support?: { readonly until: string; readonly from?: string };
  readonly tables?: readonly TableDefinition[];
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

/** A row of a decision table that decided, or why none did. */
export interface TableHit {
  readonly table: string;
  readonly title: string;
  /** Rows that match, from 1. */
  readonly rows: readonly number[];
  /** Clauses of these rows. */
  readonly clauses: readonly string[];
  /** `overlap`: a U or A table whose rows contradict each other; `no-row`: nothing matches. Both are unknown. */
  readonly fault?: 'overlap' | 'no-row';
}

/** An entry of a list that a rule over the list looks at. */
export interface EntryView {
  readonly form: string;
  readonly pointer: string;
  /** “培养对象第2项”. */
  readonly title: string;
  readonly own: readonly FactView[];
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
  /** Entries of a list that stand in the way, when the rule is about each entry. */
  readonly entries?: readonly EntryView[];
  /** Rows of decision tables the verdict rests on. */
  readonly tables?: readonly TableHit[];
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
  /** Before what was received elsewhere is taken off (`topUp`). */
  readonly own?: { readonly min: number; readonly max: number | null };
  /** The amount that is paid instead (`exclusiveWith`), when that is decided. */
  readonly replacedBy?: string;
  readonly instalments?: readonly InstalmentOutcome[];
  readonly tables?: readonly TableHit[];
  readonly interpretation?: string;
  readonly missing: readonly FactView[];
}

export interface InstalmentOutcome {
  readonly title: string;
  readonly clauses: readonly string[];
  readonly min: number;
  readonly max: number | null;
  /** Whether its condition holds. */
  readonly due: Truth;
}

export interface QuotaOutcome {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly string[];
  /** Members that count for certain. */
  readonly count: number;
  /** Members that may count besides, for want of an answer. */
  readonly open?: number;
  readonly min?: number | null;
  readonly max?: number | null;
  readonly share?: { readonly min?: number | null; readonly max?: number | null; readonly whole: number };
  /** With `per`: each value, in order of first appearance. */
  readonly groups?: readonly { readonly key: string; readonly count: number; readonly holds: Truth }[];
  readonly holds: Truth;
}

/** What a decision table answers to somebody who asks it by name. */
export interface TableOutcome {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly string[];
  /** Per output its values: one, or all that a collecting table finds (perhaps none); null = not decided. */
  readonly values: Readonly<Record<string, readonly TableCell[] | null>>;
  /** Answers still needed for a decision. */
  readonly missing: readonly FactView[];
}

/** What the generated `rules.js` of a programme exports. Pure; the dates come from the guideline's instants. */
export interface CompiledRules {
  /** `open` names lists to which rows may still be added (`application/apprentices`): counts of them are lower bounds. */
  eligibility(facts: Facts, open?: readonly string[]): Eligibility;
  amounts(facts: Facts, open?: readonly string[]): readonly AmountOutcome[];
  quotas(members: readonly Facts[]): readonly QuotaOutcome[];
  /** The tables that the programme's machines ask for roles and in guards, by id; absent when they ask none. */
  tables?(facts: Facts, open?: readonly string[]): readonly TableOutcome[];
  /** One Chinese (or English) sentence per rule outcome or amount, made from data only. */
  explain(outcome: RuleOutcome | AmountOutcome, language?: import('./diagnostic.ts').Language): string;
}
