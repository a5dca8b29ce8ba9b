import { type Answers, below, isObject } from './answers.ts';
import type { FormElement } from './form-element.ts';

/** Where in the form a template stands: the whole form, an object in it, or one row of a list. */
export interface Scope {
  readonly form: FormElement;
  readonly pointer: string;
  /** The answers edited here. */
  readonly own: Answers;
  /** The same without what is not asked; conditions read these. */
  readonly asked: Answers;
}

/** Whether a field is to be on the screen: not hidden by the step, and asked under the present conditions. */
export function shows(at: Scope, key: string): boolean {
  const pointer = below(at.pointer, key);
  return at.form.model.access(pointer) !== 'hidden' && at.form.model.asks(pointer, at.asked);
}

/** The scope of a nested object; it comes into being when its first field is answered. */
export function inside(at: Scope, key: string): Scope {
  const own = at.form.model.partOf(at.own, key);
  const asked = at.asked[key];
  return { form: at.form, pointer: below(at.pointer, key), own, asked: isObject(asked) ? asked : own };
}
