import type { FormElement } from '../form/form-element.ts';

/**
 * How a person goes through the sections of a form. A way draws above and below the fields and in place of the submit
 * button, and says which sections are in sight. All sections stay on the screen's tree: half a date, a running upload
 * and an error keep their place while their section is out of sight.
 */
export interface Way {
  /** After each drawing of the form, and before anything is painted. */
  draw(): void;
  /** Brings the section around an element into sight, so that the focus may go there. */
  reveal(element: Element): void;
  /** Goes where all errors are listed. */
  showAll(): void;
  /** Another way takes over. */
  end(): void;
}

export type WayClass = new (form: FormElement) => Way;

/** View of a way that shows all answers as text; no section may be called so. */
export const checkAnswers = 'check-answers';
