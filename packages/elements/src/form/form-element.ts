import type { FieldPermissions, JsonObject, ValidationIssue } from '@zhinan/model';
import {
  type ClockAdapter,
  type LookupAdapter,
  type Provenance,
  type SessionAdapter,
  type StorageAdapter,
  type UploadAdapter,
} from '../adapters/adapters.ts';
import type { Uploads } from '../attachments/uploads.ts';
import { Controls } from '../controls/controls.ts';
import { LateDrafts } from '../drafts/late-drafts.ts';
import { type FormEventMap, send } from '../events.ts';
import { zhCN, type Strings } from '../strings/zh-cn.ts';
import { formStyles } from '../styles/form.styles.ts';
import { foundationStyles } from '../styles/foundation.styles.ts';
import { LateLookups } from '../lookup/late-lookups.ts';
import { setOut } from '../ways/choose-way.ts';
import type { Way } from '../ways/way.ts';
import { answerAt, asJson, fieldPath } from './answers.ts';
import { Explanation } from './explanation.ts';
import { classOf, type FormClass, type FormTexts, textsOf } from './form-class.ts';
import { FormLanguage } from './form-language.ts';
import { FormListeners } from './form-listeners.ts';
import { FormModel, type Issue } from './form-model.ts';
import { formProperties } from './form-properties.ts';
import { LateParts } from './late-parts.ts';
import { FormScreen } from './form-screen.ts';
import type { Listening } from './listening.ts';
import { type Changed, Reactive } from '../reactive.ts';
import { openLists } from './open-lists.ts';
import { OuterForm } from './outer-form.ts';
import type { Undoable } from './row-list.ts';

/**
 * A form as one form control: its value is the JSON of all its answers. Generated classes say what is asked;
 * this base draws it, keeps data, validity, drafts and events. The element fetches nothing: adapters come from the host.
 */
export abstract class FormElement<
  Answers extends object = object,
> extends (Reactive as Listening<FormEventMap> & typeof Reactive) {
  static readonly formAssociated = true;
  static override styles = [foundationStyles, formStyles];
  static override properties = formProperties;
  static {
    this.react();
  }

  declare readonly: boolean;
  declare disabled: boolean;
  declare name: string;
  declare draftKey: string;
  declare submitLabel: string;
  /** Leaves out the submit button, as does a `<form>` around, which has its own. */
  declare noSubmit: boolean;
  /** `page`, `wizard` or `task-list`; empty = as the definition says. */
  declare way: string;
  /** The view open now: id of a section or `check-answers`; empty = the start. */
  declare section: string;
  /** A plain page leads to a view of all answers before it is submitted. */
  declare review: boolean;
  /** A plain page says what is still missing. */
  declare missing: boolean;
  declare storage: StorageAdapter | undefined;
  declare uploader: UploadAdapter | undefined;
  declare lookup: LookupAdapter | undefined;
  declare clock: ClockAdapter;
  declare session: SessionAdapter | undefined;
  /** @internal Last spoken message. */
  declare status: string;
  /** @internal */
  declare undoable: Undoable | undefined;

  /** @internal How the sections are gone through; none = all on one page. */
  path: Way | undefined;
  /** @internal */
  readonly model: FormModel;
  /** @internal */
  readonly controls = new Controls(this);
  /** @internal */
  uploads: Uploads | undefined;
  /** @internal */
  strings: Strings = zhCN;
  /** @internal */
  texts: FormTexts = textsOf(this);
  /** @internal */
  readonly late = new LateParts(this);
  readonly #listeners = new FormListeners(this);
  /** @internal */
  readonly explanation = new Explanation(this, this.#listeners.pressed);
  /** @internal Issues the person may see, as of the last render. */
  shownIssues: ReadonlyMap<string, Issue> = new Map();
  readonly #internals: ElementInternals;
  readonly #outer: OuterForm;
  readonly #language = new FormLanguage(this);
  readonly #drafts = new LateDrafts(this);
  readonly #lookups = new LateLookups(this);
  #screen: FormScreen | undefined;
  #initial: JsonObject = {};
  #disabledByForm = false;
  #section = '';

  constructor() {
    super();
    const { review = false, missing = false } = this.#class;
    this.review = review;
    this.missing = missing;
    this.model = new FormModel(
      this.#class,
      (pointer) => this.controls.at(pointer)?.title,
      () => this.controls.names,
    );
    this.#initial = this.#class.defaults;
    this.model.replace(this.#initial);
    this.#internals = this.attachInternals();
    this.#outer = new OuterForm(this, this.#internals);
    this.addEventListener('invalid', (event) => {
      event.preventDefault();
      void this.#showAll();
    });
  }

  get #class(): FormClass {
    return classOf(this);
  }

  /** The associated `<form>`, as on every native control. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  get validity(): ValidityState {
    this.settle();
    return this.#internals.validity;
  }

  get validationMessage(): string {
    this.settle();
    return this.#internals.validationMessage;
  }

  /** All answers as they stand, also those of fields that are not asked now. Setting it copies. */
  get value(): JsonObject {
    return asJson(this.model.answers);
  }

  set value(value: JsonObject | undefined) {
    // A page that binds the value hands back what it was told: rows keep their identity, the focus its place.
    if (this.hasUpdated && JSON.stringify(value) === JSON.stringify(this.model.answers)) return;
    this.uploads?.stopAll();
    this.model.replace(value ?? {});
    if (!this.hasUpdated) this.#initial = value ?? {};
    this.undoable = undefined;
    this.requestUpdate();
    this.settle();
    // No `change`: nobody typed. Views that follow the form must know all the same.
    this.dispatchEvent(new Event('zn-value'));
  }

  get provenance(): Readonly<Record<string, Provenance>> {
    return this.model.provenance;
  }

  set provenance(provenance: Readonly<Record<string, Provenance>> | undefined) {
    this.model.provenance = provenance ?? {};
    this.requestUpdate();
  }

  /** What the present step lets be changed, shown or asked for beyond the form; nothing said = all as the form has it. */
  get permissions(): FieldPermissions {
    return this.model.permissions;
  }

  set permissions(permissions: FieldPermissions | undefined) {
    this.model.permissions = permissions ?? {};
    this.model.changed();
    this.requestUpdate();
    this.settle();
  }

  /** The answers that count: what is not asked under the present conditions is left out. */
  getValue(): Answers {
    return asJson(this.model.counted) as Answers;
  }

  setValue(value: JsonObject): void {
    this.value = value;
  }

  /** Lists that are still being filled, as rules name them (`application/apprentices`). */
  get openLists(): readonly string[] {
    return openLists(this);
  }

  /** Everything wrong with the answers now; shows nothing. Rejects where what explains it cannot be loaded. */
  async validate(): Promise<readonly ValidationIssue[]> {
    const { counted } = this.model;
    return this.#class.verdict(counted) ? [] : (await this.explanation.explainer())(counted as JsonObject);
  }

  /** True when the answers are complete and right; shows nothing. */
  checkValidity(): boolean {
    this.uploads?.tellPending();
    this.settle();
    return this.model.issues.length === 0;
  }

  /** As {@link checkValidity}, and shows all errors and moves the focus to their summary. */
  reportValidity(): boolean {
    if (this.checkValidity()) return true;
    void this.#showAll();
    return false;
  }

  /** Saves a draft now. */
  async saveDraft(): Promise<void> {
    await this.#drafts.save();
  }

  /** To be called by the host once the answers are safely submitted. */
  async clearDraft(): Promise<void> {
    await this.#drafts.remove();
  }

  /** Checks, and hands the answers over by `submit`, then submits the `<form>` around, if there is one. */
  submit(): void {
    if (!this.reportValidity()) return;
    const { form } = this;
    // The form around sends a `submit` of its own: ours stays on the element then.
    const go = send(this, 'submit', { value: asJson(this.model.counted) }, { bubbles: form === null });
    if (go) form?.requestSubmit();
  }

  override focus(options?: FocusOptions): void {
    const [first] = this.controls;
    if (first) first.focus();
    else super.focus(options);
  }

  /** Brings a field into sight and the focus to it. */
  focusField(pointer: string): void {
    this.controls.at(pointer)?.focus();
  }

  /** @internal Nothing can be changed now. */
  get fixed(): boolean {
    return this.readonly || this.disabled || this.#disabledByForm;
  }

  /** @internal A `<form>` around has a button of its own. */
  get hasSubmit(): boolean {
    return !this.noSubmit && !this.fixed && this.form === null;
  }

  /** @internal Whether the answer at a pointer can be changed now. */
  mayChange(pointer: string): boolean {
    return this.mayChangeAt(fieldPath(pointer, '/'));
  }

  /** @internal The same for all answers at a path without row numbers. */
  mayChangeAt(path: string): boolean {
    return !this.fixed && this.model.accessAt(path) === 'editable';
  }

  /** @internal Spoken and shown once at the foot of the form. */
  say(message: string): void {
    this.status = message;
  }

  /** @internal Answers changed: everything that depends on them follows. */
  edited(pointer: string): void {
    this.touch();
    this.requestUpdate();
    send(this, 'change', { pointer, value: answerAt(this.model.answers, pointer) as never });
  }

  /** @internal Tells the page, once, that the person went on to another section. */
  enter(section: string, title: string): void {
    if (section === this.#section) return;
    this.#section = section;
    send(this, 'step', { section, title });
  }

  /** @internal */
  async focusSummary(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.summary')?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('version', this.#class.contract.slice(0, 12));
    this.#language.connect();
    this.#listeners.connect();
    this.#outer.connect();
    this.#drafts.connect();
    this.requestUpdate();
  }

  disconnectedCallback(): void {
    this.#listeners.disconnect();
    this.#outer.disconnect();
    this.#drafts.disconnect();
    this.#lookups.disconnect();
    this.#language.disconnect();
  }

  formResetCallback(): void {
    this.value = this.#initial;
  }

  formDisabledCallback(disabled: boolean): void {
    this.#disabledByForm = disabled;
    this.requestUpdate();
  }

  formStateRestoreCallback(state: unknown): void {
    if (typeof state === 'string') this.value = JSON.parse(state) as JsonObject;
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    const way = this.hasUpdated ? undefined : setOut(this);
    const coming = [this.#language.coming, way].filter((each) => each !== undefined);
    // A way says how far each section has come: it needs to know what is wrong where.
    const explain = !this.hasUpdated && (this.path ?? way) !== undefined;
    if (coming.length === 0 && !explain) return super.scheduleUpdate();
    if (explain) coming.push(this.explanation.come());
    return Promise.all(coming).then(() => super.scheduleUpdate());
  }

  protected override willUpdate(changed: Changed): void {
    this.shownIssues = this.model.shown;
    if (this.hasUpdated && ['way', 'review', 'missing'].some((name) => changed.has(name))) {
      void setOut(this);
      void this.explanation.come();
    }
  }

  protected override update(): void {
    this.#screen ??= new FormScreen(this);
    this.#screen.draw();
  }

  protected override firstUpdated(): void {
    this.#listeners.listen(this.renderRoot);
    this.settle();
    send(this, 'ready', {});
  }

  protected override updated(changed: Changed): void {
    // The host's script may give the storage long after the element has come up.
    this.path?.draw();
    this.#drafts.draw();
    this.#lookups.draw();
    if (changed.has('storage') || changed.has('draftKey')) this.#drafts.keep();
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#outer.follow(form);
    this.requestUpdate();
  }

  /** @internal Takes up the language that the page now speaks. */
  speak(): void {
    this.#language.speak();
  }

  /** @internal An answer changed, by the person or for them: drafts and validity follow. */
  touch(): void {
    this.#drafts.touch();
    this.#outer.settleSoon();
  }

  /** @internal Tells the form around what the answers are and whether they are right. */
  settle(): void {
    this.#outer.settle();
  }

  async #showAll(): Promise<void> {
    this.uploads?.tellPending();
    this.model.try();
    this.model.changed();
    await this.explanation.come();
    this.path?.showAll();
    this.requestUpdate();
    void this.focusSummary();
  }
}
