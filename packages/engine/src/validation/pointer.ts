import type { Path } from './shape.ts';

/** The RFC 6901 pointer of a path. */
export function toPointer(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
