import { make } from '../make.ts';
import { visible } from '../strings/visible.ts';

/** One file in the list of its field. */
export function fileLine(name: string, bytes: number): HTMLElement {
  return make(
    'li',
    { class: 'file', part: 'file' },
    make('bdi', { class: 'file-name' }, visible(name)),
    make('span', { class: 'file-size' }, size(bytes)),
  );
}

/** A size as people say it. */
function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
