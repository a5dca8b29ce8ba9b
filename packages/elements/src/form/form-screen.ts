import type { SessionAdapter } from '../adapters/adapters.ts';
import { arrangeWhere, make, makeButton, tell } from '../make.ts';
import type { Strings } from '../strings/zh-cn.ts';
import type { FormSection } from './fields.ts';
import type { FormElement } from './form-element.ts';
import { DrawnSection } from './section.ts';

/** A form on the screen: title, notices, sections, buttons, and the line that is spoken. */
export class FormScreen {
  readonly #form: FormElement;
  readonly #page = make('div', { class: 'page', part: 'page' });
  readonly #title = make('h2', { class: 'title', part: 'title' });
  readonly #identity = make('p', { class: 'note', part: 'identity' });
  readonly #note = make('p', { class: 'note', part: 'note' });
  /** Filled by whatever shows drafts, errors and the way through the sections. */
  readonly #notice = make('div', { class: 'draft-notice' });
  readonly #saveState = make('p', { class: 'save-state', part: 'save-state' });
  readonly #summary = make('div', { class: 'summary-place' });
  readonly #wayHead = make('div', { class: 'way-head' });
  readonly #wayBody = make('div', { class: 'way-body' });
  readonly #wayActions = make('div', { class: 'way-actions' });
  readonly #actions = make('div', { class: 'actions', part: 'actions' });
  readonly #submit: HTMLButtonElement;
  readonly #status = make('p', { class: 'status', part: 'status', role: 'status' });
  #of: readonly FormSection[] = [];
  #sections: readonly DrawnSection[] = [];

  constructor(form: FormElement) {
    this.#form = form;
    this.#submit = makeButton('primary', 'submit', '', () => form.submit());
  }

  /** Shows the form as it is now. */
  draw(): void {
    const form = this.#form;
    this.#say();
    if (!form.path) form.explanation.drawSummary?.(form, this.#summary);
    const left = this.#drawSections();
    this.#arrange();
    if (!this.#page.parentNode) form.renderRoot.append(this.#page);
    if (left !== undefined) form.focusField(left);
  }

  #say(): void {
    const { texts, session, strings, submitLabel, status } = this.#form;
    const { title, note } = texts;
    if (this.#title.textContent !== title + note)
      this.#title.replaceChildren(title, ...(note ? [make('small', { class: 'unreviewed' }, note)] : []));
    tell(this.#identity, session ? identity(session, strings) : '');
    tell(this.#note, strings.requiredNote);
    tell(this.#submit, submitLabel || strings.submit);
    tell(this.#status, status);
  }

  /** The same form in another language has other sections: gives the pointer of the field whose focus goes with the old. */
  #drawSections(): string | undefined {
    const { texts, model, controls, shadowRoot } = this.#form;
    const { sections } = texts;
    const isOther = sections !== this.#of;
    const [focused] = isOther ? controls.around(shadowRoot?.activeElement ?? null) : [];
    if (isOther) {
      for (const { box } of this.#sections) box.remove();
      this.#of = sections;
      this.#sections = sections.map((section) => new DrawnSection(section));
    }
    const at = { form: this.#form, pointer: '', path: '', own: model.answers, asked: model.counted };
    for (const section of this.#sections) section.update(at);
    return focused?.pointer;
  }

  #arrange(): void {
    const { path, storage, session, late } = this.#form;
    const isStored = storage !== undefined;
    const hasWay = path !== undefined;
    arrangeWhere(this.#page, [
      [this.#title, true],
      [this.#identity, session !== undefined],
      [this.#notice, isStored],
      [this.#summary, true],
      [this.#wayHead, hasWay],
      [this.#note, true],
      ...this.#sections.map(({ box }) => [box, true] as const),
      [this.#wayBody, hasWay],
      [this.#actions, true],
    ]);
    arrangeWhere(this.#actions, [
      [this.#wayActions, hasWay],
      [this.#submit, !hasWay && this.#form.hasSubmit],
      [this.#saveState, isStored],
      [this.#status, true],
      [late.retry, late.isMissing],
    ]);
  }
}

function identity({ role, name }: SessionAdapter, strings: Strings): string {
  return strings.identity(name === undefined ? role : `${name}（${role}）`);
}
