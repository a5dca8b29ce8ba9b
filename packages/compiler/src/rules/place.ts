import type { Place, Position } from '@zhinan/model';
import type { Span } from './syntax.ts';

const escapedLength = (text: string): number => JSON.stringify(text).length - 2;

/**
 * Place of part of a JSON string's value, given the place of the whole string with its quotes.
 * The usual escapes (`\"`, `\\`, `\n`) are counted; a string written with `\uXXXX` for plain letters is off by these.
 */
export function rangeWithin(place: Place, value: string, { from, to }: Span): Place {
  const start = place.range?.start;
  if (!start) return place;
  const at = (offset: number): Position => {
    const ahead = 1 + escapedLength(value.slice(0, offset));
    return { line: start.line, column: start.column + ahead, offset: start.offset + ahead };
  };
  return { ...place, range: { start: at(from), end: at(to) } };
}
