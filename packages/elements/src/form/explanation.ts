import type { Explained } from './explain.ts';
import { classOf } from './form-class.ts';
import type { FormElement } from './form-element.ts';
import type { Explain } from './form-model.ts';

/**
 * What tells a person what is wrong: loaded when somebody needs to be told, since a form comes with the verdict only.
 */
export class Explanation {
  readonly #form: FormElement;
  readonly #pressed: () => Promise<unknown>;
  #coming: Promise<void> | undefined;
  #isLearning = false;
  #isFetched = false;
  #drawSummary: Explained['drawSummary'] | undefined;

  /** `pressed` ends with the press that is going on: an error line would move the button away from the pointer. */
  constructor(form: FormElement, pressed: () => Promise<unknown>) {
    this.#form = form;
    this.#pressed = pressed;
  }

  /** Draws the list of errors at the head of the form, once that can be done. */
  get drawSummary(): Explained['drawSummary'] | undefined {
    return this.#drawSummary;
  }

  async #load(): Promise<Explained> {
    const { explained } = await import('./explain.ts');
    return explained(classOf(this.#form), this.#form.model.language);
  }

  /** Says what is wrong with answers, in the language of the form. Rejects where it cannot be loaded. */
  async explainer(): Promise<Explain> {
    return (await this.#load()).explain;
  }

  /** Loads it, once; the person is told where it does not come. */
  come(): Promise<void> {
    const { model } = this.#form;
    const load = async (): Promise<Explained> => {
      const loaded = await this.#load();
      await this.#pressed();
      return loaded;
    };
    this.#coming ??= this.#form.late
      .load(this, load, ({ drawSummary, tell }) => {
        this.#drawSummary = drawSummary;
        model.tell = tell;
        this.#form.settle();
      })
      .finally(() => {
        if (!model.tells) this.#coming = undefined;
      });
    return this.#coming;
  }

  /** Loads it for whoever follows the form, before the person is told; silent where it does not come. */
  async learn(): Promise<void> {
    if (this.#isLearning) return;
    this.#isLearning = true;
    try {
      this.#form.model.tell = (await this.#load()).tell;
      this.#form.dispatchEvent(new Event('zn-value'));
    } catch {
      // The person is told as soon as it matters to them.
    }
  }

  /** Fetches it once somebody begins to answer, before it is needed; whoever only looks loads nothing. */
  prefetch(): void {
    if (this.#isFetched) return;
    this.#isFetched = true;
    this.#load().catch(() => undefined);
  }

  /** The form speaks another language from now on. */
  forget(): void {
    this.#coming = this.#form.model.tell = undefined;
    this.#isLearning = this.#isFetched = false;
  }
}
