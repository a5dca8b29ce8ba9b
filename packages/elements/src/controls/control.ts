import { noChange } from 'lit';
import {
  Directive,
  directive,
  type DirectiveParameters,
  type DirectiveResult,
  type ElementPart,
} from 'lit/directive.js';
import { type Answer, type Answers, below, fieldPath } from '../form/answers.ts';
import type { Scope } from '../form/scope.ts';
import type { Strings } from '../strings/zh-cn.ts';

/** How one kind of input shows and reads an answer. Each kind answers for itself in its own file. */
export interface ControlKind {
  /** The answer in the element now; undefined = not answered. */
  read(element: HTMLElement): Answer | undefined;
  write(element: HTMLElement, value: Answer | undefined): void;
  /** Makes the answer fixed or free again. */
  lock(element: HTMLElement, locked: boolean): void;
  /** A locked answer in words, for a control that can only be locked by being taken away. */
  words?(element: HTMLElement, strings: Strings): string;
  /** Elements that carry `aria-invalid`; a group's are its inputs. Default: the element itself. */
  parts?(element: HTMLElement): Iterable<HTMLElement>;
  /** One answer can be written in several ways: once the field is left, it stands there in ours. */
  readonly tidy?: true;
  /** A line under the control that follows the typing, e.g. a counter. */
  echo?(
    value: Answer | undefined,
    strings: Strings,
  ): { readonly text: string; readonly over?: boolean } | undefined;
  /** Has no answer of its own; its members are bound themselves. */
  readonly passive?: true;
  /** Called when the control gets its id. */
  name?(element: HTMLElement, id: string): void;
}

/** One bound control: keeps an element and its answer, label, hint and error together. */
export class Control {
  readonly element: HTMLElement;
  #at: Scope;
  #key: string;
  #kind: ControlKind;
  #pointer = '';
  #required = false;
  readonly #notes = new Map<string, HTMLElement>();

  constructor(element: HTMLElement, at: Scope, key: string, kind: ControlKind) {
    this.element = element;
    this.#at = at;
    this.#key = key;
    this.#kind = kind;
  }

  get pointer(): string {
    return this.#pointer;
  }

  get kind(): ControlKind {
    return this.#kind;
  }

  /** The field's name as the person reads it. */
  get title(): string {
    const label = this.#field.querySelector(':scope > label, :scope > legend, :scope > .option');
    return label?.textContent?.trim() ?? '';
  }

  get #field(): HTMLElement {
    return this.element.closest<HTMLElement>('.field') ?? this.element;
  }

  get #isGroup(): boolean {
    return this.element === this.#field;
  }

  get #parts(): Iterable<HTMLElement> {
    return this.#kind.parts?.(this.element) ?? [this.element];
  }

  update(at: Scope, key: string, kind: ControlKind): void {
    this.#at = at;
    this.#key = key;
    this.#kind = kind;
    const pointer = below(at.pointer, key);
    if (pointer !== this.#pointer) {
      this.#pointer = pointer;
      this.#nameParts();
      this.#at.form.controls.add(this);
    }
    this.show();
  }

  /** Screen follows data. An input that already says the same is left alone, so the caret stays. */
  show(): void {
    const value = this.#at.own[this.#key];
    const tidied = this.#kind.tidy && !this.element.matches(':focus');
    if (tidied || this.#kind.read(this.element) !== value) this.#kind.write(this.element, value);
    const provenance = this.#at.form.model.provenance[this.#pointer];
    const { strings } = this.#at.form;
    const locked = !this.#at.form.mayChange(this.#pointer) || provenance?.verified === true;
    this.#kind.lock(this.element, locked);
    this.#note('answer', locked ? this.#kind.words?.(this.element, strings) : undefined);
    this.#label();
    this.#require();
    this.#note(
      'provenance',
      provenance && (provenance.verified ? strings.verified : strings.prefilled)(provenance.source),
    );
    this.#showEcho();
    this.#showError();
  }

  /** A group whose members are bound themselves. */
  get isPassive(): boolean {
    return this.#kind.passive === true;
  }

  /** Data follow screen, after the person typed. */
  take(): void {
    const { form } = this.#at;
    form.model.put(this.#at.own, this.#key, this.#kind.read(this.element));
    this.#showEcho();
  }

  /** The object that holds the answer, and the answer's name in it. */
  get place(): { readonly own: Answers; readonly key: string } {
    return { own: this.#at.own, key: this.#key };
  }

  get value(): Answer | undefined {
    return this.#at.own[this.#key];
  }

  focus(): void {
    this.#at.form.path?.reveal(this.element);
    const [first] = this.#parts;
    const target = this.#notes.get('answer') ?? first ?? this.element;
    (target.matches('fieldset') ? target.querySelector<HTMLElement>('button, input') : target)?.focus();
  }

  #nameParts(): void {
    const id = `f${this.#pointer}`;
    this.element.id = id;
    this.#kind.name?.(this.element, id);
  }

  /** The label names the control, or the words that stand in its place. */
  #label(): void {
    if (this.#isGroup) return;
    const label = this.#field.querySelector<HTMLLabelElement>(':scope > label');
    if (label) label.htmlFor = (this.#notes.get('answer') ?? this.element).id;
  }

  /** What the step asks for although the form does not is marked as everything required is. */
  #require(): void {
    const { permissions } = this.#at.form.model;
    const required = permissions.required?.includes(fieldPath(this.#pointer)) === true;
    if (this.#field.toggleAttribute('data-required', required) === this.#required) return;
    this.#required = required;
    const { role, tagName } = this.element;
    if (tagName !== 'FIELDSET' || role === 'radiogroup') this.element.ariaRequired = String(required);
  }

  #showEcho(): void {
    const echo = this.#kind.echo?.(this.#at.own[this.#key], this.#at.form.strings);
    this.#note('echo', echo?.text)?.toggleAttribute('data-over', echo?.over === true);
  }

  #showError(): void {
    const shown = this.#at.form.shownIssues.get(this.#pointer);
    const issue = shown?.locked ? undefined : shown;
    const { strings } = this.#at.form;
    const note = this.#note('error', issue && `${strings.errorPrefix}${issue.message}`);
    this.#field.toggleAttribute('data-invalid', issue !== undefined);
    for (const part of this.#parts) {
      if (issue) part.setAttribute('aria-invalid', 'true');
      else part.removeAttribute('aria-invalid');
    }
    this.#describe(note);
  }

  /** Lines under the control exist only while there is something to say. */
  #note(kind: string, text: string | undefined): HTMLElement | undefined {
    let note = this.#notes.get(kind);
    if (text === undefined) {
      note?.remove();
      this.#notes.delete(kind);
      return undefined;
    }
    if (!note) {
      note = document.createElement(kind === 'answer' ? 'output' : 'p');
      if (kind === 'answer') note.tabIndex = -1;
      note.className = kind;
      note.part.add(kind);
      this.#notes.set(kind, note);
      // The words stand in the control's place, the error nearest to it.
      const before =
        kind === 'error' || kind === 'answer'
          ? [...this.#notes.values()].find((other) => other !== note)
          : undefined;
      this.#field.insertBefore(note, before ?? null);
    }
    note.id = `${this.element.id}-${kind}`;
    if (note.textContent !== text) note.textContent = text;
    return note;
  }

  #describe(error: HTMLElement | undefined): void {
    const hints = [...this.#field.querySelectorAll<HTMLElement>(':scope > .hint, :scope > .sensitive')];
    hints.forEach((hint, index) => {
      hint.id = `${this.element.id}-hint${index}`;
    });
    const others = ['provenance', 'echo'].map((kind) => this.#notes.get(kind));
    const ids = [error, ...hints, ...others].flatMap((node) => (node ? [node.id] : []));
    if (ids.length > 0) this.element.setAttribute('aria-describedby', ids.join(' '));
    else this.element.removeAttribute('aria-describedby');
  }
}

class ControlDirective extends Directive {
  #control: Control | undefined;

  override render(_at: Scope, _key: string, _kind: ControlKind): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [at, key, kind]: DirectiveParameters<this>): typeof noChange {
    this.#control ??= new Control(part.element as HTMLElement, at, key, kind);
    this.#control.update(at, key, kind);
    return noChange;
  }
}

/** Binds an element of a form template to the answer `key` of a scope: the one binding a control has. */
export const control: (at: Scope, key: string, kind: ControlKind) => DirectiveResult =
  directive(ControlDirective);
