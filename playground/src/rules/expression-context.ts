import { referenceName, type FieldType, type Type } from '@zhinan/compiler/rules';
import { fieldsIn, memberOf, type Vocabulary } from './vocabulary.ts';

export interface Token {
  readonly kind: 'name' | 'string' | 'number' | 'sign';
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** What a name in an expression stands for. */
export type Subject =
  | { readonly is: 'field'; readonly id: string; readonly field: FieldType; readonly form?: string }
  | { readonly is: 'form' | 'parameter' | 'table' | 'set'; readonly id: string; readonly type?: Type }
  | { readonly is: 'variable'; readonly id: string; readonly type: Type | undefined }
  | { readonly is: 'function' | 'reference'; readonly id: string; readonly type?: Type };

/** Rows that stand around a place: their fields are bare in a filter, behind the variable in a quantifier. */
export interface Rows {
  readonly variable?: string;
  readonly type: Type | undefined;
}

const TOKEN = /"(?:\\.|[^"\\])*"?|[\p{ID_Start}_][\p{ID_Continue}]*|\d+(?:\.\d+)?|\.\.|[<>!]=|\S/gu;
export const KEYWORDS: ReadonlySet<string> = new Set(
  'and or not in if then else some every satisfies true false between null'.split(' '),
);
export const COMPARISONS: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>=']);

/** Splits text into tokens, finished or not: completion works on what is still being written. */
export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(TOKEN)].map(({ 0: part, index }) => {
    const kind = part.startsWith('"')
      ? 'string'
      : /^\d/u.test(part)
        ? 'number'
        : /^[\p{ID_Start}_]/u.test(part)
          ? 'name'
          : 'sign';
    return { kind, text: part, from: index, to: index + part.length };
  });
}

const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** Index of the bracket that the closing one at `index` belongs to, or -1. */
export function opening(tokens: readonly Token[], index: number): number {
  let depth = 0;
  for (let at = index; at >= 0; at -= 1) {
    const text = tokens[at]?.kind === 'sign' ? (tokens[at]?.text ?? '') : '';
    if (text in CLOSES) depth += 1;
    if (text === '(' || text === '[') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}

const isName = (token: Token | undefined): boolean => token?.kind === 'name' && !KEYWORDS.has(token.text);
/** A filter's bracket follows the list; any other opens a list of values. */
const isFilter = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.text === '[' && (isName(tokens[index - 1]) || tokens[index - 1]?.text === ']');

/** Reads names of one expression in the light of the programme's vocabulary. */
export class ExpressionContext {
  readonly #tokens: readonly Token[];
  readonly #vocabulary: Vocabulary;

  constructor(tokens: readonly Token[], vocabulary: Vocabulary) {
    this.#tokens = tokens;
    this.#vocabulary = vocabulary;
  }

  /** Rows around the token at `index`, innermost first. */
  rowsAt(index: number): readonly Rows[] {
    const tokens = this.#tokens;
    const stack: { readonly bracket?: true; readonly rows?: Rows }[] = [];
    let quantifier: string | undefined;
    for (let at = 0; at < index; at += 1) {
      const text = tokens[at]?.kind === 'string' ? '' : (tokens[at]?.text ?? '');
      if (text === '(' || text === '[') {
        const rows = isFilter(tokens, at) ? { type: rowOf(this.typeOf(at - 1)) } : undefined;
        stack.push({ bracket: true, ...(rows ? { rows } : {}) });
      } else if (text === ')' || text === ']') {
        while (stack.length > 0 && stack.pop()?.bracket !== true);
      } else if (text === 'some' || text === 'every') quantifier = tokens[at + 1]?.text;
      else if (text === 'satisfies' && quantifier !== undefined)
        stack.push({ rows: { variable: quantifier, type: rowOf(this.typeOf(at - 1)) } });
    }
    return stack.flatMap(({ rows }) => rows ?? []).toReversed();
  }

  /** The subject of the path that ends with the token at `index`: `a`, `a.b`, `list[…].b`. */
  subjectAt(index: number): Subject | undefined {
    const tokens = this.#tokens;
    const token = tokens[index];
    if (token?.text === ']' && token.kind === 'sign') {
      const open = opening(tokens, index);
      return isFilter(tokens, open) ? this.subjectAt(open - 1) : undefined;
    }
    if (token === undefined || !isName(token)) return undefined;
    if (tokens[index - 1]?.text !== '.') return this.#bare(token.text, index);
    const field = memberOf(this.typeOf(index - 2), token.text);
    return field === undefined ? undefined : { is: 'field', id: token.text, field };
  }

  typeOf(index: number): Type | undefined {
    const subject = this.subjectAt(index);
    return subject?.is === 'field' ? subject.field.type : subject?.type;
  }

  #bare(id: string, index: number): Subject | undefined {
    const { forms, parameters, sets, tables } = this.#vocabulary;
    if (this.#tokens[index + 1]?.text === '(') return { is: 'function', id };
    for (const { variable, type } of this.rowsAt(index)) {
      if (variable === id || (variable === undefined && id === 'item')) return { is: 'variable', id, type };
      const field = variable === undefined ? fieldsIn(type)?.get(id) : undefined;
      if (field) return { is: 'field', id, field };
    }
    if (id === referenceName) return { is: 'reference', id, type: { is: 'date' } };
    const parameter = parameters.get(id);
    if (parameter) return { is: 'parameter', id, ...(parameter.type ? { type: parameter.type } : {}) };
    if (tables.has(id)) return { is: 'table', id };
    if (sets.has(id)) return { is: 'set', id };
    const [first] = forms;
    const field = first?.[1].fields.get(id);
    if (first && field) return { is: 'field', id, field, form: first[1].title };
    const form = forms.get(id);
    return form ? { is: 'form', id, type: { is: 'record', fields: form.fields } } : undefined;
  }
}

function rowOf(type: Type | undefined): Type | undefined {
  return type?.is === 'list' ? type.item : undefined;
}
