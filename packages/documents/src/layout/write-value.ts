import type { Json, JsonObject, PrintedAs } from '@zhinan/model';
import type { PlannedField } from '../plan/field.ts';
import { chineseDate, chineseMoment } from './dates.ts';
import { maskedName } from './masks.ts';
import { capitalMoney, grouped, inWan, inYuan } from './money.ts';
import type { PrintedValue } from './printed.ts';

/** `bare`: the figure alone, where the head of its column tells the unit. */
export type WrittenAs = PrintedAs | 'bare';

const blank: PrintedValue = { text: '', blank: true, align: 'start' };

/** An answer as it is printed; what was not answered stays a visible gap. */
export function writeValue(value: Json | undefined, field: PlannedField, as?: WrittenAs): PrintedValue {
  if (field.kind === 'declaration') {
    const text = field.declares ?? field.title;
    return { text, blank: false, align: 'start', ticked: value === true };
  }
  if (value === undefined || value === null || value === '') return { ...blank, align: alignOf(field) };
  if (as === 'masked') return told(maskedName(plainText(value, field)), field);
  if (as === 'bare' && typeof value === 'number')
    return { ...told(field.kind === 'money' ? grouped(String(value)) : String(value), field), number: value };
  if (field.kind === 'money' && typeof value === 'number' && as !== 'bare')
    return writeMoney(value, field, as);
  const number = typeof value === 'number' && field.kind === 'number' ? value : undefined;
  const printed = told(plainText(value, field), field);
  if (printed.text === '') return { ...blank, align: alignOf(field) };
  return number === undefined ? printed : { ...printed, number };
}

function told(text: string, field: PlannedField): PrintedValue {
  return { text, blank: false, align: alignOf(field) };
}

export function alignOf({ kind }: PlannedField): PrintedValue['align'] {
  if (kind === 'number' || kind === 'money') return 'end';
  return kind === 'date' || kind === 'moment' || kind === 'yes-no' ? 'center' : 'start';
}

/** Money is counted in 分; its unit says what one is. */
function writeMoney(value: number, { unit = '元' }: PlannedField, as: PrintedAs | undefined): PrintedValue {
  const fen = value * (unit === '分' ? 1 : unit === '万元' ? 1_000_000 : 100);
  const wan = as === 'wan' || (unit === '万元' && as !== 'yuan');
  const text = as === 'capital' ? capitalMoney(fen) : wan ? inWan(fen) : inYuan(fen);
  return { text, blank: false, align: 'end' };
}

function plainText(value: Json, field: PlannedField): string {
  switch (field.kind) {
    case 'yes-no':
      return value === true ? '是' : value === false ? '否' : String(value);
    case 'date':
      return chineseDate(String(value));
    case 'moment':
      return chineseMoment(String(value));
    case 'files':
      return listOf(value)
        .map((file) => String((file as JsonObject)['name'] ?? ''))
        .join('；');
    case 'list':
      return listOf(value)
        .map((entry) => (field.entry ? plainText(entry, field.entry) : String(entry)))
        .join(field.entry?.kind === 'group' ? '\n' : '、');
    case 'group':
      return Object.entries(field.fields ?? {})
        .map(([name, inner]) => ({ inner, answer: (value as JsonObject)[name] }))
        .filter(({ inner, answer }) => inner.kind !== 'declaration' && answer !== undefined && answer !== '')
        .map(({ inner, answer }) => `${inner.title}：${writeValue(answer, inner).text}`)
        .join('；');
    case 'number':
    case 'money':
      return field.unit !== undefined && field.unit !== '' ? `${String(value)}${field.unit}` : String(value);
    default:
      return (
        field.options?.[String(value)] ?? (typeof value === 'object' ? JSON.stringify(value) : String(value))
      );
  }
}

function listOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [value];
}
