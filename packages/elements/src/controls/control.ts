import type { JsonObject } from '@zhinan/model';
import { type Answer, type Answers, below } from '../form/answers.ts';
import type { DrawnField, Field } from '../form/fields.ts';
import { pathIn, type Scope } from '../form/scope.ts';
import type { Strings } from '../strings/zh-cn.ts';
import { drawField, type FieldBox } from './field-box.ts';
import { tell } from '../make.ts';

/** What a definition says of a field beside its name and title. */
export interface FieldOptions {
  /** Always, or as the answers around have it. */
  readonly required?: true | ((asked: JsonObject) => boolean);
  /** What a person must know before answering. */
  readonly hint?: string;
  /** What a sensitive answer is for, and on which ground it is asked. */
  readonly sensitive?: string;
  /** Takes the whole width where fields stand side by side. */
  readonly wide?: boolean;
  readonly autocomplete?: string;
}

/** How one kind of input is drawn, shows and reads an answer. Each kind answers for itself in its own file. */
export interface ControlKind<Options extends FieldOptions = FieldOptions> {
  /** Makes what holds the answer: the control, or all controls of a group. */
  draw?(title: string, options: Options, strings: Strings): HTMLElement;
  /** What stands above the control, between the hints and it. */
  above?(control: HTMLElement, title: string, strings: Strings): HTMLElement;
  /** What stands beside the control: a unit, a button. */
  beside?(title: string, options: Options, strings: Strings): HTMLElement | undefined;
  /** Several controls under one legend. */
  readonly isGroup?: true;
  readonly role?: 'radiogroup';
  /** The title is a sentence, made one's own by a tick before it. */
  readonly isStatement?: true;
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
    options: Options,
    at: Scope,
  ): { readonly text: string; readonly over?: boolean } | undefined;
  /** Has no answer of its own; its members are bound themselves. */
  readonly passive?: true;
  /** Called when the element gets its id. */
  name?(element: HTMLElement, id: string): void;
}

/** One field on the screen: keeps a control and its answer, label, hint and error together. */
export class Control implements DrawnField {
  /** The field's name as the person reads it. */
  readonly title: string;
  readonly kind: ControlKind;
  readonly #drawn: FieldBox;
  readonly #key: string;
  readonly #options: FieldOptions;
  #at: Scope;
  #pointer = '';
  #required = false;
  #locked = false;
  #invalid = false;
  #described = '';
  #notes: Map<string, HTMLElement> | undefined;

  constructor(at: Scope, key: string, title: string, kind: ControlKind, options: FieldOptions) {
    this.#at = at;
    this.#key = key;
    this.title = title;
    this.kind = kind;
    this.#options = options;
    this.#drawn = drawField(kind, title, options, at.form.strings);
  }

  get box(): HTMLElement {
    return this.#drawn.box;
  }

  get element(): HTMLElement {
    return this.#drawn.element;
  }

  get pointer(): string {
    return this.#pointer;
  }

  get #parts(): Iterable<HTMLElement> {
    return this.kind.parts?.(this.element) ?? [this.element];
  }

  /** Draws what belongs to the present answers. */
  update(at: Scope): void {
    this.#at = at;
    const pointer = below(at.pointer, this.#key);
    if (pointer !== this.#pointer) {
      this.#pointer = pointer;
      this.#nameParts();
      at.form.controls.add(this);
    }
    this.show();
  }

  /** Screen follows data. An input that already says the same is left alone, so the caret stays. */
  show(): void {
    const { form } = this.#at;
    const { strings } = form;
    const value = this.value;
    const tidied = this.kind.tidy && !this.element.matches(':focus');
    if (tidied || this.kind.read(this.element) !== value) this.kind.write(this.element, value);
    const provenance = form.model.provenance[this.#pointer];
    const locked = !form.mayChangeAt(pathIn(this.#at, this.#key)) || provenance?.verified === true;
    if (locked !== this.#locked) this.kind.lock(this.element, (this.#locked = locked));
    this.#note('answer', locked ? this.kind.words?.(this.element, strings) : undefined);
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
    return this.kind.passive === true;
  }

  /** Data follow screen, after the person typed. */
  take(): void {
    this.#at.form.model.put(this.#at.own, this.#key, this.kind.read(this.element));
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
    const target = this.#notes?.get('answer') ?? first ?? this.element;
    (target.matches('fieldset') ? target.querySelector<HTMLElement>('button, input') : target)?.focus();
  }

  #nameParts(): void {
    const id = `f${this.#pointer}`;
    this.element.id = id;
    this.#drawn.hints.forEach((hint, index) => {
      hint.id = `${id}-hint${index}`;
    });
    this.kind.name?.(this.element, id);
  }

  /** The label names the control, or the words that stand in its place. */
  #label(): void {
    const { label } = this.#drawn;
    if (label instanceof HTMLLabelElement) {
      const { id } = this.#notes?.get('answer') ?? this.element;
      if (label.htmlFor !== id) label.htmlFor = id;
    }
  }

  /** What the step asks for although the form does not is marked as everything required is. */
  #require(): void {
    const { form, asked } = this.#at;
    const { required: own } = this.#options;
    const byForm = typeof own === 'function' ? own(asked as JsonObject) : own === true;
    const byStep = form.model.permissions.required?.includes(
      pathIn(this.#at, this.#key).replaceAll('/', '.'),
    );
    const required = byForm || byStep === true;
    if (required === this.#required) return;
    this.#required = required;
    this.#drawn.label.classList.toggle('required', required);
    // A group has no such state: it is said with its hints.
    if (this.kind.isGroup && !this.kind.role)
      this.#note('must', required ? form.strings.must : undefined, true);
    else this.element.ariaRequired = String(required);
  }

  #showEcho(): void {
    if (!this.kind.echo) return;
    const echo = this.kind.echo(this.value, this.#options, this.#at);
    this.#note('echo', echo?.text)?.toggleAttribute('data-over', echo?.over === true);
  }

  #showError(): void {
    const { shownIssues, strings } = this.#at.form;
    const shown = shownIssues.get(this.#pointer);
    const issue = shown?.locked ? undefined : shown;
    const note = this.#note('error', issue && `${strings.errorPrefix}${issue.message}`);
    const invalid = issue !== undefined;
    if (invalid !== this.#invalid) {
      this.#invalid = invalid;
      this.#drawn.box.toggleAttribute('data-invalid', invalid);
      for (const part of this.#parts) part.ariaInvalid = invalid ? 'true' : null;
    }
    this.#describe(note);
  }

  /** Lines under the control exist only while there is something to say; one that is `unseen` is only read out. */
  #note(kind: string, text: string | undefined, unseen = false): HTMLElement | undefined {
    let note = this.#notes?.get(kind);
    if (text === undefined) {
      note?.remove();
      this.#notes?.delete(kind);
      return undefined;
    }
    this.#notes ??= new Map();
    if (!note) {
      note = document.createElement(kind === 'answer' ? 'output' : 'p');
      if (kind === 'answer') note.tabIndex = -1;
      note.className = kind;
      if (unseen) note.hidden = true;
      else note.part.add(kind);
      // The words stand in the control's place, the error nearest to it.
      const [first] = kind === 'error' || kind === 'answer' ? this.#notes.values() : [];
      this.#notes.set(kind, note);
      this.#drawn.box.insertBefore(note, first ?? null);
    }
    note.id = `${this.element.id}-${kind}`;
    tell(note, text);
    return note;
  }

  #describe(error: HTMLElement | undefined): void {
    const [must, ...others] = ['must', 'provenance', 'echo'].map((kind) => this.#notes?.get(kind));
    const ids = [error, must, ...this.#drawn.hints, ...others]
      .flatMap((node) => (node ? [node.id] : []))
      .join(' ');
    if (ids === this.#described) return;
    this.#described = ids;
    if (ids === '') this.element.removeAttribute('aria-describedby');
    else this.element.setAttribute('aria-describedby', ids);
  }
}

/** A field with one control. */
export function field<Options extends FieldOptions>(
  key: string,
  title: string,
  kind: ControlKind<Options>,
  options: Options,
): Field {
  return { key, draw: (at) => new Control(at, key, title, kind as ControlKind, options) };
}
