import type { JsonObject } from '@zhinan/model';
import type { Found } from '../adapters/adapters.ts';
import {
  type Answer,
  type Answers,
  answerAt,
  askedAnswers,
  below,
  brokenTexts,
  copyAnswers,
  isObject,
  putAnswer,
  segments,
} from '../form/answers.ts';
import type { FormClass } from '../form/form-class.ts';
import type { Explain } from '../form/form-model.ts';
import { visible } from '../strings/visible.ts';

/** Pointer of a field that is named by dotted path from the root of the form. */
export function pointerTo(path: string): string {
  return path.split('.').reduce(below, '');
}

/** What a host handed over, as far as it is what it should be. Throws where it is something else altogether. */
export function readFound(found: unknown): Found {
  if (!isObject(found) || !isObject(found['answers']) || typeof found['source'] !== 'string')
    throw new TypeError('a lookup finds { answers, source }');
  const { answers, source, verified } = found;
  return { answers: answers as JsonObject, source: visible(source), verified: verified === true };
}

/** What no single answer can be is `undefined`; `null`, or nothing but spaces: the register leaves it open. */
function single(value: unknown): Answer | undefined {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return brokenTexts(value).length > 0 ? undefined : value.trim() || null;
  return typeof value === 'boolean' || Number.isFinite(value) ? (value as boolean | number) : undefined;
}

export interface Acceptance {
  /** Answers to put into the form, by pointer. */
  readonly taken: ReadonlyMap<string, Answer>;
  /** Pointers of what the form would not let be typed. */
  readonly refused: readonly string[];
}

/**
 * Of what a register says of some fields, what the form would let a person type there: the form's own verdict on the
 * answers decides. What is not asked under the resulting conditions is left out.
 */
export function accept(
  answers: JsonObject,
  fields: readonly string[],
  form: { readonly answers: Answers; readonly asked: FormClass['asked']; readonly explain: Explain },
): Acceptance {
  const offered = new Map<string, Answer>();
  const refused: string[] = [];
  for (const path of fields) {
    // Only what stands there itself: a name like `constructor` reaches no prototype.
    const answer = single(Object.hasOwn(answers, path) ? answers[path] : undefined);
    if (answer === undefined) refused.push(pointerTo(path));
    else if (answer !== null) offered.set(pointerTo(path), answer);
  }
  for (;;) {
    const asked = askedAnswers(withAnswers(form.answers, offered), form.asked);
    const issues = form.explain(asked as JsonObject);
    const wrong = [...offered.keys()].filter((pointer) => issues.some((issue) => issue.pointer === pointer));
    if (wrong.length === 0) {
      const isAsked = (pointer: string): boolean => answerAt(asked, pointer) !== undefined;
      return { taken: new Map([...offered].filter(([pointer]) => isAsked(pointer))), refused };
    }
    for (const pointer of wrong) offered.delete(pointer);
    refused.push(...wrong);
  }
}

/** A copy of the answers with others put in, in nested objects too. */
function withAnswers(answers: Answers, others: ReadonlyMap<string, Answer>): Answers {
  const copy = copyAnswers(answers);
  for (const [pointer, answer] of others) {
    const path = segments(pointer);
    let container = copy;
    for (const key of path.slice(0, -1)) {
      const inner = container[key];
      const next = isObject(inner) ? inner : {};
      putAnswer(container, key, next);
      container = next;
    }
    putAnswer(container, path.at(-1) ?? '', answer);
  }
  return copy;
}
