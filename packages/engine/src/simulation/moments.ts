import { compareInstants, formatInstant, millisOf, type IsoInstant } from '../calendar/instant.ts';

/** The later of two. */
export function later(a: IsoInstant, b: IsoInstant): IsoInstant {
  return compareInstants(a, b) > 0 ? a : b;
}

/** A moment so far between two, to the second. */
export function between(a: IsoInstant, b: IsoInstant, share: number): IsoInstant {
  const [first, last] = [millisOf(a), millisOf(b)];
  return formatInstant(first + Math.floor(((last - first) * share) / 1000) * 1000);
}
