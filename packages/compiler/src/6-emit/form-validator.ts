import type { Contract, FileTree } from '@zhinan/model';
import { header } from './names.ts';

/** `form-validator.d.ts`: the shape of every validator, written out so that the package needs none of ours to type-check. */
export function formValidatorTypes(contract: Contract): FileTree {
  return {
    'form-validator.d.ts': `${header(contract)}
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

/** A type guard that also lists issues and speaks Standard Schema 1. */
export interface FormValidator<T> {
  (data: unknown): data is T;
  issues(data: unknown, language?: 'zh-CN' | 'en'): readonly ValidationIssue[];
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'zhinan';
    readonly validate: (value: unknown) =>
      | { readonly value: T }
      | { readonly issues: readonly { readonly message: string; readonly path: readonly (string | number)[] }[] };
    readonly types?: { readonly input: T; readonly output: T };
  };
}
`,
  };
}
