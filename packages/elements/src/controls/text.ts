import { type ControlKind, field, type FieldOptions } from './control.ts';
import { make } from '../make.ts';

type TextInput = HTMLInputElement | HTMLTextAreaElement;

/** Number of characters as JSON Schema counts them: code points, not UTF-16 units. */
function length(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** An input of one line. */
export function input(
  { autocomplete }: FieldOptions,
  attributes: Readonly<Record<string, string | undefined>> = {},
): HTMLInputElement {
  return make('input', { part: 'input', type: 'text', autocomplete, ...attributes });
}

export const textKind = {
  draw: (_title, options) => input(options, { type: options.autocomplete === 'email' ? 'email' : 'text' }),
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
} satisfies ControlKind;

/** One line of text. */
export const text = (key: string, title: string, options: FieldOptions) =>
  field(key, title, textKind, options);

export interface LongTextOptions extends FieldOptions {
  /** Characters. */
  readonly limit: number;
  /** Lines before anybody has written in it; by default as the limit suggests. */
  readonly rows?: number;
}

export const longTextKind = {
  ...textKind,
  draw: (_title, { limit, rows = limit <= 300 ? 3 : 6, autocomplete }) =>
    make('textarea', { part: 'textarea', rows, autocomplete }),
  echo: (value, { limit }, { form: { strings } }) => {
    const used = typeof value === 'string' ? length(value) : 0;
    return used > limit
      ? { text: `${strings.counter(used, limit)}，${strings.over(used - limit)}`, over: true }
      : { text: strings.counter(used, limit) };
  },
} satisfies ControlKind<LongTextOptions>;

/** Several lines of text with a count against the limit; typing beyond it is told, never cut. */
export const longText = (key: string, title: string, options: LongTextOptions) =>
  field(key, title, longTextKind, { wide: true, ...options });

/** Identifiers are written without spaces and in capitals: 65310119… x becomes X. */
const codeKind: ControlKind = {
  ...textKind,
  draw: (_title, options) => input(options, { spellcheck: 'false', autocapitalize: 'characters' }),
  read: (element) => {
    const code = (element as TextInput).value.replaceAll(/[\s-]/g, '').toUpperCase();
    return code === '' ? undefined : code;
  },
};

/** Resident ID or 统一社会信用代码. */
export const code = (key: string, title: string, options: FieldOptions) =>
  field(key, title, codeKind, options);

const phoneKind: ControlKind = {
  ...codeKind,
  draw: (_title, options) => input(options, { type: 'tel', inputmode: 'tel' }),
};

/** Number of a mobile telephone. */
export const phone = (key: string, title: string, options: FieldOptions) =>
  field(key, title, phoneKind, options);
