import type { Answer } from '../form/answers.ts';
import type { Scope } from '../form/scope.ts';
import { control, type ControlKind } from './control.ts';

type TextInput = HTMLInputElement | HTMLTextAreaElement;

/** Number of characters as JSON Schema counts them: code points, not UTF-16 units. */
function length(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

export const textKind: ControlKind = {
  read: (element) => {
    const text = (element as TextInput).value.trim();
    return text === '' ? undefined : text;
  },
  write: (element, value) => {
    (element as TextInput).value =
      typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  },
  lock: (element, locked) => {
    (element as TextInput).readOnly = locked;
  },
};

/** One line of text. */
export const text = (at: Scope, key: string) => control(at, key, textKind);

const longTexts = new Map<number, ControlKind>();

/** Several lines of text with a count against the limit; typing beyond it is told, never cut. */
export const longText = (at: Scope, key: string, limit: number) => {
  let kind = longTexts.get(limit);
  if (!kind) {
    kind = {
      ...textKind,
      echo: (value: Answer | undefined, strings) => {
        const used = typeof value === 'string' ? length(value) : 0;
        return used > limit
          ? { text: `${strings.counter(used, limit)}，${strings.over(used - limit)}`, over: true }
          : { text: strings.counter(used, limit) };
      },
    };
    longTexts.set(limit, kind);
  }
  return control(at, key, kind);
};

/** Identifiers are written without spaces and in capitals: 65310119… x becomes X. */
const codeKind: ControlKind = {
  ...textKind,
  read: (element) => {
    const code = (element as TextInput).value.replaceAll(/[\s-]/g, '').toUpperCase();
    return code === '' ? undefined : code;
  },
};

/** Resident ID, 统一社会信用代码 or telephone number. */
export const code = (at: Scope, key: string) => control(at, key, codeKind);
