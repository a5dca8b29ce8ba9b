import type { AttachmentRule, FormSchema } from '@zhinan/model';
import type { FieldKind } from './field.ts';

const mediaNames: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
  'application/ofd': 'OFD',
  'application/msword': 'Word (.doc)',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word (.docx)',
  'application/vnd.ms-excel': 'Excel (.xls)',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel (.xlsx)',
  'application/zip': 'ZIP',
  'video/mp4': 'MP4',
};

/** What a person must know before answering: the author's own words, then limits nobody should have to find out. */
export function hintsOf(schema: FormSchema, kind: FieldKind): readonly string[] {
  const own = schema.description === undefined ? [] : [sentence(schema.description)];
  // Limits of files are made from the rule itself; a description that repeats them would say everything twice.
  if (kind.kind === 'files' && /\dMB|\d MB/.test(own.join(''))) own.length = 0;
  // Limits are for those who type.
  if (schema['x-computed'] !== undefined) return [...own, '自动得出，不需填写。'];
  return [...own, ...limits(schema, kind)];
}

function limits(schema: FormSchema, kind: FieldKind): readonly string[] {
  switch (kind.kind) {
    case 'files':
      return [attachmentHint(kind.rule, schema.minItems)];
    case 'rows':
      return listHint(schema, kind.measure);
    case 'checkboxes':
      return schema.description !== undefined ? [] : [`可多选${joined(listHint(schema, '项'))}。`];
    case 'ranks':
      return listHint(schema, '项');
    case 'number':
    case 'money':
    case 'amount':
      return numberHint(schema, kind.kind !== 'number' ? '元' : (kind.unit ?? ''), kind.kind !== 'amount');
    case 'date':
      return dateHint(schema);
    case 'text':
    case 'long-text':
      return schema.minLength !== undefined && schema.minLength >= 10
        ? [`不少于 ${schema.minLength} 字。`]
        : [];
    default:
      return [];
  }
}

/** What the law wants said before a sensitive answer is asked for: what it is for, and on which ground. */
export function sensitiveNote(purpose: string, clause: string): string {
  return `敏感个人信息。用途：${purpose}（指南${clause}）。`;
}

function sentence(text: string): string {
  return /[。！？.]$/.test(text) ? text : `${text}。`;
}

function joined(parts: readonly string[]): string {
  return parts.map((part) => `，${part.replace(/。$/, '')}`).join('');
}

function listHint({ minItems, maxItems }: FormSchema, unit: string): readonly string[] {
  if (minItems && maxItems)
    return [minItems === maxItems ? `须填 ${minItems} ${unit}。` : `${minItems} 至 ${maxItems} ${unit}。`];
  if (minItems) return [`至少 ${minItems} ${unit}。`];
  return maxItems ? [`至多 ${maxItems} ${unit}。`] : [];
}

function dateHint({ formatMinimum: first, formatMaximum: last }: FormSchema): readonly string[] {
  if (first && last) return [`${first} 至 ${last}。`];
  if (first) return [`不早于 ${first}。`];
  return last ? [`不晚于 ${last}。`] : [];
}

function numberHint(
  { minimum, maximum, type }: FormSchema,
  unit: string,
  asWritten: boolean,
): readonly string[] {
  const suffix = unit === '' ? '' : ` ${unit}`;
  const say = (value: number): string => (unit === '元' ? sum(value) : `${value}${suffix}`);
  // A limit nobody comes near is a safeguard for the data, nothing to tell the person.
  const limit = maximum !== undefined && maximum < 1_000_000_000 ? maximum : undefined;
  if (minimum !== undefined && minimum > 0 && limit !== undefined) {
    return [unit === '元' ? `${sum(minimum)}至 ${sum(limit)}。` : `${minimum} 至 ${limit}${suffix}。`];
  }
  if (limit !== undefined) return [`不超过 ${say(limit)}。`];
  if (minimum !== undefined && minimum > 0) return [`不少于 ${say(minimum)}。`];
  return type === 'integer' && unit === '元' && asWritten ? ['填整数，单位为元。'] : [];
}

/** An amount in 元, from ten thousand on in 万元. */
function sum(value: number): string {
  return value >= 10_000 && value % 100 === 0 ? `${value / 10_000} 万元` : `${value} 元`;
}

/** Types, number and size, said before a file is chosen. */
function attachmentHint(rule: AttachmentRule, least: number | undefined): string {
  const types = rule.accept.map((type) => mediaNames[type] ?? type).join('、');
  const count = least && least > 1 ? `${least} 至 ${rule.maxCount} 个` : `最多 ${rule.maxCount} 个`;
  return `${types} 格式，${count}文件，每个不超过 ${bytes(rule.maxBytes)}。`;
}

function bytes(size: number): string {
  const mega = size / 1024 / 1024;
  return mega >= 1 ? `${Number(mega.toFixed(1))} MB` : `${Math.floor(size / 1024)} KB`;
}
