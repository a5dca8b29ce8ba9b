import type { Answer } from '../form/answers.ts';
import type { Scope } from '../form/scope.ts';
import { control, type ControlKind } from './control.ts';
import { moneyKind, normalised } from './number.ts';

interface AmountOptions {
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

function kindOf({ wan, capitals }: AmountOptions, at: Scope): ControlKind {
  return {
    ...moneyKind,
    ...(wan
      ? {
          read: (element) => yuanOf((element as HTMLInputElement).value),
          write: (element, value) => {
            (element as HTMLInputElement).value =
              typeof value === 'number' ? wanOf(value) : typeof value === 'string' ? value : '';
          },
        }
      : {}),
    echo: (value, strings) => {
      if (typeof value !== 'number') return undefined;
      const plain = wan
        ? `= ${new Intl.NumberFormat('zh-CN').format(value)} 元`
        : moneyKind.echo?.(value, strings)?.text;
      const words = capitals ? capitalsOf(value, () => at.form.requestUpdate()) : undefined;
      const text = [plain, words && `大写：${words}`].filter(Boolean).join('　');
      return text === '' ? undefined : { text };
    },
  };
}

/** An amount of money typed in 万元, or repeated in financial capitals, or both. */
export const amount = (at: Scope, key: string, options: AmountOptions) =>
  control(at, key, kindOf(options, at));
