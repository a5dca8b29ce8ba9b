import type { Draft } from '../adapters/adapters.ts';
import { send } from '../events.ts';
import { classOf } from '../form/form-class.ts';
import type { FormElement } from '../form/form-element.ts';
import { draftStrings } from './draft-strings.ts';

/** Hands the answers out as a file: by the page, if it wants to (`export`), else by the browser's own download. */
export function rescue(form: FormElement, draft: Draft): void {
  const strings = draftStrings[form.model.language];
  const name = `${classOf(form).formTitle}-${strings.fileName}.json`;
  if (!send(form, 'export', { name, draft })) return;
  const address = URL.createObjectURL(
    new Blob([JSON.stringify(draft, null, 2)], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
