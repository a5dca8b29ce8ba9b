import { type Answers, below, isObject } from './answers.ts';
import type { FormElement } from './form-element.ts';

/** Where in the form a template stands: the whole form, an object in it, or one row of a list. */
export interface Scope {
  readonly form: FormElement;
  readonly pointer: string;
  /** Names on the way, without row numbers, by `/`; empty for the whole form. */
  readonly path: string;
  /** The answers edited here. */
  readonly own: Answers;
  /** The same without what is not asked; conditions read these. */
  readonly asked: Answers;
}

/** Path of an answer of the scope, as conditions and permissions know it. */
export function pathIn({ path }: Scope, key: string): string {
  return path === '' ? key : `${path}/${key}`;
}

/** Whether a field is to be on the screen: not hidden by the step, and asked under the present conditions. */
export function shows(at: Scope, key: string): boolean {
  const { model } = at.form;
  const path = pathIn(at, key);
  return model.accessAt(path) !== 'hidden' && model.asksAt(path, at.asked);
}

/** The scope of a nested object; it comes into being when its first field is answered. */
export function inside(at: Scope, key: string): Scope {
  const { form } = at;
  const own = form.model.partOf(at.own, key);
  const asked = at.asked[key];
  const place = { pointer: below(at.pointer, key), path: pathIn(at, key) };
  return { form, ...place, own, asked: isObject(asked) ? asked : own };
}
