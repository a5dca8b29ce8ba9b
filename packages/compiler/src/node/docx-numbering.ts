import { SaxesParser } from 'saxes';

interface Level {
  start: number;
  format: string;
  text: string;
}
interface Place {
  readonly style?: string;
  readonly list?: string;
  readonly level?: string;
}

/**
 * Counts the numbers that Word shows before paragraphs. Returns what to put before the next paragraph, by its style, list
 * and level, in the order of the document (ECMA-376 part 1, 17.9).
 */
export function numbering(numberingXml: string, stylesXml: string): (place: Place) => string {
  const { abstracts, lists } = listsIn(numberingXml);
  const styles = stylesIn(stylesXml);
  const counters = new Map<string, number[]>();
  return ({ style, list, level }) => {
    const inherited = styles(style);
    const id = list ?? inherited.list;
    const number = id === undefined || id === '0' ? undefined : lists.get(id);
    if (number === undefined) return '';
    const at = Number(level ?? inherited.level ?? 0);
    const levels = abstracts.get(number.of);
    const own = levels?.get(at);
    if (!levels || !own) return '';
    const counts = counters.get(number.of) ?? [];
    counters.set(number.of, counts);
    const start = number.restarts.get(at) ?? own.start;
    counts[at] = counts[at] === undefined ? start : counts[at] + 1;
    counts.length = at + 1;
    return own.text.replaceAll(/%([1-9])/gu, (_, digit: string) => {
      const which = Number(digit) - 1;
      const { format = 'decimal', start: first = 1 } = levels.get(which) ?? {};
      return numeral(counts[which] ?? first, format);
    });
  };
}

/** A list number's abstract list, and levels that begin with another number. */
interface List {
  of: string;
  restarts: Map<number, number>;
}

function listsIn(xml: string): { abstracts: Map<string, Map<number, Level>>; lists: Map<string, List> } {
  const abstracts = new Map<string, Map<number, Level>>();
  const lists = new Map<string, List>();
  let levels: Map<number, Level> | undefined;
  let level: Level | undefined;
  let list: List | undefined;
  let override = 0;
  read(xml, (name, attributes) => {
    const value = attributes['w:val'] ?? '';
    if (name === 'w:abstractNum') abstracts.set(attributes['w:abstractNumId'] ?? '', (levels = new Map()));
    else if (name === 'w:lvl') {
      level = { start: 1, format: 'decimal', text: '' };
      // A level inside an override replaces nothing here: the abstract list's own stands.
      if (!list) levels?.set(Number(attributes['w:ilvl'] ?? 0), level);
    } else if (name === 'w:start' && level) level.start = Number(value);
    else if (name === 'w:numFmt' && level) level.format = value;
    else if (name === 'w:lvlText' && level) level.text = value;
    else if (name === 'w:num')
      lists.set(attributes['w:numId'] ?? '', (list = { of: '', restarts: new Map() }));
    else if (name === 'w:abstractNumId' && list) list.of = value;
    else if (name === 'w:lvlOverride') override = Number(attributes['w:ilvl'] ?? 0);
    else if (name === 'w:startOverride') list?.restarts.set(override, Number(value));
  });
  for (const of of abstracts.values())
    for (const one of of.values()) if (one.format === 'bullet' || one.format === 'none') one.text = '';
  return { abstracts, lists };
}

/** List and level of a paragraph style, its own or of the style it is based on. */
function stylesIn(xml: string): (style: string | undefined) => Place {
  const styles = new Map<string, { basedOn?: string; list?: string; level?: string }>();
  let style: { basedOn?: string; list?: string; level?: string } | undefined;
  read(xml, (name, attributes) => {
    const value = attributes['w:val'];
    if (name === 'w:style') styles.set(attributes['w:styleId'] ?? '', (style = {}));
    else if (!style || value === undefined) return;
    else if (name === 'w:basedOn') style.basedOn = value;
    else if (name === 'w:numId') style.list = value;
    else if (name === 'w:ilvl') style.level = value;
  });
  return (id) => {
    const seen = new Set<string>();
    for (let at = id; at !== undefined && !seen.has(at); at = styles.get(at)?.basedOn) {
      seen.add(at);
      const { list, level } = styles.get(at) ?? {};
      if (list !== undefined) return { list, ...(level === undefined ? {} : { level }) };
    }
    return {};
  };
}

function read(xml: string, opened: (name: string, attributes: Record<string, string>) => void): void {
  if (xml === '') return;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => opened(name, attributes));
  parser.write(xml).close();
}

const digits = '〇一二三四五六七八九';

/** A number in one of Word's formats (ST_NumberFormat); what is not Chinese, enclosed or a letter is decimal. */
export function numeral(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return counted(value);
    case 'ideographDigital':
    case 'taiwaneseDigital':
      return [...String(value)].map((digit) => digits[Number(digit)]).join('');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
    case 'upperLetter':
      return String.fromCodePoint(64 + ((value - 1) % 26) + 1);
    case 'lowerLetter':
      return String.fromCodePoint(96 + ((value - 1) % 26) + 1);
    default:
      return String(value);
  }
}

function counted(value: number): string {
  if (value >= 100) return [...String(value)].map((digit) => digits[Number(digit)]).join('');
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const last = ones === 0 ? '' : (digits[ones] ?? '');
  return tens === 0 ? (digits[ones] ?? '') : `${tens === 1 ? '' : (digits[tens] ?? '')}十${last}`;
}
