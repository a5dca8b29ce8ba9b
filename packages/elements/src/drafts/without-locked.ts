import { type Answers, below, copyAnswer, putAnswer, segments } from '../form/answers.ts';
import type { FormElement } from '../form/form-element.ts';

/** A draft never changes what the host has verified meanwhile, nor what the step keeps locked. */
export function withoutLocked(merged: Answers, form: FormElement): Answers {
  for (const [pointer, { verified }] of Object.entries(form.provenance)) {
    const [key] = segments(pointer);
    if (verified && key !== undefined) putAnswer(merged, key, copyAnswer(form.value[key]));
  }
  // A list of which some columns are open comes from the draft as a whole.
  const { editable = [] } = form.permissions;
  for (const key of new Set([...Object.keys(merged), ...Object.keys(form.value)])) {
    const partlyOpen = editable.some((name) => name.startsWith(`${key}.`));
    if (form.model.access(below('', key)) !== 'editable' && !partlyOpen)
      putAnswer(merged, key, copyAnswer(form.value[key]));
  }
  return merged;
}
