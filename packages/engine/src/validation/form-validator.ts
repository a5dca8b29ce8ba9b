import type { FormValidator, Language, ValidationIssue } from '@zhinan/model';
import { findings, type AjvError } from './finding.ts';
import { compareOrder, order, type FieldLabel } from './label.ts';
import { chinese } from './message-zh.ts';
import { english } from './message-en.ts';
import { tell } from './message.ts';
import { toPointer } from './pointer.ts';
import { subjectWords } from './subject.ts';

/** A validation function as Ajv's standalone code defines it: errors are left on the function. */
export interface CompiledValidator {
  (data: unknown): boolean;
  errors?: readonly AjvError[] | null;
}

/** Issues of one run of errors, in the order of the form, in the words of one language. */
export function toIssues(
  errors: readonly AjvError[],
  data: unknown,
  labels: FieldLabel,
  language: Language = 'zh-CN',
): readonly ValidationIssue[] {
  const words = subjectWords[language];
  const sentence = language === 'en' ? english : chinese;
  return findings(errors, data, labels)
    .map((finding) => ({ finding, position: order(labels, finding.path) }))
    .sort((a, b) => compareOrder(a.position, b.position))
    .map(({ finding }) => {
      const told = tell(finding, labels, words);
      return {
        pointer: toPointer(finding.path),
        path: finding.path,
        keyword: finding.keyword,
        params: finding.params,
        title: told.label.t ?? '',
        message: sentence(told),
      };
    });
}

/** Makes the validator that a generated module exports from a compiled function and its labels. */
export function formValidator<T>(validate: CompiledValidator, labels: FieldLabel): FormValidator<T> {
  const is = (data: unknown): data is T => validate(data);
  const issues = (data: unknown, language?: Language): readonly ValidationIssue[] =>
    validate(data) ? [] : toIssues(validate.errors ?? [], data, labels, language);
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
