import type { Scope } from '../form/scope.ts';
import { control, type ControlKind } from './control.ts';
import { dateOf } from './date-text.ts';
import { textKind } from './text.ts';

const dateKind: ControlKind = {
  ...textKind,
  tidy: true,
  read: (element) => {
    const text = (element as HTMLInputElement).value.trim();
    return text === '' ? undefined : (dateOf(text) ?? text);
  },
};

/** A plain date, written as people do (2025年10月8日, 20251008) and kept as `YYYY-MM-DD`; what is no date stays as typed. */
export const date = (at: Scope, key: string) => control(at, key, dateKind);

/** Opens the browser's calendar for the field beside the button that was pressed. */
export async function pickDate({ currentTarget }: Event): Promise<void> {
  const { openCalendar } = await import('./calendar.ts');
  openCalendar(currentTarget as HTMLElement);
}
