import type { Attachment } from '@zhinan/model';
import type { Answers } from '../form/answers.ts';

/** Files already stored for a field. */
export function stored(own: Answers, key: string): readonly Attachment[] {
  const value = own[key];
  return Array.isArray(value) ? (value as unknown as readonly Attachment[]) : [];
}

/** A size as people say it. */
export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
