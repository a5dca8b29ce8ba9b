import { send } from '../events.ts';
import { followLanguage } from '../strings/follow-language.ts';
import { nearestLang, nearestLanguage } from '../strings/language.ts';
import { stringsIn } from '../strings/strings.ts';
import type { Strings } from '../strings/zh-cn.ts';
import type { FormElement } from './form-element.ts';

/** The language a form speaks: that of the page around it, also when the page changes it. */
export class FormLanguage {
  readonly #form: FormElement;
  #lang = '';
  #coming: Promise<void> | undefined;
  #stop: (() => void) | undefined;

  constructor(form: FormElement) {
    this.#form = form;
  }

  /** Words that are still being loaded: nothing is drawn before. */
  get coming(): Promise<void> | undefined {
    return this.#coming;
  }

  connect(): void {
    this.#form.speak();
    this.#stop = followLanguage(this.#form, () => this.#hear());
  }

  disconnect(): void {
    this.#stop?.();
  }

  /** Takes up the language that the page now speaks. */
  speak(): void {
    const form = this.#form;
    const { model, explanation } = form;
    this.#lang = nearestLang(form);
    const language = nearestLanguage(form);
    if (language !== model.language) explanation.forget();
    model.language = language;
    const found = stringsIn(language);
    const take = (strings: Strings): void => {
      form.strings = model.strings = strings;
      model.changed();
    };
    // Nothing is drawn in a language that the page is not in, unless its words cannot be loaded at all.
    this.#coming =
      found instanceof Promise
        ? form.late.load(this, () => Promise.resolve(found), take).finally(() => (this.#coming = undefined))
        : void take(found);
    if (model.mayShow) void explanation.come();
    form.requestUpdate();
  }

  #hear(): void {
    if (nearestLang(this.#form) === this.#lang) return;
    this.#form.speak();
    send(this.#form, 'localechange', { language: this.#lang });
  }
}
