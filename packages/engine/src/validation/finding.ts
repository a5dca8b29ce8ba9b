import type { Failure } from './explain.ts';
import { fieldAt, said, type Field } from './label.ts';
import { toPointer } from './pointer.ts';

/** A failed keyword as it is told to a person. */
export type Finding = Failure;

/** What is wrong at the root of the matter comes first; of several findings on one answer the first is told. */
const rank = [
  'required',
  'dependentRequired',
  'type',
  'const',
  'enum',
  'format',
  'minLength',
  'pattern',
  'maxLength',
];

const ofText = new Set(['minLength', 'format', 'pattern', 'enum', 'const']);

/** An empty text in a field that must not be empty is an unanswered field. */
function unanswered(failure: Failure): Finding {
  return failure.value === '' && ofText.has(failure.keyword)
    ? { ...failure, keyword: 'required', params: {} }
    : failure;
}

const rankOf = (keyword: string): number => {
  const index = rank.indexOf(keyword);
  return index === -1 ? rank.length : index;
};

/** Findings of one run, one per answer (lists may have several, of different kinds). */
export function findings(failures: readonly Failure[], root: Field): readonly Finding[] {
  const kept = new Map<string, Finding>();
  for (const finding of failures.map(unanswered)) {
    const field = finding.path.reduce<Field>(fieldAt, root);
    const several = said(field, 'i') !== undefined && Array.isArray(finding.value);
    const key = `${toPointer(finding.path)}${several ? ` ${finding.keyword}` : ''}`;
    const known = kept.get(key);
    if (known === undefined || rankOf(finding.keyword) < rankOf(known.keyword)) kept.set(key, finding);
  }
  return [...kept.values()];
}
