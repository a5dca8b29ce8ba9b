import type { Attachment } from '@zhinan/model';
import { type Answers, isObject } from '../form/answers.ts';

/** Files already stored for a field. An entry of a draft may be anything: it is shown all the same, so that it can be taken out. */
export function stored(own: Answers, key: string): readonly Attachment[] {
  const value = own[key];
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).map((file) => ({
    ...(file as unknown as Attachment),
    name: typeof file['name'] === 'string' ? file['name'] : '',
    size: typeof file['size'] === 'number' ? file['size'] : 0,
  }));
}
