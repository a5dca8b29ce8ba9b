import type { DocumentItem, PrintedAs } from '@zhinan/model';

const forms: readonly PrintedAs[] = ['yuan', 'wan', 'capital', 'masked'];

/** Where a printed value comes from. Paths are split: form, list or field, field of an entry. */
export type ValueSource =
  | { readonly from: 'field' | 'count' | 'sum'; readonly path: readonly string[] }
  | { readonly from: 'instant'; readonly name: string }
  | { readonly from: 'issued' };

export interface ParsedItem {
  readonly source: ValueSource;
  readonly title?: string;
  readonly as?: PrintedAs;
  readonly wide?: boolean;
}

/** Reads an item of a block; undefined when it names no source or more than one. */
export function parseItem(item: string | DocumentItem): ParsedItem | undefined {
  if (typeof item === 'string') return { source: { from: 'field', path: item.split('.') } };
  const { field, count, sum, instant, ...how } = item;
  const sources: ValueSource[] = [
    ...(field === undefined ? [] : [{ from: 'field' as const, path: field.split('.') }]),
    ...(count === undefined ? [] : [{ from: 'count' as const, path: count.split('.') }]),
    ...(sum === undefined ? [] : [{ from: 'sum' as const, path: sum.split('.') }]),
    ...(instant === undefined ? [] : [{ from: 'instant' as const, name: instant }]),
  ];
  const [source] = sources;
  return source && sources.length === 1 ? { source, ...how } : undefined;
}

/** A piece of a text block: words, or a place to be filled. `item` is absent where the place cannot be read. */
export type TextPiece = string | { readonly written: string; readonly item?: ParsedItem };

/** Cuts a text at its `{…}`. */
export function parseText(text: string): readonly TextPiece[] {
  return text
    .split(/(\{[^{}]*\})/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (!piece.startsWith('{')) return piece;
      const item = parsePlace(piece.slice(1, -1));
      return item ? { written: piece, item } : { written: piece };
    });
}

/** `[count|sum|instant] path [yuan|wan|capital|masked]`, or `issued`. */
function parsePlace(place: string): ParsedItem | undefined {
  const words = place.trim().split(/\s+/);
  if (words.length === 1 && words[0] === 'issued') return { source: { from: 'issued' } };
  const last = forms.find((form) => words.length > 1 && form === words.at(-1));
  const rest = last === undefined ? words : words.slice(0, -1);
  const how = last === undefined ? {} : { as: last };
  if (rest.length === 1) return { source: { from: 'field', path: (rest[0] ?? '').split('.') }, ...how };
  const [kind, name = ''] = rest;
  if (rest.length !== 2) return undefined;
  if (kind === 'count' || kind === 'sum') return { source: { from: kind, path: name.split('.') }, ...how };
  return kind === 'instant' ? { source: { from: 'instant', name }, ...how } : undefined;
}
