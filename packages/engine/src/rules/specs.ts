import type { Strength } from '@zhinan/model';
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
  /** Parameters of which the lowest (-1) or highest (1) value wins among relaxations that apply. */
  readonly best?: Readonly<Record<string, -1 | 1>>;
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
  /** Relaxations that turn it into a rule that asks for a reason. */
  readonly soften?: readonly RelaxSpec[];
  /** Decision tables it reads. */
  readonly tables?: readonly TableSpec[];
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
  readonly tables?: readonly TableSpec[];
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

/** Everything a generated `rules.js` hands to {@link import('./program.ts').program}. */
export interface ProgramSpec {
  readonly parameters?: Params;
  readonly rules: readonly RuleSpec[];
  readonly amounts?: readonly AmountSpec[];
  readonly quotas?: readonly QuotaSpec[];
}
