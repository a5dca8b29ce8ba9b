import type { CodeList, FormContract, Instant, Interpretation, Place, RulesDefinition } from '@zhinan/model';
import type { Typed, TypedTable } from './typed.ts';

export interface CompileRulesInput {
  readonly definition: RulesDefinition;
  readonly forms: Readonly<Record<string, FormContract>>;
  readonly codeLists: Readonly<Record<string, CodeList>>;
  readonly instants: Readonly<Record<string, Instant>>;
  /** Readings by interpretation, named in explanations. */
  readonly interpretations?: Readonly<Record<string, Interpretation>>;
  /** Tables that the programme's machines ask by name. */
  readonly asked?: readonly string[];
  /** Region whose holidays `workdays` knows besides the national ones. */
  readonly region?: 'xinjiang';
  /** Place of the value at a pointer of `rules.json`; without it findings carry the pointer only. */
  readonly place?: (pointer: string) => Place;
}

/** One rule, amount, quota or relaxation with its bound expressions, for analysis and tables. */
export interface CompiledPart {
  readonly kind: 'rule' | 'amount' | 'quota' | 'relaxation';
  readonly id: string;
  readonly clauses: readonly string[];
  readonly pointer: string;
  /** Requirement, value or condition. */
  readonly main: Typed;
  readonly when?: Typed;
  /** Further expressions by the name under which the author wrote them: `topUp`, `per`, `instalments/0`. */
  readonly more?: Readonly<Record<string, Typed>>;
  /** Fields read, as `form/field` with `[]` for rows: `application/apprentices[]/targetLevel`. */
  readonly fields: readonly string[];
  readonly parameters: readonly string[];
}

export interface CompiledRulesSource {
  /** Body of the generated module: constants and functions, without import and export. */
  readonly body: string;
  /** The rules: the argument of `z.decide(…)`, and the first of `z.program(…)`. */
  readonly program: string;
  /** Titles and sentences: the second argument of `z.program(…)`. */
  readonly words: string;
  readonly parts: readonly CompiledPart[];
  /** Every decision table of the definition, used or not. */
  readonly tables: readonly TypedTable[];
}
