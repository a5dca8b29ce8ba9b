import { type ListSign, newLine, type Selected, toggled } from './list-lines.ts';

/** Makes the selected lines items of a list, or plain ones again. */
export function makeList(area: HTMLTextAreaElement, sign: ListSign): void {
  area.focus();
  put(area, toggled(selected(area), sign));
}

/** Goes on with the list at the caret; false where there is none. */
export function goOn(area: HTMLTextAreaElement): boolean {
  const next = newLine(selected(area));
  if (next) put(area, next);
  return next !== undefined;
}

function selected({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Selected {
  return { text: value, from: selectionStart, to: selectionEnd };
}

/** Replaces only what differs, as if it had been typed: the browser's own undo takes it back. */
function put(area: HTMLTextAreaElement, { text, from, to }: Selected): void {
  const { value } = area;
  const most = Math.min(value.length, text.length);
  let head = 0;
  while (head < most && value[head] === text[head]) head += 1;
  let tail = 0;
  while (tail < most - head && value.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
  const written = text.slice(head, text.length - tail);
  area.setSelectionRange(head, value.length - tail);
  const isDone = document.execCommand(written === '' ? 'delete' : 'insertText', false, written);
  if (!isDone || area.value !== text) {
    area.value = text;
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  area.setSelectionRange(from, to);
}
