import type { AttachmentRule, FormSchema, JsonObject } from '@zhinan/model';

export interface Option {
  readonly value: string | number | boolean;
  readonly title: string;
}

/** The kinds of control a field may become, with what each needs in its template. */
export type FieldKind =
  | { readonly kind: 'text' }
  | { readonly kind: 'long-text'; readonly limit: number; readonly lists?: true; readonly rows?: number }
  | { readonly kind: 'code'; readonly format: 'resident-id' | 'uscc' | 'mobile' }
  | { readonly kind: 'number'; readonly unit?: string; readonly whole: boolean }
  | { readonly kind: 'money' }
  /** Money typed in 万元, or repeated in capitals. */
  | { readonly kind: 'amount'; readonly wan?: true; readonly capitals?: true }
  | { readonly kind: 'date' }
  | { readonly kind: 'select'; readonly options: readonly Option[] }
  /** One of a long code list, searched. */
  | { readonly kind: 'combobox'; readonly list: string }
  /** Several options in an order of preference. */
  | { readonly kind: 'ranks'; readonly options: readonly Option[]; readonly max?: number }
  | { readonly kind: 'radios'; readonly options: readonly Option[] }
  | { readonly kind: 'checkboxes'; readonly options: readonly Option[] }
  | { readonly kind: 'tick' }
  | { readonly kind: 'files'; readonly rule: AttachmentRule }
  | {
      readonly kind: 'rows';
      readonly noun: string;
      readonly measure: string;
      readonly fresh: JsonObject;
      readonly name?: string;
      readonly max?: number;
      readonly fields: readonly Field[];
    }
  | { readonly kind: 'group'; readonly fields: readonly Field[] };

export type Field = FieldKind & {
  readonly key: string;
  /** Path from the form's root without row numbers: `apprentices/school`. */
  readonly path: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly hints: readonly string[];
  /** Why a sensitive answer is asked for, as a sentence. */
  readonly sensitive?: string;
  /** True, false, or an expression over `answers`. */
  readonly required: boolean | string;
  /** Expression over `answers` of the same object; absent = always asked. */
  readonly asked?: string;
  /** Nobody types it: it is worked out, or the host brings it. */
  readonly readOnly?: true;
  /** Its answer is taken away when it is not asked any more; else it is kept and does not count. */
  readonly clears?: true;
  /** Answers of somebody else, or sensitive ones, are not offered by the browser's memory. */
  readonly autocomplete?: string;
};

export function clausesOf(schema: FormSchema): readonly string[] {
  const clause = schema['x-clause'];
  return clause === undefined ? [] : typeof clause === 'string' ? [clause] : clause;
}
