import { dateOf } from '../../controls/date-text.ts';
import type { Answer } from '../answers.ts';
import type { Column } from '../row-list.ts';

/** What a cell says: an answer, nothing, or what keeps it from being one (`kept`: what is put in all the same). */
export type CellValue =
  | { readonly answer: Answer | undefined }
  | { readonly problem: 'date' | 'number' | 'option' | 'flag'; readonly kept?: string };

const yes = /^(?:是|有|对|真|√|✓|✔|y|yes|true)$/i;
const no = /^(?:否|无|没有|不是|假|×|✗|n|no|false)$/i;

/** Full-width forms as plain ones; spaces inside as they are. */
function plain(text: string): string {
  return text.replaceAll(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).trim();
}

const squeezed = (text: string): string => plain(text).replaceAll(/\s+/g, '').toLowerCase();

/** Reads a cell as its column means it. `times`: what the header says a number is to be multiplied by, e.g. 10,000 for 万元. */
export function valueOf(cell: string, column: Column, times = 1): CellValue {
  const text = cell.trim();
  if (text === '' || /^[-—–/]+$/.test(text)) return { answer: undefined };
  switch (column.kind) {
    case 'text':
      return { answer: text };
    case 'code':
      return {
        answer: plain(text)
          .replaceAll(/[\s'-]/g, '')
          .toUpperCase(),
      };
    case 'date': {
      const date = dateOf(text);
      return date === undefined ? { problem: 'date', kept: text } : { answer: date };
    }
    case 'number':
    case 'money':
      return numberOf(text, column, times);
    case 'flag':
      return yes.test(text) ? { answer: true } : no.test(text) ? { answer: false } : { problem: 'flag' };
    case 'choice': {
      const code = codeOf(text, column);
      return code === undefined ? { problem: 'option' } : { answer: code };
    }
    case 'choices': {
      const codes = text
        .split(/[、,，;；\n]+/)
        .filter(Boolean)
        .map((each) => codeOf(each, column));
      return codes.includes(undefined) ? { problem: 'option' } : { answer: codes as Answer[] };
    }
  }
}

function codeOf(text: string, { options = [] }: Column): string | number | undefined {
  const wanted = squeezed(text);
  return options.find(
    ([code, title]) => squeezed(title) === wanted || squeezed(String(code)) === wanted,
  )?.[0];
}

/** 1,200、￥1200元、1.5万元: digits, and whole 万 where they are written. Decimals are moved as text, so that none is lost. */
function numberOf(text: string, { unit = '', kind }: Column, times: number): CellValue {
  const written = squeezed(text).replaceAll(/[,¥￥]/g, '');
  const found = /^(-?)(\d+)(?:\.(\d*))?(万|亿)?(.*)$/.exec(written);
  const [, sign = '', whole = '', decimals = '', power, rest = ''] = found ?? [];
  const said = kind === 'money' ? /^(?:元|圆)?整?$/ : undefined;
  if (!found || (rest !== '' && rest !== unit && !said?.test(rest))) return { problem: 'number', kept: text };
  const places = power === '万' ? 4 : power === '亿' ? 8 : Math.round(Math.log10(times));
  const digits = decimals.padEnd(places, '0');
  const value = Number(`${sign}${whole}${digits.slice(0, places)}.${digits.slice(places)}0`);
  return Number.isFinite(value) ? { answer: value } : { problem: 'number', kept: text };
}
