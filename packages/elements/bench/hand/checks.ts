import { rowsOf, type Row, type Value } from './answers.ts';

/** Path of a field → what is wrong there. */
export type Errors = Map<string, string>;
type Check = (value: Value, label: string) => string | undefined;

const characters = (value: Value): number => [...String(value)].length;

/** A text of so many characters. */
export const length =
  (least: number, most: number): Check =>
  (value, label) => {
    const count = characters(value);
    if (count < least) return `${label}至少要有${least}个字`;
    return count > most ? `${label}最多${most}个字，现在有${count}个字` : undefined;
  };

export const whole =
  (least: number, most: number): Check =>
  (value, label) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return `${label}要填整数`;
    return value < least || value > most ? `${label}要在${least}到${most}之间` : undefined;
  };

export const oneOf =
  (options: readonly (string | { readonly code: string })[]): Check =>
  (value, label) =>
    options.some((option) => (typeof option === 'string' ? option : option.code) === value)
      ? undefined
      : `${label}要在选项里选`;

export const day: Check = (value, label) => {
  const date = new Date(`${String(value)}T00:00:00Z`);
  const real = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === value;
  return real ? undefined : `${label}不是日历上的日期`;
};

export const email: Check = (value, label) =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(value)) && characters(value) <= 100
    ? undefined
    : `${label}写法不对`;

export const mobile: Check = (value, label) =>
  /^1[3-9]\d{9}$/.test(String(value)) ? undefined : `${label}应是11位手机号码`;

export const residentId: Check = (value, label) => {
  const text = String(value);
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return `${label}应是18位，末位可以是大写X`;
  const birth = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  if (day(birth, label)) return `${label}里的出生日期不存在`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return '10X98765432'[sum % 11] === text[17] ? undefined : `${label}的校验码不对，请核对每一位`;
};

export const uscc: Check = (value, label) => {
  const text = String(value);
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text))
    return `${label}应是18位数字和大写字母`;
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const sum = weights.reduce((total, weight, at) => total + weight * alphabet.indexOf(text[at] ?? ''), 0);
  return alphabet[(31 - (sum % 31)) % 31] === text[17] ? undefined : `${label}的校验码不对，请核对每一位`;
};

export const agreed: Check = (value, label) => (value === true ? undefined : `请确认${label}`);

/** As many entries as the list may have. */
export const entries =
  (least: number, most: number): Check =>
  (value, label) => {
    const count = Array.isArray(value) ? value.length : 0;
    if (count < least) return `${label}至少要有${least}项`;
    return count > most ? `${label}最多${most}项` : undefined;
  };

/** Collects what is wrong, field by field, in the order of the form. */
export class Checker {
  readonly errors: Errors = new Map();
  readonly #own: Row;
  readonly #prefix: string;

  constructor(own: Row, prefix = '', errors?: Errors) {
    this.#own = own;
    this.#prefix = prefix;
    if (errors) this.errors = errors;
  }

  required(key: string, label: string, ...checks: readonly Check[]): void {
    const value = this.#own[key];
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
      this.errors.set(this.#prefix + key, `请填写${label}`);
    else this.optional(key, label, ...checks);
  }

  optional(key: string, label: string, ...checks: readonly Check[]): void {
    const value = this.#own[key];
    if (value === undefined) return;
    for (const check of checks) {
      const error = check(value, label);
      if (error) {
        this.errors.set(this.#prefix + key, error);
        return;
      }
    }
  }

  each(key: string, row: (check: Checker) => void): void {
    rowsOf(this.#own, key).forEach((own, at) =>
      row(new Checker(own, `${this.#prefix}${key}.${at}.`, this.errors)),
    );
  }
}
