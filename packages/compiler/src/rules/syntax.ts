/** Part of an expression's text: offsets in UTF-16 units, end exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type CompareOp = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type ArithmeticOp = '+' | '-' | '*' | '/';

/** An expression of the profile as written, before names and types are known. */
export type Syntax = Span &
  (
    | { readonly is: 'number'; readonly value: number }
    | { readonly is: 'string'; readonly value: string }
    | { readonly is: 'boolean'; readonly value: boolean }
    | { readonly is: 'null' }
    | { readonly is: 'date'; readonly value: string }
    | { readonly is: 'duration'; readonly count: number; readonly unit: 'years' | 'months' | 'days' }
    | { readonly is: 'name'; readonly name: string }
    | { readonly is: 'path'; readonly of: Syntax; readonly name: string; readonly at: Span }
    | { readonly is: 'filter'; readonly of: Syntax; readonly condition: Syntax }
    | { readonly is: 'call'; readonly name: string; readonly at: Span; readonly args: readonly Syntax[] }
    | { readonly is: 'arithmetic'; readonly op: ArithmeticOp; readonly left: Syntax; readonly right: Syntax }
    | { readonly is: 'negative'; readonly of: Syntax }
    | { readonly is: 'compare'; readonly op: CompareOp; readonly left: Syntax; readonly right: Syntax }
    | { readonly is: 'and' | 'or'; readonly parts: readonly Syntax[] }
    | { readonly is: 'in'; readonly value: Syntax; readonly options: readonly Syntax[] }
    | {
        readonly is: 'range';
        readonly low: Syntax;
        readonly high: Syntax;
        readonly withLow: boolean;
        readonly withHigh: boolean;
      }
    /** A test without its left side, as in `x in (>= 3)` and in tables. */
    | { readonly is: 'unary'; readonly op: CompareOp; readonly right: Syntax }
    | { readonly is: 'list'; readonly items: readonly Syntax[] }
    | { readonly is: 'if'; readonly condition: Syntax; readonly yes: Syntax; readonly no: Syntax }
    | {
        readonly is: 'some' | 'every';
        readonly variable: string;
        readonly source: Syntax;
        readonly test: Syntax;
      }
  );

/** What an expression's text is found wrong for; the caller adds the place. */
export interface Fault {
  readonly span: Span;
  readonly code: 'rules/syntax' | 'rules/too-complex' | 'rules/outside-profile';
  readonly params: Readonly<Record<string, string>>;
}
