import type { AmountOutcome, Language } from '@zhinan/model';
import { eligibilityStrings } from './eligibility-strings.ts';

/** A sum as people say it: from ten thousand on in 万元. */
export function sum(value: number, unit: AmountOutcome['unit']): string {
  const yuan = unit === '分' ? value / 100 : value;
  const format = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 6 });
  return yuan >= 10_000 ? `${format.format(yuan / 10_000)} 万元` : `${format.format(yuan)} 元`;
}

/** The amount, or between what it lies while answers are missing. */
export function range({ min, max, unit }: AmountOutcome, language: Language): string {
  const strings = eligibilityStrings[language];
  if (max === null) return strings.atLeast(sum(min, unit));
  return min === max ? sum(min, unit) : strings.between(sum(min, unit), sum(max, unit));
}
