import type { Scope } from '../form/scope.ts';
import { control, type ControlKind } from './control.ts';
import { textKind } from './text.ts';

const dateKind: ControlKind = {
  ...textKind,
  // A half-typed date reads as empty; writing it back would erase what the person is typing.
  write: (element, value) => {
    const input = element as HTMLInputElement;
    if (value === undefined && input.validity.badInput && input.matches(':focus')) return;
    input.value = typeof value === 'string' ? value : '';
  },
  unreadable: (element, strings) =>
    (element as HTMLInputElement).validity.badInput ? strings.badDate : undefined,
};

/** A plain date, `YYYY-MM-DD`, by the browser's own date field. */
export const date = (at: Scope, key: string) => control(at, key, dateKind);
