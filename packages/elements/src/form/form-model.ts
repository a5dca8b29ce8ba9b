import type { FormValidator, JsonObject, Language, ValidationIssue } from '@zhinan/model';
import type { Provenance } from '../adapters/adapters.ts';
import {
  type Answer,
  type Answers,
  type Conditions,
  askedAnswers,
  copyAnswers,
  isObject,
  putAnswer,
} from './answers.ts';

/** A complaint of the screen itself, e.g. a half-typed date, which never reaches the data. */
export interface LocalIssue {
  readonly pointer: string;
  readonly title: string;
  readonly message: string;
}

export type Issue = Pick<ValidationIssue, 'pointer' | 'title' | 'message' | 'keyword'>;

/** What a generated form class says of itself. */
export interface FormDefinition {
  readonly validator: FormValidator<unknown>;
  readonly asked: Conditions;
}

/**
 * A form without a screen: answers, which of them count, what is wrong with them, and what may be shown yet.
 * Errors are held back until the person has left the field or tried to submit.
 */
export class FormModel {
  answers: Answers = {};
  language: Language = 'zh-CN';
  provenance: Readonly<Record<string, Provenance>> = {};
  /** Complaints of controls by pointer. */
  readonly local = new Map<string, LocalIssue>();
  readonly #definition: FormDefinition;
  readonly #left = new Set<string>();
  /** Nested objects by the object around them, and the other way round. */
  readonly #waiting = new WeakMap<Answers, Map<string, Answers>>();
  readonly #holders = new WeakMap<Answers, { readonly container: Answers; readonly key: string }>();
  #tried = false;
  #counted: Answers | undefined;
  #issues: readonly Issue[] | undefined;

  constructor(definition: FormDefinition) {
    this.#definition = definition;
  }

  /** Answers of the fields that are asked. */
  get counted(): Answers {
    this.#counted ??= askedAnswers(this.answers, this.#definition.asked);
    return this.#counted;
  }

  get issues(): readonly Issue[] {
    this.#issues ??= [
      ...[...this.local.values()].map((issue) => ({ ...issue, keyword: 'input' })),
      ...this.#definition.validator
        .issues(this.counted, this.language)
        .filter(({ pointer }) => !this.local.has(pointer)),
    ];
    return this.#issues;
  }

  /** Issues the person may see now, one per field. */
  get shown(): ReadonlyMap<string, Issue> {
    const shown = new Map<string, Issue>();
    for (const issue of this.#tried || this.#left.size > 0 ? this.issues : []) {
      if (!shown.has(issue.pointer) && (this.#tried || this.#left.has(issue.pointer)))
        shown.set(issue.pointer, issue);
    }
    return shown;
  }

  get tried(): boolean {
    return this.#tried;
  }

  replace(value: JsonObject): void {
    this.answers = copyAnswers(value);
    this.local.clear();
    this.#left.clear();
    this.#tried = false;
    this.changed();
  }

  /** The object under a key, there or not: a nested object that nobody has answered stays out of the data. */
  partOf(container: Answers, key: string): Answers {
    const existing = container[key];
    const parts = this.#waiting.get(container) ?? new Map<string, Answers>();
    const part = isObject(existing) ? existing : (parts.get(key) ?? {});
    this.#waiting.set(container, parts.set(key, part));
    this.#holders.set(part, { container, key });
    return part;
  }

  put(container: Answers, key: string, value: Answer | undefined): void {
    putAnswer(container, key, value);
    const holder = this.#holders.get(container);
    if (holder)
      this.put(holder.container, holder.key, Object.keys(container).length > 0 ? container : undefined);
    this.changed();
  }

  /** To be called after answers were changed in place. */
  changed(): void {
    this.#counted = undefined;
    this.#issues = undefined;
  }

  leave(pointer: string): void {
    this.#left.add(pointer);
  }

  /** Rows moved: what was left at a row number no longer says anything about that row. */
  forgetBelow(pointer: string): void {
    for (const left of this.#left) if (left.startsWith(`${pointer}/`)) this.#left.delete(left);
    for (const key of this.local.keys()) if (key.startsWith(`${pointer}/`)) this.local.delete(key);
  }

  try(): void {
    this.#tried = true;
  }
}

/** Whether two sets of issues would look the same on the screen. */
export function sameIssues(one: ReadonlyMap<string, Issue>, other: ReadonlyMap<string, Issue>): boolean {
  return (
    one.size === other.size && [...one].every(([key, issue]) => other.get(key)?.message === issue.message)
  );
}
