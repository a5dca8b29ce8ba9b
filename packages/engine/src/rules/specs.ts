import type { AmountOutcome, EntryView, QuotaOutcome, Strength, TableHit, TableOutcome } from '@zhinan/model';
import type { Field, Scope } from './fields.ts';
import type { Logic, Num, Value } from './gap.ts';

/** Parameters by name: ranks as positions, the rest as they are. */
export type Params = Readonly<Record<string, number | string | boolean>>;
export type Expr<T> = (facts: Scope, params: Params) => T;

interface Spec {
  readonly id: string;
  readonly clauses: readonly string[];
  readonly interpretation?: string;
}

export interface RelaxSpec extends Spec {
  readonly when: Expr<Logic>;
  readonly set: Params;
  /** Parameters of which the lowest (-1) or highest (1) value wins among relaxations that apply. */
  readonly best?: Readonly<Record<string, -1 | 1>>;
}

export interface RuleSpec extends Spec {
  readonly strength: Strength;
  readonly when?: Expr<Logic>;
  readonly require: Expr<Logic>;
  /** Fields the requirement reads outside list rows, and the figure it compares. */
  readonly own: readonly Pick<Field<unknown>, 'view'>[];
  /** Relaxations of its parameters, lowest priority first. */
  readonly relax?: readonly RelaxSpec[];
  /** Relaxations that turn it into a rule that asks for a reason. */
  readonly soften?: readonly RelaxSpec[];
  /** Entries of a list that stand in its way. */
  readonly entries?: Expr<readonly EntryView[]>;
  /** Rows of the decision tables it reads. */
  readonly tables?: readonly Expr<TableHit | undefined>[];
}

export interface AmountSpec extends Spec {
  readonly unit: '元' | '分';
  readonly value: Expr<Num>;
  readonly cap?: number;
  readonly floor?: number;
  readonly round?: { readonly to: number; readonly mode: 'half-up' | 'down' | 'up' };
  /** What was received already. */
  readonly against?: Expr<Num>;
  /** Ids of amounts of which only the highest is paid. */
  readonly exclusiveWith?: readonly string[];
  readonly instalments?: readonly InstalmentSpec[];
  readonly relax?: readonly RelaxSpec[];
  readonly tables?: RuleSpec['tables'];
}

export interface InstalmentSpec {
  readonly title: string;
  readonly clauses: readonly string[];
  readonly share?: number;
  readonly amount?: number;
  readonly when?: Expr<Logic>;
}

export interface QuotaSpec extends Spec {
  readonly where?: Expr<Logic>;
  readonly min?: number | null;
  readonly max?: number | null;
  readonly per?: Expr<Value>;
  readonly of?: string;
  readonly share?: { readonly min?: number | null; readonly max?: number | null };
  readonly except?: readonly string[];
}

/** Everything a generated `decide.js` hands to {@link import('./decide.ts').decide}. */
export interface ProgramSpec {
  readonly parameters?: Params;
  readonly rules: readonly RuleSpec[];
  /** Made by `z.amounts(…)` and `z.quotas(…)`, which programmes without them do not load. */
  readonly amounts?: Expr<readonly AmountOutcome[]>;
  /** Made by `z.tables(…)`: the tables that machines ask. */
  readonly tables?: Expr<readonly TableOutcome[]>;
  readonly quotas?: (members: readonly Scope[], params: Params, words?: Words) => readonly QuotaOutcome[];
}

/** What people are told; apart from the rules, so that a host that only decides need not load it. */
export interface Words {
  /** By `form/rows[]/field`: title, unit, position of its options. */
  readonly fields: Readonly<Record<string, readonly [title: string, unit?: string, options?: number]>>;
  /** Codes and their titles. */
  readonly options?: readonly (readonly [codes: readonly (string | number)[], titles: readonly string[]])[];
  /** By `rule id`, `relaxation id`, `amount id`, `quota id`, `table id`. */
  readonly parts: Readonly<
    Record<
      string,
      readonly [
        title: string,
        /** The requirement in words, with the parameters' defaults. */
        says?: string | 0,
        /** What a failing applicant is told, in the author's words. */
        message?: string | 0,
        figure?: string,
      ]
    >
  >;
  /** By interpretation: the title of the reading used. */
  readonly readings?: Readonly<Record<string, string>>;
}
