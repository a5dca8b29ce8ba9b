import type { Answer } from '../form/answers.ts';
import { type ControlKind, field, type FieldOptions } from './control.ts';
import { make } from '../make.ts';
import { input, textKind } from './text.ts';

/** Full-width digits and thousands separators are what people type; letters stay, so that the validator can object. */
export function normalised(text: string): string {
  return text
    .replaceAll(/[０-９．－]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll(/[,，\s]/g, '');
}

interface NumberOptions extends FieldOptions {
  readonly unit?: string;
  /** May have places after the point. */
  readonly decimal?: boolean;
}

/** What a number is counted in, after its input. */
export function unit(text: string | undefined): HTMLElement | undefined {
  return text === undefined ? undefined : make('span', { class: 'unit', part: 'unit' }, text);
}

const numberKind: ControlKind<NumberOptions> = {
  ...textKind,
  draw: (_title, options) => input(options, { inputmode: options.decimal ? 'decimal' : 'numeric' }),
  beside: (_title, options) => unit(options.unit),
  read: (element) => {
    const text = normalised((element as HTMLInputElement).value);
    if (text === '') return undefined;
    return /^-?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text) && Number.isFinite(Number(text)) ? Number(text) : text;
  },
};

/** A number with the digits keyboard of a phone. What is no number stays as typed and is named as an error. */
export const number = (key: string, title: string, options: NumberOptions) =>
  field(key, title, numberKind, options);

const yuan = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 6 });

function moneyEcho(value: Answer | undefined) {
  if (typeof value !== 'number' || value < 1000) return undefined;
  return { text: `= ${yuan.format(value / 10_000)} 万元（${yuan.format(value)} 元）` };
}

export const moneyKind = {
  ...numberKind,
  beside: () => unit('元'),
  echo: moneyEcho,
} satisfies ControlKind;

/** An amount in 元, repeated in 万元 under the field, where noughts are easily miscounted. */
export const money = (key: string, title: string, options: FieldOptions) =>
  field(key, title, moneyKind, options);
