import type { Answer } from '../form/answers.ts';
import { type ControlKind, field, type FieldOptions } from './control.ts';
import { moneyKind, normalised, unit } from './number.ts';
import { input } from './text.ts';

interface AmountOptions extends FieldOptions {
  /** Typed and shown in 万元; the answer is in 元 all the same. */
  readonly wan?: true;
  /** Repeated in financial capitals under the field. */
  readonly capitals?: true;
}

/** 万元 as typed → 元, moved as text, so that no digit is lost; what is no such amount stays as typed. */
export function yuanOf(text: string): Answer | undefined {
  const written = normalised(text);
  if (written === '') return undefined;
  const [, sign = '', whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(written) ?? [];
  const rest = part.slice(4).replace(/0+$/, '');
  if (whole === '') return written;
  const yuan = Number(`${sign}${whole}${part.slice(0, 4).padEnd(4, '0')}${rest && `.${rest}`}`);
  return Number.isFinite(yuan) ? yuan : written;
}

/** 元 → 万元 as text. */
export function wanOf(yuan: number): string {
  if (!Number.isSafeInteger(yuan)) return String(yuan / 10_000);
  const digits = String(Math.abs(yuan)).padStart(5, '0');
  const part = digits.slice(-4).replace(/0+$/, '');
  return `${yuan < 0 ? '-' : ''}${digits.slice(0, -4)}${part && `.${part}`}`;
}

let inCapitals: ((yuan: number) => string | undefined) | undefined;

/** Capitals are loaded with the first amount; until then the line says what it can. */
function capitalsOf(yuan: number, loaded: () => void): string | undefined {
  if (!inCapitals) void loadCapitals(loaded);
  return inCapitals?.(yuan);
}

async function loadCapitals(loaded: () => void): Promise<void> {
  ({ inCapitals } = await import('./capitals.ts'));
  loaded();
}

const yuanKind: ControlKind<AmountOptions> = {
  ...moneyKind,
  echo: (value, { wan, capitals }, at) => {
    if (typeof value !== 'number') return undefined;
    const plain = wan ? `= ${new Intl.NumberFormat('zh-CN').format(value)} 元` : moneyKind.echo(value)?.text;
    const words = capitals ? capitalsOf(value, () => at.form.requestUpdate()) : undefined;
    const text = [plain, words && `大写：${words}`].filter(Boolean).join('　');
    return text === '' ? undefined : { text };
  },
};

const wanKind: ControlKind<AmountOptions> = {
  ...yuanKind,
  draw: (_title, options) => input(options, { inputmode: 'decimal' }),
  beside: () => unit('万元'),
  read: (element) => yuanOf((element as HTMLInputElement).value),
  write: (element, value) => {
    (element as HTMLInputElement).value =
      typeof value === 'number' ? wanOf(value) : typeof value === 'string' ? value : '';
  },
};

/** An amount of money typed in 万元, or repeated in financial capitals, or both. */
export const amount = (key: string, title: string, options: AmountOptions) =>
  field(key, title, options.wan ? wanKind : yuanKind, options);
