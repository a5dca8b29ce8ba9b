import { arrange, make } from '../make.ts';
import { type Scope, shows } from './scope.ts';

/** Something a form asks for, as its module says it once: a control, a nested object, a list. */
export interface Field {
  /** Name of the answer in its scope. */
  readonly key: string;
  /** Makes it anew for the screen; it says nothing yet. */
  draw(at: Scope): DrawnField;
}

/** A field on the screen. */
export interface DrawnField {
  readonly box: HTMLElement;
  /** Shows the present answers; a row that moved has another scope. */
  update(at: Scope): void;
}

/** A part of a form with a title of its own. */
export interface FormSection {
  readonly id: string;
  /** Empty where the form has only this one. */
  readonly title: string;
  readonly note?: string;
  readonly fields: readonly Field[];
}

/** The fields of a section, a nested object or a row; each stands while the step shows it and the answers ask for it. */
export class Fields {
  readonly box = make('div', { class: 'fields' });
  readonly #fields: readonly Field[];
  readonly #drawn: (DrawnField | undefined)[];

  constructor(fields: readonly Field[]) {
    this.#fields = fields;
    this.#drawn = fields.map(() => undefined);
  }

  update(at: Scope): void {
    this.#fields.forEach((field, index) => {
      const drawn = this.#drawn[index];
      const stands = shows(at, field.key);
      if (drawn && !stands) drawn.box.remove();
      this.#drawn[index] = stands ? (drawn ?? field.draw(at)) : undefined;
    });
    const standing = this.#drawn.filter((field) => field !== undefined);
    arrange(
      this.box,
      standing.map(({ box }) => box),
    );
    for (const field of standing) field.update(at);
  }
}
