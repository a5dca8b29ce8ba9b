import type { FormValidator, Language, ValidationIssue } from '@zhinan/model';
import { accepts, explain, type Failure, type Verdicts } from './explain.ts';
import { findings } from './finding.ts';
import { compareOrder, fieldOf, order, said } from './label.ts';
import { chinese } from './message-zh.ts';
import { english } from './message-en.ts';
import { tell } from './message.ts';
import { toPointer } from './pointer.ts';
import type { Shape } from './shape.ts';
import { subjectWords } from './subject.ts';

/** What is wrong with the data, in the order of the form and in the words of one language. */
export function issuesOf(
  shape: Shape,
  data: unknown,
  language: Language = 'zh-CN',
  entries?: Verdicts,
  more: readonly Failure[] = [],
): readonly ValidationIssue[] {
  const words = subjectWords[language];
  const sentence = language === 'en' ? english : chinese;
  const root = fieldOf(shape);
  return findings([...explain(shape, data, entries), ...more], root)
    .map((finding) => ({ finding, position: order(root, finding.path) }))
    .sort((a, b) => compareOrder(a.position, b.position))
    .map(({ finding }) => {
      const told = tell(finding, root, words);
      return {
        pointer: toPointer(finding.path),
        path: finding.path,
        keyword: finding.keyword,
        params: finding.params,
        title: said(told.field, 't') ?? '',
        message: sentence(told),
      };
    });
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
    is(data) ? [] : issuesOf(shape, data, language, entries, computed(data));
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
