import type { Facts, Json, JsonObject } from '@zhinan/model';
import type { FieldUse } from '../../rules/typed.ts';
import type { Type } from '../../rules/types.ts';

const titleOf = (type: Type, value: Json): string => {
  const options = type.is === 'text' || type.is === 'rank' ? type.options : undefined;
  const index = options?.codes.indexOf(String(value)) ?? -1;
  if (typeof value === 'boolean') return value ? '是' : '否';
  return options?.titles?.[index] ?? String(value);
};

/**
 * An applicant in words, by the titles of the fields that were read: 现有等级“高级工”、目标等级“技师”.
 * Rows alike are counted together.
 */
export function inWords(facts: Facts, fields: Iterable<FieldUse>): string {
  const known = new Map([...fields].map((field) => [field.key, field]));
  const said = (key: string, value: Json): string[] => {
    const field = known.get(key);
    if (Array.isArray(value)) return [list(key, field?.title ?? key.split('/').at(-1) ?? '', value)];
    if (value !== null && typeof value === 'object') return record(key, value as JsonObject);
    return field ? [`${field.title}“${titleOf(field.type, value)}”`] : [];
  };
  const record = (key: string, value: JsonObject): string[] =>
    Object.entries(value).flatMap(([name, part]) =>
      said(`${key}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, part as Json),
    );
  const list = (key: string, title: string, rows: readonly Json[]): string => {
    if (rows.length === 0) return `${title}没有一项`;
    const kinds = new Map<string, number>();
    for (const row of rows) {
      const item = known.get(key)?.type;
      const words =
        row !== null && typeof row === 'object'
          ? record(`${key}[]`, row as JsonObject).join('、')
          : titleOf(item?.is === 'list' ? item.item : { is: 'text' }, row);
      kinds.set(words, (kinds.get(words) ?? 0) + 1);
    }
    const parts = [...kinds].map(([words, times]) => (words ? `${times}项${words}` : `${times}项`));
    return `${title}${parts.join('，')}`;
  };
  return (
    Object.entries(facts)
      .flatMap(([form, data]) => record(form, (data ?? {}) as JsonObject))
      .join('；') || '任何人'
  );
}
