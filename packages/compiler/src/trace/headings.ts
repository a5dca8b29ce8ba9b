/** How a heading is numbered: 第一章 · 第一节 · 第一条 · 一、 · （一）or（1） · 1． · ① */
export type HeadingStyle = 'chapter' | 'section' | 'article' | 'counted' | 'bracketed' | 'dotted' | 'circled';

export interface HeadingMark {
  readonly style: HeadingStyle;
  readonly value: number;
  /** As clause ids write it: `三`, `(二)`, `1`, `第三条`, `①`. */
  readonly label: string;
  /** Characters the mark takes, a list dash before it included. */
  readonly length: number;
  /** “一、二级工…”: perhaps an enumeration, a heading only where one is due. */
  readonly doubtful: boolean;
}

const numeral = '[一二三四五六七八九十]{1,3}';
const ordinal = '[一二三四五六七八九十百零〇]{1,6}|[0-9０-９]{1,3}';
/** What follows the mark of an article that is only spoken of: 第三条规定的…, 第三条第二款. */
const spokenOf = '(?![规所第的款项至和、，（(])';
const marks: readonly { readonly style: HeadingStyle; readonly pattern: RegExp }[] = [
  { style: 'chapter', pattern: new RegExp(`^第\\s*(${ordinal})\\s*章${spokenOf}\\s*`, 'u') },
  { style: 'section', pattern: new RegExp(`^第\\s*(${ordinal})\\s*节${spokenOf}\\s*`, 'u') },
  { style: 'article', pattern: new RegExp(`^第\\s*(${ordinal})\\s*条${spokenOf}\\s*`, 'u') },
  { style: 'counted', pattern: new RegExp(`^(?:第)?(${numeral})、`, 'u') },
  { style: 'bracketed', pattern: new RegExp(`^[（(]\\s*(${numeral}|[0-9０-９]{1,2})\\s*[）)]`, 'u') },
  // Not the point of 1.5, but the one of “1.2023年…”.
  { style: 'dotted', pattern: /^([0-9０-９]{1,2})\s*(?:[．、]|\.(?![0-9])|\.(?=(?:19|20)[0-9]{2}年))/u },
  { style: 'circled', pattern: /^([①-⑳])/u },
];
const written = { chapter: '章', section: '节', article: '条' } as const;

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
      label: labelOf(style, style === 'circled' ? match[1] : digits),
      length: dash + match[0].length,
      doubtful: style === 'counted' && /^[一二三四五六七八九十第]/u.test(line.slice(dash + match[0].length)),
    };
  }
  return undefined;
}

function labelOf(style: HeadingStyle, digits: string): string {
  if (style === 'bracketed') return `(${digits})`;
  return style in written ? `第${digits}${written[style as keyof typeof written]}` : digits;
}

function digit(character: string | undefined): number {
  return '一二三四五六七八九'.indexOf(character ?? '?') + 1;
}

/** 一 to 九百九十九; a zero in between says nothing. */
export function chineseNumber(text: string): number {
  const [hundreds, rest = ''] = text.includes('百') ? text.split('百') : ['', text];
  const below = rest.replaceAll(/[零〇]/gu, '');
  const hundred = 100 * (hundreds ? digit(hundreds) : 0);
  if (!below.includes('十')) return hundred + digit(below || undefined);
  const [tens, ones] = below.split('十');
  return hundred + (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0);
}

/** The headings a sentence stands under, outermost first. */
export type HeadingPath = readonly HeadingMark[];

/** Levels of a statute, outermost first: articles are counted on through its chapters. */
const statute: readonly HeadingStyle[] = ['chapter', 'section', 'article'];

/**
 * Where a mark belongs: the successor of an open heading of its style, or the first of a new level.
 * Numbers out of sequence are headings only where `certain` (a paragraph begins): a wrapped line may begin with “一、二批…”.
 */
export function pathWith(path: HeadingPath, mark: HeadingMark, certain: boolean): HeadingPath | undefined {
  const rank = statute.indexOf(mark.style);
  if (rank !== -1) {
    const above = path.filter(({ style }) => statute.indexOf(style) !== -1 && statute.indexOf(style) < rank);
    return [...above, mark];
  }
  const same = (one: HeadingMark) => one.style === mark.style;
  const follows = (one: HeadingMark) => same(one) && one.value + 1 === mark.value;
  const alike = (one: HeadingMark) => isFigure(one) === isFigure(mark);
  // Texts mix （一） with （1） on one level as well as one below the other: the same script is looked for first.
  const level = path.findLastIndex((one) => follows(one) && alike(one));
  const successor = level === -1 ? path.findLastIndex(follows) : level;
  if (successor !== -1) return [...path.slice(0, successor), mark];
  const known = path.findLastIndex(same);
  const fresh = known === -1 || path.every((one) => !same(one) || !alike(one));
  if (mark.value === 1 && fresh)
    return mark.style === 'counted' && path.length > 0 && !inStatute(path) ? undefined : [...path, mark];
  if (!certain || mark.doubtful) return undefined;
  return known === -1 ? [...path, mark] : [...path.slice(0, known), mark];
}

function isFigure({ label }: HeadingMark): boolean {
  return /[0-9]/u.test(label);
}

function inStatute(path: HeadingPath): boolean {
  return path.every(({ style }) => statute.includes(style));
}

/** `三(二)1`, as clause ids begin. */
export function keyOf(path: HeadingPath): string {
  return path.map(({ label }) => label).join('');
}
