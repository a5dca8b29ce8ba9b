import type { Answer } from '../form/answers.ts';
import type { Scope } from '../form/scope.ts';
import { control, type ControlKind } from './control.ts';
import { textKind } from './text.ts';

/** Full-width digits and thousands separators are what people type; letters stay, so that the validator can object. */
export function normalised(text: string): string {
  return text
    .replaceAll(/[０-９．－]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll(/[,，\s]/g, '');
}

const numberKind: ControlKind = {
  ...textKind,
  read: (element) => {
    const text = normalised((element as HTMLInputElement).value);
    if (text === '') return undefined;
    return /^-?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text) && Number.isFinite(Number(text)) ? Number(text) : text;
  },
};

/** A number with the digits keyboard of a phone. What is no number stays as typed and is named as an error. */
export const number = (at: Scope, key: string) => control(at, key, numberKind);

const yuan = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 6 });

function moneyEcho(value: Answer | undefined) {
  if (typeof value !== 'number' || value < 1000) return undefined;
  return { text: `= ${yuan.format(value / 10_000)} 万元（${yuan.format(value)} 元）` };
}

export const moneyKind: ControlKind = { ...numberKind, echo: moneyEcho };

/** An amount in 元, repeated in 万元 under the field, where noughts are easily miscounted. */
export const money = (at: Scope, key: string) => control(at, key, moneyKind);
