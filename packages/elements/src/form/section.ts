import { make } from '../make.ts';
import { Fields, type FormSection } from './fields.ts';
import type { Scope } from './scope.ts';

/** A section on the screen: what stands over its fields, and the fields. */
export class DrawnSection {
  readonly box: HTMLElement;
  readonly #fields: Fields;

  constructor({ id, title, note, fields }: FormSection) {
    this.#fields = new Fields(fields);
    const part = 'section-title';
    const head = title === '' ? [] : [make('h3', { class: part, part, id: `title-${id}` }, title)];
    if (note !== undefined) head.push(make('p', { class: 'section-note', part: 'section-note' }, note));
    const named = title === '' ? {} : { role: 'group', 'aria-labelledby': `title-${id}` };
    const attributes = { class: 'section', part: 'section', id: `section-${id}`, ...named };
    this.box = make('section', attributes, ...head, this.#fields.box);
  }

  update(at: Scope): void {
    this.#fields.update(at);
  }
}
