import { chineseNumber } from '../../trace/headings.ts';
import type { Bound } from '../fact.ts';

/** A figure, or a written-out number below a thousand. */
export const number = String.raw`(?:\d[\d,]*(?:\.\d+)?|[一二两三四五六七八九十百]{1,5})`;

/** 0.5, 1,000, 五, 两, 十二. */
export function valueOf(written: string): number {
  if (/^\d/u.test(written)) return Number(written.replaceAll(',', ''));
  return chineseNumber(written.replaceAll('两', '二'));
}

const before: readonly (readonly [RegExp, Bound])[] = [
  [
    /(?:不少于|不低于|不得少于|不得低于|至少|最少|最低)(?:为|人民币|培养|有|应有|需|配备|取得|完成|招收)?$/u,
    'min',
  ],
  [
    /(?:不超过|不得超过|不多于|不高于|至多|最多|最高|最高不超过|最长|上限为?|控制在|封顶)(?:为|人民币)?$/u,
    'max',
  ],
  [/(?:超过|多于|高于|大于|年满|满)$/u, 'over'],
  [/(?:不满|未满|不足|低于|少于|小于)$/u, 'under'],
];
const after: readonly (readonly [RegExp, Bound])[] = [
  [/^(?:\(含[^)]{0,6}\))?(?:及|\(含\))?(?:以上|及其以上|起步)/u, 'min'],
  [/^(?:\(含[^)]{0,6}\))?(?:及|\(含\))?(?:以下|以内|之内|内|封顶)/u, 'max'],
];

/** The bound that the words around a number express; the longer wording wins (不超过 before 超过). */
export function boundAround(text: string, start: number, end: number): Bound | undefined {
  const [left, right] = [text.slice(Math.max(0, start - 8), start), text.slice(end, end + 12)];
  const [, bound] = before.find(([pattern]) => pattern.test(left)) ?? [];
  if (bound === 'over' && /(?:年满|满)$/u.test(left)) return 'min';
  return bound ?? after.find(([pattern]) => pattern.test(right))?.[1];
}
