/** A value as it stands on paper. */
export interface PrintedValue {
  /** Line breaks of the answer kept as `\n`. */
  readonly text: string;
  /** Nothing was answered: a visible gap is printed. */
  readonly blank: boolean;
  readonly align: 'start' | 'end' | 'center';
  /** Of numbers and plain money, for a spreadsheet. */
  readonly number?: number;
  /** A declaration: ticked or not. */
  readonly ticked?: boolean;
}

export interface PrintedCell {
  readonly title: string;
  readonly value: PrintedValue;
}

export interface PrintedColumn {
  readonly title: string;
  readonly align: PrintedValue['align'];
  /** Relative width, 3 to 10, from what the column holds. */
  readonly width: number;
}

export interface PrintedSignOff {
  readonly kind: 'signature' | 'seal';
  readonly by: string;
  readonly date: PrintedValue;
}

export type PrintedBlock =
  | { readonly kind: 'heading'; readonly text: string }
  /** `value` pieces stand in the running text. */
  | { readonly kind: 'text'; readonly pieces: readonly (string | PrintedValue)[] }
  /** Rows of one (wide) or two cells. */
  | { readonly kind: 'grid'; readonly rows: readonly (readonly PrintedCell[])[] }
  | {
      readonly kind: 'table';
      readonly title?: string;
      readonly columns: readonly PrintedColumn[];
      readonly rows: readonly (readonly PrintedValue[])[];
      readonly total?: readonly PrintedValue[];
    }
  | { readonly kind: 'sign-offs'; readonly boxes: readonly PrintedSignOff[] }
  | { readonly kind: 'page-break' };

export type Writing = 'left-to-right' | 'right-to-left' | 'vertical';

/** A document ready for a renderer: text only, nothing to look up or decide. */
export interface PrintedDocument {
  readonly id: string;
  readonly title: string;
  readonly guideline: string;
  readonly clauses: readonly string[];
  readonly by: string;
  readonly page: 'portrait' | 'landscape';
  readonly public: boolean;
  /** Not final: a watermark says so. */
  readonly draft: boolean;
  /** BCP 47. */
  readonly language: string;
  readonly writing: Writing;
  readonly blocks: readonly PrintedBlock[];
  /** sha256 (hex) of what is printed: the same content gives the same print, a changed word another. */
  readonly fingerprint: string;
  /** First characters of the contract's hash. */
  readonly contract: string;
}
