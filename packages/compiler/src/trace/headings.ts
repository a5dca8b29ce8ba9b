/** How a heading is numbered: 一、 · （一）or（1） · 1． */
export type HeadingStyle = 'counted' | 'bracketed' | 'dotted';

export interface HeadingMark {
  readonly style: HeadingStyle;
  readonly value: number;
  /** As clause ids write it: `三`, `(二)`, `1`. */
  readonly label: string;
  /** Characters the mark takes, a list dash before it included. */
  readonly length: number;
  /** “一、二级工…”: perhaps an enumeration, a heading only where one is due. */
  readonly doubtful: boolean;
}

const numeral = '[一二三四五六七八九十]{1,3}';
const marks: readonly { readonly style: HeadingStyle; readonly pattern: RegExp }[] = [
  { style: 'counted', pattern: new RegExp(`^(?:第)?(${numeral})(?:、|[章节条]\\s*)`, 'u') },
  { style: 'bracketed', pattern: new RegExp(`^[（(]\\s*(${numeral}|[0-9０-９]{1,2})\\s*[）)]`, 'u') },
  // Not the point of 1.5, but the one of “1.2023年…”.
  { style: 'dotted', pattern: /^([0-9０-９]{1,2})\s*(?:[．、]|\.(?![0-9])|\.(?=(?:19|20)[0-9]{2}年))/u },
];

/** The heading mark a line begins with, if any. The line is trimmed; a list dash before the mark is allowed. */
export function markAt(line: string): HeadingMark | undefined {
  const dash = /^[-*•]\s+/u.exec(line)?.[0].length ?? 0;
  for (const { style, pattern } of marks) {
    const match = pattern.exec(line.slice(dash));
    if (!match?.[1]) continue;
    const digits = match[1].normalize('NFKC');
    const value = /^[0-9]+$/u.test(digits) ? Number(digits) : chineseNumber(digits);
    return {
      style,
      value,
      label: style === 'bracketed' ? `(${digits})` : digits,
      length: dash + match[0].length,
      doubtful: style === 'counted' && /^[一二三四五六七八九十第]/u.test(line.slice(dash + match[0].length)),
    };
  }
  return undefined;
}

function digit(character: string | undefined): number {
  return '一二三四五六七八九'.indexOf(character ?? '?') + 1;
}

/** 一 to 九十九. */
export function chineseNumber(text: string): number {
  if (!text.includes('十')) return digit(text);
  const [tens, ones] = text.split('十');
  return (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0);
}

/** The headings a sentence stands under, outermost first. */
export type HeadingPath = readonly HeadingMark[];

/**
 * Where a mark belongs: the successor of an open heading of its style, or the first of a new level.
 * Numbers out of sequence are headings only where `certain` (a paragraph begins): a wrapped line may begin with “一、二批…”.
 */
export function pathWith(path: HeadingPath, mark: HeadingMark, certain: boolean): HeadingPath | undefined {
  const level = path.findLastIndex(({ style, value }) => style === mark.style && value + 1 === mark.value);
  if (level !== -1) return [...path.slice(0, level), mark];
  const known = path.findLastIndex(({ style }) => style === mark.style);
  if (mark.value === 1 && known === -1)
    return mark.style === 'counted' && path.length > 0 ? undefined : [...path, mark];
  if (!certain || mark.doubtful) return undefined;
  return known === -1 ? [...path, mark] : [...path.slice(0, known), mark];
}

/** `三(二)1`, as clause ids begin. */
export function keyOf(path: HeadingPath): string {
  return path.map(({ label }) => label).join('');
}
