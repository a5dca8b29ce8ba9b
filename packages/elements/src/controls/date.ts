import { type ControlKind, field, type FieldOptions } from './control.ts';
import { dateOf } from './date-text.ts';
import { makeButton } from '../make.ts';
import { input, textKind } from './text.ts';

const dateKind: ControlKind = {
  ...textKind,
  tidy: true,
  draw: (_title, options, { datePattern }) =>
    input(options, { inputmode: 'numeric', placeholder: datePattern }),
  beside: (title, _options, { pick }) => {
    const button = makeButton('pick', 'pick', '', (pressed) => void pickDate(pressed));
    button.ariaLabel = pick(title);
    return button;
  },
  read: (element) => {
    const text = (element as HTMLInputElement).value.trim();
    return text === '' ? undefined : (dateOf(text) ?? text);
  },
};

/** A plain date, written as people do (2025年10月8日, 20251008) and kept as `YYYY-MM-DD`; what is no date stays as typed. */
export const date = (key: string, title: string, options: FieldOptions) =>
  field(key, title, dateKind, options);

/** Opens the browser's calendar for the field beside the button. */
async function pickDate(button: HTMLElement): Promise<void> {
  const { openCalendar } = await import('./calendar.ts');
  openCalendar(button);
}
