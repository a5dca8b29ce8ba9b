import type { JsonObject } from '@zhinan/model';
import type { Found, Provenance } from '../adapters/adapters.ts';
import { send } from '../events.ts';
import { type Answer, type Answers, answerAt, segments } from '../form/answers.ts';
import { classOf } from '../form/form-class.ts';
import type { FormElement } from '../form/form-element.ts';
import { issueStrings } from '../strings/issues.ts';
import { accept, pointerTo, readFound } from './found.ts';
import { Held } from './held.ts';
import type { Lookup } from './lookup.ts';
import { lookupStrings } from './lookup-strings.ts';
import { OfferView } from './offer-view.ts';

/** An answer that a lookup changed, and what stood there before. */
interface Change {
  readonly pointer: string;
  readonly before: Answer | undefined;
  readonly put: Answer;
  readonly provenance: Provenance | undefined;
}

/**
 * One register that may fill in some answers, offered beside the last answer it is asked with. What it says goes into the
 * form as if typed, can be taken back, and counts as the register's only while it was asked with the same answers.
 */
export class Offer {
  readonly #form: FormElement;
  readonly #index: number;
  readonly #held: Held;
  readonly #view: OfferView;
  #run: AbortController | undefined;
  #changes: readonly Change[] = [];
  /** Last message, of the answers asked with then. */
  #said: { readonly text: string; readonly by: string } | undefined;

  constructor(form: FormElement, index: number) {
    this.#form = form;
    this.#index = index;
    this.#held = new Held(form);
    this.#view = new OfferView(`lookup-${index}`, {
      ask: () => void this.#ask(),
      cancel: () => {
        this.stop();
        this.#say(this.#words.cancelled);
      },
      undo: () => this.#takeBack(),
    });
  }

  get #lookup(): Lookup {
    return this.#form.texts.lookups[this.#index] as Lookup;
  }

  get #words() {
    return lookupStrings[this.#form.model.language];
  }

  /** Answers the register is asked with now, by field. */
  get #by(): JsonObject {
    const { counted } = this.#form.model;
    const given = this.#lookup.by.map((path) => [path, answerAt(counted, pointerTo(path))] as const);
    return Object.fromEntries(given.filter(([, answer]) => answer !== undefined)) as JsonObject;
  }

  get #asked(): string {
    return JSON.stringify(this.#by);
  }

  get #fillable(): readonly string[] {
    return this.#lookup.fills.filter((path) => this.#mayFill(pointerTo(path)));
  }

  /** What the host has verified itself stays as it is. */
  #mayFill(pointer: string): boolean {
    const { provenance } = this.#form;
    return (
      this.#form.mayChange(pointer) && (provenance[pointer]?.verified !== true || this.#held.has(pointer))
    );
  }

  #title(pointer: string): string | undefined {
    const control = this.#form.controls.at(pointer);
    return control?.pointer === pointer ? control.title : undefined;
  }

  #titles(pointers: readonly string[]): string[] {
    return pointers.flatMap((pointer) => this.#title(pointer) ?? []);
  }

  /** All it is asked with is on the screen and may be changed, and so may something that it fills in. */
  get #isOpen(): boolean {
    const { lookup, isConnected } = this.#form;
    const by = this.#lookup.by.map(pointerTo);
    return (
      lookup !== undefined &&
      isConnected &&
      by.every((pointer) => this.#form.mayChange(pointer) && this.#title(pointer) !== undefined) &&
      this.#fillable.length > 0
    );
  }

  /** `others` are the offers before this one. */
  draw(others: readonly Offer[]): void {
    this.#follow();
    const pointer = pointerTo(this.#lookup.by.at(-1) ?? '');
    const control = this.#form.controls.at(pointer);
    if (!control || !this.#isOpen) {
      this.stop();
      this.#view.remove();
      return;
    }
    this.#view.place(control, others.map((other) => other.#view).reverse());
    this.#show();
  }

  stop(): void {
    this.#run?.abort();
    this.#run = undefined;
  }

  /** What was asked with may be another answer now. */
  #follow(): void {
    const by = this.#asked;
    const free = this.#titles(this.#held.follow(by));
    if (this.#said && this.#said.by !== by) this.#said = undefined;
    if (free.length > 0) this.#say(this.#words.released(this.#lookup.title, free));
  }

  #show(): void {
    const { title } = this.#lookup;
    const isBusy = this.#run !== undefined;
    const { answers } = this.#form.model;
    const idle = (): string => this.#words.brings(this.#titles(this.#fillable.map(pointerTo)));
    this.#view.show({
      label: this.#words.bring(title),
      said: isBusy ? this.#words.asking(title) : (this.#said?.text ?? idle()),
      cancel: this.#form.strings.cancel,
      undo: this.#words.undo,
      isBusy,
      mayUndo: !isBusy && this.#changes.some(({ pointer, put }) => answerAt(answers, pointer) === put),
    });
  }

  /** Beside the button to be read, at the foot of the form to be spoken. */
  #say(text: string): void {
    this.#said = { text, by: this.#asked };
    this.#form.say(text);
    this.#form.requestUpdate();
  }

  async #ask(): Promise<void> {
    const form = this.#form;
    if (this.#run) return;
    const run = new AbortController();
    const { signal } = run;
    this.#run = run;
    this.#said = undefined;
    form.say(this.#words.asking(this.#lookup.title));
    this.#show();
    await form.explanation.come();
    if (signal.aborted) return;
    if (!form.model.tells) {
      // That a part did not come has been told.
      this.#run = undefined;
      form.requestUpdate();
      return;
    }
    const fault = this.#fault;
    if (fault !== undefined) {
      this.#run = undefined;
      await this.#leadTo(fault);
      return;
    }
    const by = this.#asked;
    try {
      const found: unknown = await form.lookup?.find(this.#lookup.register, this.#by, { signal });
      if (signal.aborted) return;
      const isWanted = this.#isOpen && this.#asked === by;
      this.#run = undefined;
      if (!isWanted) this.#say(this.#words.stale(this.#lookup.title));
      else if (found === undefined || found === null) this.#tellNone();
      else await this.#take(readFound(found), by);
    } catch (cause) {
      if (signal.aborted) return;
      this.#run = undefined;
      this.#say(this.#words.failed(this.#lookup.title));
      send(form, 'error', { source: 'lookup', cause });
    }
  }

  /** The first answer that keeps the register from being asked: missing, or wrong. */
  get #fault(): string | undefined {
    const { counted, issues } = this.#form.model;
    return this.#lookup.by
      .map(pointerTo)
      .find(
        (pointer) =>
          answerAt(counted, pointer) === undefined || issues.some((issue) => issue.pointer === pointer),
      );
  }

  /** What is wrong with an answer stands at its field, as when the field was left. */
  async #leadTo(pointer: string): Promise<void> {
    const form = this.#form;
    form.model.leave(pointer);
    form.requestUpdate();
    await form.updateComplete;
    form.focusField(pointer);
    const title = this.#title(pointer) ?? '';
    if (answerAt(form.model.counted, pointer) === undefined)
      this.#say(this.#words.needs(title, this.#lookup.title));
    else form.say(form.shownIssues.get(pointer)?.message ?? issueStrings[form.model.language].wrong(title));
  }

  #tellNone(): void {
    const { register, title, by } = this.#lookup;
    this.#say(this.#words.notFound(title, this.#titles(by.map(pointerTo))));
    send(this.#form, 'lookup', { register, found: false });
  }

  async #take({ answers, source, verified = false }: Found, by: string): Promise<void> {
    const form = this.#form;
    const { model } = form;
    const { register, title } = this.#lookup;
    const { asked } = classOf(form);
    const explain = await form.explanation.explainer();
    const { taken, refused } = accept(answers, this.#fillable, { answers: model.answers, asked, explain });
    this.#changes = [...taken].map(([pointer, put]) => ({
      pointer,
      before: answerAt(model.answers, pointer),
      put,
      provenance: this.#held.has(pointer) ? undefined : form.provenance[pointer],
    }));
    const changed = this.#changes.filter(({ before, put }) => before !== put);
    this.#put(changed.map(({ pointer, put }) => [pointer, put]));
    this.#held.hold(by, taken, { verified, source });
    for (const { pointer } of changed) form.edited(pointer);
    // A field that is asked only now has a title once it is drawn.
    await form.updateComplete;
    const replaced = changed.some(({ before }) => before !== undefined);
    const left = this.#titles(refused);
    const said = [
      taken.size > 0
        ? this.#words.brought(title, this.#titles([...taken.keys()]))
        : this.#words.nothing(title),
      replaced ? this.#words.replaced : '',
      left.length > 0 ? this.#words.refused(left) : '',
    ];
    this.#say(said.join(''));
    send(form, 'lookup', { register, found: true });
  }

  /** What the person changed after the lookup is theirs, and stays. */
  #takeBack(): void {
    const form = this.#form;
    const { answers } = form.model;
    const own = this.#changes.filter(({ pointer, put }) => answerAt(answers, pointer) === put);
    this.#changes = [];
    this.#held.release();
    const told = own.flatMap(({ pointer, provenance }) =>
      provenance ? [[pointer, provenance] as const] : [],
    );
    if (told.length > 0) form.provenance = { ...form.provenance, ...Object.fromEntries(told) };
    const changed = own.filter(({ before, put }) => before !== put);
    this.#put(changed.map(({ pointer, before }) => [pointer, before]));
    for (const { pointer } of changed) form.edited(pointer);
    this.#say(this.#words.undone);
  }

  /** Puts all answers in before anybody is told of one. */
  #put(answers: readonly (readonly [pointer: string, answer: Answer | undefined])[]): void {
    const { model } = this.#form;
    for (const [pointer, answer] of answers) {
      const path = segments(pointer);
      const own = path
        .slice(0, -1)
        .reduce<Answers>((around, key) => model.partOf(around, key), model.answers);
      model.put(own, path.at(-1) ?? '', answer);
    }
  }
}
