import type { Language } from './diagnostic.ts';

/** One thing wrong with a form's data, in the applicant's words. */
export interface ValidationIssue {
  /** RFC 6901 pointer of the field concerned; a missing field is named itself, not its parent. */
  readonly pointer: string;
  readonly path: readonly (string | number)[];
  /** JSON Schema keyword that failed. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly title: string;
  readonly message: string;
}

/** A generated validator: a type guard that also lists issues and speaks Standard Schema. */
export interface FormValidator<T> {
  (data: unknown): data is T;
  issues(data: unknown, language?: Language): readonly ValidationIssue[];
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'zhinan';
    readonly validate: (value: unknown) =>
      | { readonly value: T }
      | {
          readonly issues: readonly {
            readonly message: string;
            readonly path: readonly (string | number)[];
          }[];
        };
    readonly types?: { readonly input: T; readonly output: T };
  };
}
