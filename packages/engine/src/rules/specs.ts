import type { RuleOutcome, Strength } from '@zhinan/model';
import type { Field, Scope } from './fields.ts';
import type { Logic, Num, Value } from './gap.ts';
import type { TableSpec } from './table.ts';

/** Parameters by name: ranks as positions, the rest as they are. */
export type Params = Readonly<Record<string, number | string | boolean>>;
export type Expr<T extends Value> = (facts: Scope, params: Params) => T;

interface Spec {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly interpretation?: string;
}

export interface RelaxSpec extends Spec {
  readonly when: Expr<Logic>;
  readonly set: Params;
}

export interface RuleSpec extends Spec {
  readonly strength: Strength;
  readonly when?: Expr<Logic>;
  readonly require: Expr<Logic>;
  /** The requirement in words, with the parameters' defaults; absent where the author wrote a message. */
  readonly says?: string;
  /** What a failing applicant is told, in the author's words. */
  readonly message?: string;
  /** Fields the requirement reads outside list rows, and the figure it compares. */
  readonly own: readonly Pick<Field<unknown>, 'view'>[];
  /** Relaxations of its parameters, lowest priority first. */
  readonly relax?: readonly RelaxSpec[];
  /** Decision tables it reads. */
  readonly tables?: readonly TableSpec[];
}

export interface AmountSpec extends Spec {
  readonly unit: '元' | '分';
  readonly value: Expr<Num>;
  readonly cap?: number;
  readonly floor?: number;
  readonly relax?: readonly RelaxSpec[];
  readonly tables?: readonly TableSpec[];
}

export interface QuotaSpec extends Spec {
  readonly where?: Expr<Logic>;
  readonly min?: number | null;
  readonly max?: number | null;
}

/** Everything a generated `rules.js` hands to {@link import('./program.ts').program}. */
export interface ProgramSpec {
  readonly parameters?: Params;
  readonly rules: readonly RuleSpec[];
  readonly amounts?: readonly AmountSpec[];
  readonly quotas?: readonly QuotaSpec[];
}

export type Named = NonNullable<RuleOutcome['relaxedBy']>;
