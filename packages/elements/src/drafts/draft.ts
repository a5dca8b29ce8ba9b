import type { Draft } from '../adapters/adapters.ts';
import type { Explain } from '../form/form-model.ts';
import {
  type Answer,
  type Answers,
  answerAt,
  asJson,
  askedAnswers,
  type Conditions,
  copyAnswers,
  fieldPath,
  isObject,
  segments,
} from '../form/answers.ts';

/** Whether something that a storage gave back is a draft of this form, of whatever edition; a storage may hold anything. */
export function isDraft(stored: unknown, form: string): stored is Draft {
  return (
    isObject(stored) &&
    stored['format'] === 1 &&
    stored['form'] === form &&
    typeof stored['contract'] === 'string' &&
    typeof stored['savedAt'] === 'string' &&
    isObject(stored['value'])
  );
}

/** What tells one state of a draft from another; drafts of old had no revision of their own. */
export function revisionOf(stored: Draft | undefined): string | undefined {
  return stored && (stored.revision ?? stored.savedAt);
}

/** A draft of an earlier edition, as far as the present form can take it. */
export interface CarriedOver {
  readonly value: Answers;
  /** Answers the form has no field for any more, by pointer. */
  readonly left: Readonly<Record<string, Answer>>;
  /** Titles of fields whose answer is no option, or not of the kind, any more. */
  readonly changed: readonly string[];
}

const unknownName = new Set(['additionalProperties', 'unevaluatedProperties']);
const unfit = new Set(['enum', 'const', 'type']);

/** Parts what the form still asks for from what it does not know any more. */
export function carryOver(draft: object, asked: Conditions, explain: Explain): CarriedOver {
  const value = copyAnswers(draft);
  const left: Record<string, Answer> = {};
  const changed = new Set<string>();
  // Answers that are not asked at present are no strangers: they wait for their question.
  for (const { pointer, keyword, title } of explain(asJson(askedAnswers(value, asked)))) {
    if (unfit.has(keyword)) changed.add(title);
    if (!unknownName.has(keyword)) continue;
    const names = segments(pointer);
    const key = names.pop();
    const around = answerAt(value, pointer.slice(0, pointer.lastIndexOf('/')));
    const answer = key !== undefined && isObject(around) ? around[key] : undefined;
    if (key === undefined || answer === undefined) continue;
    left[pointer] = answer;
    delete (around as Answers)[key];
  }
  return { value, left, changed: [...changed] };
}

/** An answer without a field, in words: its title as the person once read it. */
export function describeLeft(
  [pointer, answer]: readonly [string, unknown],
  titles: Draft['titles'],
): { readonly title: string; readonly text: string } {
  const path = fieldPath(pointer, '/');
  const title = titles && Object.hasOwn(titles, path) ? titles[path] : undefined;
  return {
    title: title ?? path,
    text: typeof answer === 'object' ? JSON.stringify(answer) : String(answer),
  };
}

/** What the storage's complaint means for the person. */
export function reasonOf(cause: unknown): 'full' | 'denied' | 'other' {
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  if (name === 'QuotaExceededError' || name === 'NS_ERROR_DOM_QUOTA_REACHED') return 'full';
  return name === 'SecurityError' || name === 'NotAllowedError' ? 'denied' : 'other';
}

/** Hour and minute of an instant, with the date if that is not today's. */
export function timeOf(instant: string, now: string): string {
  return instant.slice(0, 10) === now.slice(0, 10)
    ? instant.slice(11, 16)
    : instant.slice(0, 16).replace('T', ' ');
}
