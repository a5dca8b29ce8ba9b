import type { FormValidator, Language, ValidationIssue } from '@zhinan/model';
import { accepts, type Failure, type Verdicts } from './explain.ts';
import { issuesOf } from './issues.ts';
import { english } from './message-en.ts';
import type { IssueWords } from './message.ts';
import { chinese } from './message-zh.ts';
import type { Shape } from './shape.ts';

/** Words of a language; Chinese where none is said. */
export function wordsIn(language: Language | undefined): IssueWords {
  return language === 'en' ? english : chinese;
}

/**
 * Makes the validator that a generated module exports. `verdict` is the generated first pass: the same answer as the
 * shape's, faster; `entries` are its parts for entries of lists; `computed` finds answers that do not follow from the
 * others as they must. Errors are looked for only where they say no.
 */
export function formValidator<T>(
  shape: Shape,
  verdict: (data: unknown) => boolean = (data) => accepts(shape, data),
  entries?: Verdicts,
  computed: (data: unknown) => readonly Failure[] = () => [],
): FormValidator<T> {
  const is = (data: unknown): data is T => verdict(data) && computed(data).length === 0;
  const issues = (data: unknown, language?: Language): readonly ValidationIssue[] =>
    is(data) ? [] : issuesOf(shape, data, wordsIn(language), entries, computed(data));
  return Object.assign(is, {
    issues,
    '~standard': {
      version: 1,
      vendor: 'zhinan',
      validate: (value: unknown) =>
        is(value) ? { value } : { issues: issues(value).map(({ message, path }) => ({ message, path })) },
    },
  } as const);
}
