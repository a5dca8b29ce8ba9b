import { css, sheet } from '../styles/sheet.ts';
import { adopt } from '../styles/adopt.ts';
import { dateOf } from './date-text.ts';

const styles = sheet(
  () => css`
    .calendar {
      position: absolute;
      inset-block-end: 0;
      inset-inline-start: 0;
      inline-size: 1px;
      block-size: 1px;
      opacity: 0;
      pointer-events: none;
    }
  `,
);

/**
 * The browser's own calendar, in the person's language, under a button: a native date field that nobody sees stands
 * beside it for as long. What is chosen is written into the text field as if it had been typed.
 */
export function openCalendar(button: HTMLElement): void {
  const field = button.parentElement?.querySelector('input');
  if (!field || field.readOnly) return;
  adopt(button, styles);
  const native = document.createElement('input');
  native.type = 'date';
  native.className = 'calendar';
  native.tabIndex = -1;
  native.ariaHidden = 'true';
  native.value = dateOf(field.value) ?? '';
  button.append(native);
  // What happens in the native field is no answer of the form.
  for (const name of ['input', 'change', 'focusin', 'focusout', 'click'])
    native.addEventListener(name, (event) => event.stopPropagation());
  native.addEventListener('change', () => {
    field.value = native.value;
    for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
    native.remove();
    field.focus();
  });
  native.addEventListener('cancel', () => native.remove());
  try {
    native.showPicker();
  } catch {
    // Not allowed here (a frame of another origin): the date is typed.
    native.remove();
    field.focus();
  }
}
