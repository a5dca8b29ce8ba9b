import { fieldAccess, missingPointers } from '@zhinan/engine/permissions';
import type { FieldPermissions, JsonObject, Language, ValidationIssue } from '@zhinan/model';
import type { Provenance } from '../adapters/adapters.ts';
import { type Strings, zhCN } from '../strings/zh-cn.ts';
import {
  type Answer,
  type Answers,
  type Conditions,
  answerAt,
  askedAnswers,
  brokenTexts,
  copyAnswers,
  fieldPath,
  isObject,
  putAnswer,
} from './answers.ts';

/** A complaint of the screen itself, e.g. a half-typed date, which never reaches the data. */
export interface LocalIssue {
  readonly pointer: string;
  readonly title: string;
  readonly message: string;
}

export type Issue = Pick<ValidationIssue, 'pointer' | 'title' | 'message' | 'keyword'> & {
  /** The field may not be changed at this step: somebody else must mend it. */
  readonly locked?: true;
};

/** Says what is wrong with answers that the verdict refuses. */
export type Explain = (answers: JsonObject) => readonly ValidationIssue[];

/** Tells what is wrong in a form, in the words of whoever fills it in. */
export type Tell = (model: FormModel) => readonly Issue[];

/** What a generated form class says of itself. */
export interface FormDefinition {
  readonly verdict: (answers: unknown) => boolean;
  readonly asked: Conditions;
  readonly follow?: (answers: Answers) => void;
  readonly locked?: readonly string[];
  readonly groups?: readonly string[];
}

const isBroken = (answer: Answer): boolean => brokenTexts(answer).length > 0;

/**
 * A form without a screen: answers, which of them count, what is wrong with them, and what may be shown yet. The verdict
 * is there from the beginning; `tell` may come later, and until then what is wrong has no name.
 * Errors are held back until the person has left the field or tried to submit.
 */
export class FormModel {
  answers: Answers = {};
  language: Language = 'zh-CN';
  strings: Strings = zhCN;
  provenance: Readonly<Record<string, Provenance>> = {};
  /** What the step permits; nothing said = all may be changed. */
  permissions: FieldPermissions = {};
  /** Rows added here, which nobody has stored yet. */
  readonly added = new WeakSet<Answers>();
  /** Complaints of controls by pointer. */
  readonly local = new Map<string, LocalIssue>();
  readonly definition: FormDefinition;
  readonly titleOf: (pointer: string) => string | undefined;
  readonly #names: () => readonly string[];
  readonly #left = new Set<string>();
  /** Nested objects by the object around them, and the other way round. */
  readonly #waiting = new WeakMap<Answers, Map<string, Answers>>();
  readonly #holders = new WeakMap<Answers, { readonly container: Answers; readonly key: string }>();
  #tell: Tell | undefined;
  #tried = false;
  /** A text that is none was put in once: from then on all are looked through, which takes long for many. */
  #mayBeBroken = false;
  #counted: Answers | undefined;
  #issues: readonly Issue[] | undefined;

  /**
   * `titleOf` names a field as the person reads it, for complaints that are not the validator's; `names` are the fields
   * that are asked now, for a step that requires all of them.
   */
  constructor(
    definition: FormDefinition,
    titleOf?: (pointer: string) => string | undefined,
    names?: () => readonly string[],
  ) {
    this.definition = definition;
    this.titleOf = titleOf ?? (() => undefined);
    this.#names = names ?? (() => []);
  }

  /** What the step may do with the answer at a pointer. */
  access(pointer: string): ReturnType<typeof fieldAccess> {
    return this.accessAt(fieldPath(pointer, '/'));
  }

  /** The same for all answers at a path without row numbers, e.g. `apprentices/school`. */
  accessAt(path: string): ReturnType<typeof fieldAccess> {
    const { editable, readonly, hidden } = this.permissions;
    const isSaid = (editable ?? readonly ?? hidden) !== undefined;
    const access = isSaid ? fieldAccess(this.permissions, path.replaceAll('/', '.')) : 'editable';
    return access === 'editable' && this.isLocked(path) ? 'readonly' : access;
  }

  /** Nobody types it, at whatever step. */
  isLocked(path: string): boolean {
    return this.definition.locked?.includes(path) === true;
  }

  /** Whether the field at a path is asked; `around` are the answers of the object it stands in. */
  asksAt(path: string, around: Answers): boolean {
    return this.definition.asked[path]?.(around as JsonObject) ?? true;
  }

  /** Whether the step keeps a part of the field from being changed, e.g. one column of a list. */
  locksPartOf(pointer: string): boolean {
    const { readonly = [], hidden = [] } = this.permissions;
    return [...readonly, ...hidden].some((name) => name.startsWith(`${fieldPath(pointer)}.`));
  }

  /** Answers of the fields that are asked. */
  get counted(): Answers {
    this.#counted ??= askedAnswers(this.answers, this.definition.asked);
    return this.#counted;
  }

  get issues(): readonly Issue[] {
    this.#issues ??= this.#isRight ? [] : (this.#tell?.(this) ?? [this.#untold]);
    return this.#issues;
  }

  /** Stands for all that is wrong while nobody can tell yet what it is. */
  get #untold(): Issue {
    return { pointer: '', title: '', keyword: 'unexplained', message: this.strings.unfinished };
  }

  /** What tells what is wrong from now on. */
  set tell(tell: Tell | undefined) {
    this.#tell = tell;
    this.#issues = undefined;
  }

  /** Whether issues have names. */
  get tells(): boolean {
    return this.#tell !== undefined;
  }

  /** Complaints of controls that are asked. */
  get complaints(): readonly LocalIssue[] {
    return [...this.local.values()].filter(({ pointer }) => this.#isAsked(pointer));
  }

  /** Pointers of texts that are none. */
  get broken(): readonly string[] {
    return this.#mayBeBroken ? brokenTexts(this.counted) : [];
  }

  /** Pointers that the step requires and nobody has answered. */
  get lacking(): readonly string[] {
    const { required } = this.permissions;
    if (required === undefined) return [];
    // Whoever names fields does not need the list of all.
    const names = required.includes('*') ? this.#names() : [];
    const missing = missingPointers(this.permissions, this.counted as JsonObject, names);
    return missing.filter((pointer) => this.#isAsked(pointer));
  }

  get #isRight(): boolean {
    return (
      this.definition.verdict(this.counted) &&
      [this.complaints, this.broken, this.lacking].every((wrong) => wrong.length === 0)
    );
  }

  #isAsked(pointer: string): boolean {
    const around = answerAt(this.counted, pointer.slice(0, pointer.lastIndexOf('/')));
    return this.asksAt(fieldPath(pointer, '/'), isObject(around) ? around : {});
  }

  /** Issues the person may see now, one per field. */
  get shown(): ReadonlyMap<string, Issue> {
    const shown = new Map<string, Issue>();
    for (const issue of this.#tell && this.mayShow ? this.issues : []) {
      if (!shown.has(issue.pointer) && (this.#tried || (!issue.locked && this.#left.has(issue.pointer))))
        shown.set(issue.pointer, issue);
    }
    return shown;
  }

  /** Somebody may be told now what is wrong. */
  get mayShow(): boolean {
    return this.#tried || this.#left.size > 0;
  }

  get tried(): boolean {
    return this.#tried;
  }

  replace(value: JsonObject): void {
    this.answers = copyAnswers(value);
    this.local.clear();
    this.#left.clear();
    this.#tried = false;
    this.#mayBeBroken = isBroken(this.answers);
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
    this.#mayBeBroken ||= value !== undefined && isBroken(value);
    const holder = this.#holders.get(container);
    if (holder)
      this.put(holder.container, holder.key, Object.keys(container).length > 0 ? container : undefined);
    this.changed();
  }

  /** To be called after answers were changed in place. */
  changed(): void {
    this.definition.follow?.(this.answers);
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
