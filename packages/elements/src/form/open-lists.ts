import { classOf } from './form-class.ts';
import type { FormElement } from './form-element.ts';

/**
 * Lists that are still being filled, as rules name them (`application/apprentices`): those without a row, with
 * something wrong in a row, or with the focus inside. None once all is right.
 */
export function openLists(form: FormElement): readonly string[] {
  const { issues, counted, tells } = form.model;
  if (form.fixed || issues.length === 0) return [];
  if (!tells) void form.explanation.learn();
  const edited = form.controls.around(form.shadowRoot?.activeElement ?? null);
  const isOpen = (list: string): boolean =>
    !tells ||
    counted[list] === undefined ||
    issues.some(({ pointer }) => `${pointer}/`.startsWith(`/${list}/`)) ||
    edited.some(({ pointer }) => pointer === `/${list}`);
  const { formId, lists } = classOf(form);
  return lists.filter(isOpen).map((list) => `${formId}/${list}`);
}
