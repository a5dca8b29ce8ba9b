import type { Attachment } from '@zhinan/model';
import type { Control } from '../controls/control.ts';
import type { Strings } from '../strings/zh-cn.ts';
import { visible } from '../strings/visible.ts';

const grouped = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 6 });

/** An answer as a person reads it, one line each; no line = not answered. */
export function answerLines(control: Control, strings: Strings): readonly string[] {
  const { value, element, kind } = control;
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && kind.passive === true)
    return (value as unknown as readonly Attachment[]).map(({ name }) => visible(String(name)));
  const unit = element.closest('.with-unit')?.querySelector('.unit')?.textContent.trim() ?? '';
  if (typeof value === 'number' && unit !== '')
    return [`${unit === '元' ? grouped.format(value) : value} ${unit}`];
  const words = kind.words?.(element, strings);
  if (words !== undefined && words !== strings.unanswered) return [visible(words)];
  if (typeof value === 'object') return [visible(JSON.stringify(value))];
  return visible(String(value)).split('\n');
}
