import type { Provenance } from '../adapters/adapters.ts';
import { type Answer, answerAt } from '../form/answers.ts';
import type { FormElement } from '../form/form-element.ts';

/** Provenance that a lookup gave to answers, for as long as they stand and so does what was asked with. */
export class Held {
  readonly #form: FormElement;
  #by = '';
  #given: Provenance | undefined;
  readonly #answers = new Map<string, Answer>();

  constructor(form: FormElement) {
    this.#form = form;
  }

  has(pointer: string): boolean {
    return this.#answers.has(pointer);
  }

  /** `by` is what was asked with, as text. */
  hold(by: string, answers: ReadonlyMap<string, Answer>, given: Provenance): void {
    this.release();
    this.#by = by;
    this.#given = given;
    for (const [pointer, answer] of answers) this.#answers.set(pointer, answer);
    this.#give([...answers.keys()]);
  }

  /** Takes the provenance away; what the host says of the answers itself stays. */
  release(pointers: readonly string[] = [...this.#answers.keys()]): void {
    const { provenance } = this.#form;
    const ours = pointers.filter((pointer) => this.#isOurs(provenance[pointer]));
    for (const pointer of pointers) this.#answers.delete(pointer);
    if (ours.length === 0) return;
    const others = Object.entries(provenance).filter(([pointer]) => !ours.includes(pointer));
    this.#form.provenance = Object.fromEntries(others);
  }

  /**
   * Keeps to what the answers are now. Gives the pointers of verified answers that still stand and are free again, since
   * what was asked with has changed.
   */
  follow(by: string): readonly string[] {
    if (this.#answers.size === 0) return [];
    const { model } = this.#form;
    const stands = ([pointer, answer]: readonly [string, Answer]): boolean =>
      answerAt(model.answers, pointer) === answer;
    this.release([...this.#answers].filter((entry) => !stands(entry)).map(([pointer]) => pointer));
    const standing = [...this.#answers.keys()];
    if (by === this.#by) {
      // A host that sets its own provenance anew knows nothing of ours.
      this.#give(standing.filter((pointer) => this.#form.provenance[pointer] === undefined));
      return [];
    }
    this.release();
    return this.#given?.verified === true ? standing : [];
  }

  #give(pointers: readonly string[]): void {
    const given = this.#given;
    if (!given || pointers.length === 0) return;
    const added = pointers.map((pointer) => [pointer, given] as const);
    this.#form.provenance = { ...this.#form.provenance, ...Object.fromEntries(added) };
  }

  #isOurs(provenance: Provenance | undefined): boolean {
    const given = this.#given;
    return provenance?.source === given?.source && provenance?.verified === given?.verified;
  }
}
