import type { Scope } from '../form/scope.ts';
import { type ControlKind, field, type FieldOptions } from './control.ts';
import { dateOf } from './date-text.ts';
import { make } from './make.ts';
import { input, textKind } from './text.ts';

const dateKind: ControlKind = {
  ...textKind,
  tidy: true,
  draw: (_title, options, { datePattern }) =>
    input(options, { inputmode: 'numeric', placeholder: datePattern }),
  beside: (title, _options, { pick }) => {
    const attributes = {
      type: 'button',
      class: 'button pick',
      part: 'button pick',
      'aria-label': pick(title),
    };
    const button = make('button', attributes);
    button.addEventListener('click', () => void pickDate(button));
    return button;
  },
  read: (element) => {
    const text = (element as HTMLInputElement).value.trim();
    return text === '' ? undefined : (dateOf(text) ?? text);
  },
};

/** A plain date, written as people do (2025年10月8日, 20251008) and kept as `YYYY-MM-DD`; what is no date stays as typed. */
export const date = (at: Scope, key: string, title: string, options: FieldOptions) =>
  field(at, key, title, dateKind, options);

/** Opens the browser's calendar for the field beside the button. */
async function pickDate(button: HTMLElement): Promise<void> {
  const { openCalendar } = await import('./calendar.ts');
  openCalendar(button);
}
